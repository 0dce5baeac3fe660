/** The file an export writes beside a dataset for what its format cannot hold. */
export const isRoundtripFile = (file: { readonly name: string }): boolean =>
  /\.roundtrip\.json$/i.test(file.name)
