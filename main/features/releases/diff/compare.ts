import { createHash } from 'node:crypto'
import type { ReleaseChange, ReleaseDiff } from '../../../../shared/model/recipe.ts'
import { excerpts, shortened } from './excerpts.ts'
import { aboutOf, type Field, fieldsOf, type Names } from './fields.ts'
import type { OpenRelease } from './open.ts'
import { type Counts, damagedAt, type Item, itemsOf, type What } from './records.ts'

/** Changes told one by one; of the others only the number. */
const mostChanges = 2000

/** UTF-16 units of changed fields kept to show where they differ; beyond, their beginnings are shown. */
const mostKept = 16 << 20
const beginning = 400

/** What of a release was done with: not met yet ≥ 0 (the hash of its record), else one of these. */
const [met, differs] = [-1, -2]

const whats: readonly What[] = ['article', 'mention', 'entity', 'relation', 'evidence', 'type']

/** Where a change is listed: types, entities and relations first, then article by article. */
const groups: Readonly<Record<What, number>> = {
  type: 0,
  entity: 1,
  relation: 2,
  article: 3,
  mention: 3,
  evidence: 3,
}
const withinArticle: Readonly<Record<What, number>> = {
  ...{ type: 0, entity: 0, relation: 0 },
  ...{ article: 0, mention: 1, evidence: 2 },
}

interface Listed {
  readonly change: ReleaseChange
  readonly group: number
  readonly article: number
  readonly kind: number
}

const hashOf = (fields: readonly Field[]): number => {
  const hash = createHash('sha256')
  for (const { name, key } of fields) hash.update(`${name} ${key.length} ${key}\n`)
  return hash.digest().readUIntBE(0, 6)
}

/** Names of what records refer to, learned while a release is read; mentions only of the article at hand. */
const createNames = () => {
  const entities = new Map<string, string>()
  const relations = new Map<string, string>()
  const mentions = new Map<string, string>()
  const names: Names = {
    entity: (uid) => entities.get(uid) ?? '',
    relation: (uid) => relations.get(uid) ?? '',
    mention: (uid) => mentions.get(uid) ?? '',
  }
  const learn = ({ what, uid, record }: Item): void => {
    if (what === 'article') mentions.clear()
    const map = { entity: entities, relation: relations, mention: mentions }[what as string]
    map?.set(uid, aboutOf(record, names).slice(0, 200))
  }
  return { names, learn }
}

/** The article that is being read, for what stands in it. */
const createArticle = () => {
  let current = { uid: '', title: '' }
  return {
    enter: ({ what, uid, record }: Item, names: Names): void => {
      if (what === 'article') current = { uid, title: aboutOf(record, names) }
    },
    uidOf: ({ what, uid, record }: Item): string =>
      what === 'article' ? uid : typeof record.article === 'string' ? record.article : '',
    titleOf: (uid: string): string => (uid === current.uid ? current.title : uid),
  }
}

/** A changed record of the later release, waiting for what it was before. */
interface Pending extends Omit<Listed, 'change'> {
  readonly about: string
  readonly articleTitle: string
  readonly fields: readonly { readonly name: string; readonly key: string; readonly shown: string }[]
}

export interface Watch {
  /** Bytes read of all that will be read. */
  report(done: number, total: number): void
  stopIfCancelled(): void
}

/** Records between two looks at the wish to stop. */
const stopEvery = 1000

/**
 * What was added, changed and removed from one release to another, by uid. Three passes: hashes of the records before;
 * the records after against them; and, for what changed or is gone, the records before again. Memory holds 48 bits and
 * the uid of each record, names of entities and relations, and what is listed.
 * @throws LigatureError import.unreadable · cancelled
 */
