import type { ArticleFormat, Probe, Recognition } from '../format.ts'

const atom = /^http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)$/

const recognise = ({ xmlRoot, text, name }: Probe): Recognition | null => {
  const head = text.slice(0, 20_000)
  if (xmlRoot?.name === 'rss') return { score: 0.97, why: 'its root is <rss>' }
  if (xmlRoot?.name === 'feed' && (atom.test(xmlRoot.namespace) || /<entry[\s>]/.test(head)))
    return { score: 0.97, why: 'it is an Atom <feed>' }
  if (
    xmlRoot?.name === 'RDF' &&
    /["']http:\/\/(?:purl\.org\/rss\/1\.0\/|my\.netscape\.com\/rdf\/simple\/0\.9\/|channel\.netscape\.com\/rdf\/simple\/0\.9\/)["']/.test(
      head,
    )
  )
    return { score: 0.97, why: 'it is an RSS 1.0 feed (RDF)' }
  // Not well-formed, but plainly one.
  if (
    /\.(?:rss|atom|xml)$/i.test(name) &&
    /<(?:rss\s|channel>|feed\s)/.test(head) &&
    /<(?:item|entry)[\s>]/.test(head)
  )
    return { score: 0.7, why: 'it holds the elements of a feed' }
  return null
}

/** Saved feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom. Every entry is an article; nothing is fetched. */
export const feed: ArticleFormat = {
  kind: 'articles',
  id: 'feed',
  name: 'News feed (RSS, Atom)',
  extensions: ['rss', 'atom', 'rdf', 'xml'],
  mediaTypes: ['application/rss+xml', 'application/atom+xml'],
  options: [],
  recognise,
  read: async function* (file, context) {
    const { readFeed } = await import('./read.ts')
    yield* readFeed(file, context)
  },
}
