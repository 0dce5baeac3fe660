export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

export const isTypeSystemName = (name: string): boolean => /type[-_ ]?system[^/]*\.xml$/i.test(name)
