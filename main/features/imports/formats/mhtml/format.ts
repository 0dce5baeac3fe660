import type { ArticleFormat, Probe, Recognition } from '../format.ts'

const recognise = ({ text, name }: Probe): Recognition | null => {
  const head = text.slice(0, 20_000)
  if (!/^(?:MIME-Version|Content-Type|From|Subject):/im.test(head.slice(0, 2000))) return null
  if (/^Snapshot-Content-Location:/im.test(head.slice(0, 4000)))
    return { score: 0.98, why: 'it states Snapshot-Content-Location' }
  const isNamed = /\.mht(?:ml)?$/i.test(name)
  const isPage =
    /^Content-Type:\s*(?:multipart\/(?:related|alternative)|text\/html)/im.test(head) &&
    /^Content-Location:\s*(?:https?|file|cid):/im.test(head)
  if (isPage && (isNamed || !/^(?:Received|Message-ID|To):/im.test(head)))
    return { score: isNamed ? 0.96 : 0.94, why: 'its parts state the address they were saved from' }
  return isNamed && /^MIME-Version:/im.test(head) ? { score: 0.94, why: 'a MIME file named .mhtml' } : null
}

/** A web page saved as one file (RFC 2557), as Chrome, Edge, Opera and Internet Explorer write it. */
export const mhtml: ArticleFormat = {
  kind: 'articles',
  id: 'mhtml',
  name: 'Web page in one file (MHTML)',
  extensions: ['mhtml', 'mht'],
  mediaTypes: ['multipart/related', 'application/x-mimearchive'],
  options: [],
  recognise,
  read: async function* (file) {
    const { readSavedPage } = await import('./read.ts')
    yield readSavedPage(file)
  },
}