export const compareReleases = (before: OpenRelease, after: OpenRelease, watch: Watch): ReleaseDiff => {
  const full = !before.redacted && !after.redacted
  const total = 2 * before.data.size + after.data.size
  const state = new Map<What, Map<string, number>>(whats.map((it) => [it, new Map()]))
  const tally = new Map(whats.map((what) => [what, { what, added: 0, changed: 0, removed: 0 }]))

  function* watched(release: OpenRelease, from: number): Generator<Item, Counts> {
    const items = itemsOf(release, (bytes) => watch.report(from + bytes, total))
    let count = 0
    for (;;) {
      if (count % stopEvery === 0) watch.stopIfCancelled()
      count += 1
      const next = items.next()
      if (next.done) return next.value
      yield next.value
    }
  }
  const twice = (release: OpenRelease, { what, uid, line }: Item) =>
    damagedAt(release, line, `the ${what} "${uid}" stands there for a second time`)

  const noNames = createNames().names
  const remember = watched(before, 0)
  const countsBefore = forEach(remember, (item) => {
    const known = state.get(item.what)!
    if (known.has(item.uid)) throw twice(before, item)
    known.set(item.uid, hashOf(fieldsOf(item.record, full, noNames)))
  })

  const listed: Listed[] = []
  const pending = new Map<string, Pending>()
  const ranks = new Map<string, number>()
  let kept = 0
  const keep = (text: string): string => {
    if (kept + text.length > mostKept) return text.slice(0, beginning)
    kept += text.length
    return text
  }
  const later = createNames()
  const place = createArticle()
  const countsAfter = forEach(watched(after, before.data.size), (item) => {
    const { what, uid, record } = item
    later.learn(item)
    place.enter(item, later.names)
    if (what === 'article') ranks.set(uid, ranks.size)
    const known = state.get(what)!
    const was = known.get(uid)
    if (was === met || was === differs) throw twice(after, item)
    const fields = fieldsOf(record, full, later.names)
    if (was === hashOf(fields)) {
      known.set(uid, met)
      return
    }
    const isNew = was === undefined
    known.set(uid, isNew ? met : differs)
    tally.get(what)![isNew ? 'added' : 'changed'] += 1
    if (listed.length + pending.size >= mostChanges) return
    const article = place.uidOf(item)
    const position = {
      ...{ group: groups[what], kind: withinArticle[what] },
      article: ranks.get(article) ?? -1,
    }
    const [about, title] = [shortened(aboutOf(record, later.names)), article && place.titleOf(article)]
    if (isNew) {
      const change = { how: 'added' as const, what, uid, about, article: shortened(title), fields: [] }
      listed.push({ ...position, change })
    } else {
      pending.set(`${what} ${uid}`, {
        ...{ ...position, about, articleTitle: shortened(title) },
        fields: fields.map((it) => ({ name: it.name, key: it.key, shown: keep(it.shown()) })),
      })
    }
  })

  for (const [what, known] of state)
    for (const it of known.values()) if (it >= 0) tally.get(what)!.removed += 1
  const isMore = [...tally.values()].some((it) => it.removed > 0) || pending.size > 0
  if (isMore) listed.push(...lookBack())

  function lookBack(): Listed[] {
    const found: Listed[] = []
    const gone: Listed[] = []
    const earlier = createNames()
    const place = createArticle()
    let articles = ranks.size
    forEach(watched(before, before.data.size + after.data.size), (item) => {
      const { what, uid, record } = item
      earlier.learn(item)
      place.enter(item, earlier.names)
      if (what === 'article' && !ranks.has(uid)) {
        ranks.set(uid, articles)
        articles += 1
      }
      const waiting = pending.get(`${what} ${uid}`)
      if (waiting) {
        const { about, articleTitle, fields: now, ...position } = waiting
        const then = fieldsOf(record, full, earlier.names)
        const fields = now.flatMap((it, index) => {
          const old = then[index]
          return old && old.name === it.name && old.key !== it.key
            ? [{ name: it.name, ...excerpts(old.shown(), it.shown) }]
            : []
        })
        found.push({
          ...position,
          change: { how: 'changed', what, uid, about, article: articleTitle, fields },
        })
      }
      if (state.get(what)!.get(uid)! < 0 || gone.length >= mostChanges) return
      const article = place.uidOf(item)
      const title = shortened(article && place.titleOf(article))
      const about = shortened(aboutOf(record, earlier.names))
      gone.push({
        ...{ group: groups[what], article: ranks.get(article) ?? -1, kind: withinArticle[what] },
        change: { how: 'removed', what, uid, about, article: title, fields: [] },
      })
    })
    return [...found, ...gone]
  }
  return {
    before: { path: before.path, name: before.name, counts: countsBefore },
    after: { path: after.path, name: after.name, counts: countsAfter },
    counts: [...tally.values()],
    changes: listed
      .sort((a, b) => a.group - b.group || a.article - b.article || a.kind - b.kind)
      .slice(0, mostChanges)
      .map((it) => it.change),
  }
}

/** Does something with each and gives what the generator returned. */
const forEach = <T, R>(items: Generator<T, R>, work: (item: T) => void): R => {
  for (;;) {
    const next = items.next()
    if (next.done) return next.value
    work(next.value)
  }
}
