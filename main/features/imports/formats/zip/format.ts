import type { ContainerFormat, Probe, Recognition } from '../format.ts'

const recognise = ({ bytes, name }: Probe): Recognition | null => {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (mark !== 'PK\x03\x04' && mark !== 'PK\x05\x06') return null
  return /\.zip$/i.test(name)
    ? { score: 0.6, why: 'it is a ZIP archive by name and signature' }
    : { score: 0.4, why: 'it has the signature of a ZIP archive' }
}

/** Archives of files, each of which is recognised for itself. */
export const zip: ContainerFormat = {
  kind: 'container',
  id: 'zip',
  name: 'ZIP archive',
  extensions: ['zip'],
  mediaTypes: ['application/zip'],
  options: [],
  recognise,
  open: async function* (file) {
    const { openZip } = await import('./open.ts')
    yield* openZip(file)
  },
}
