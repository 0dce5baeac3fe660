import type { ContainerFormat, Probe, Recognition } from '../format.ts'

const recognise = ({ bytes, name }: Probe): Recognition | null => {
  const head = Buffer.from(bytes).toString('latin1')
  if (!head.startsWith('PK\x03\x04')) return null
  if (/\.wacz$/i.test(name)) return { score: 0.97, why: 'it is a ZIP archive named .wacz' }
  return /archive\/[^/\x00]{1,200}\.warc/.test(head.slice(0, 1 << 16)) || /pages\/pages\.jsonl/.test(head)
    ? { score: 0.9, why: 'the archive holds archive/*.warc or pages/pages.jsonl' }
    : null
}

/** Web archive collections (WACZ 1.1): a ZIP with WARC files and the list of their pages. */
export const wacz: ContainerFormat = {
  kind: 'container',
  id: 'wacz',
  name: 'Web archive collection (WACZ)',
  extensions: ['wacz'],
  mediaTypes: ['application/wacz'],
  options: [],
  recognise,
  open: async function* (file, context) {
    const { openWacz } = await import('./open.ts')
    yield* openWacz(file, context)
  },
}
