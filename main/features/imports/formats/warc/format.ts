import type { ContainerFormat, Probe, Recognition } from '../format.ts'

const recognise = ({ bytes, text, name }: Probe): Recognition | null => {
  if (/^\s*WARC\/\d\.\d\r?\n/.test(text)) return { score: 0.98, why: 'it starts with WARC/1' }
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (isGzip && /\.(?:warc|wet|wat)(?:\.open)?\.gz$|\.warcgz$/i.test(name))
    return { score: 0.95, why: 'it is gzip and named .warc.gz' }
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^\s*WARC\/\d\.\d\r?\n/.test(start) ? { score: 0.98, why: 'it starts with WARC/1' } : null
}

/** Web archives (ISO 28500), plain or with a gzip member per record: every captured page is a file. Nothing is fetched. */
export const warc: ContainerFormat = {
  kind: 'container',
  id: 'warc',
  name: 'Web archive (WARC)',
  extensions: ['warc', 'warc.gz', 'wet.gz'],
  mediaTypes: ['application/warc'],
  options: [],
  recognise,
  open: async function* (file, context) {
    const { openWarc } = await import('./open.ts')
    yield* openWarc(file, context)
  },
}
