import { hash } from 'node:crypto'
import type { ReleaseChange, ReleaseDiff } from '../../../../shared/model/recipe.ts'
import type { LigatureError } from '../../../core/errors.ts'
import { type Context, createContext } from './context.ts'
import { excerpts, shortened } from './excerpts.ts'
import { aboutOf, type Field, fieldsOf } from './fields.ts'
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

/** 48 bits of what a record says. */
const hashOf = (fields: readonly Field[]): number => {
  let all = ''
  for (const { key } of fields) all += `${key.length} ${key}\n`
  return hash('sha256', all, 'buffer').readUIntBE(0, 6)
}

/** Where a change is listed. */
interface Place {
  readonly group: number
  /** Place of the article among all; -1 for none. */
  readonly article: number
  readonly kind: number
}

interface Listed extends Place {
  readonly change: ReleaseChange
}

/** A changed record of the later release, waiting for what it was before. */
interface Pending extends Place {
  readonly change: ReleaseChange
  readonly fields: readonly { readonly name: string; readonly key: string; readonly shown: string }[]
}

export interface Watch {
  /** Bytes read of all that will be read. */
  report(done: number, total: number): void
  stopIfCancelled(): void
}

/** Records between two looks at the wish to stop. */
const stopEvery = 1000

/** Does something with each record of a release and gives its counts. `done`: bytes read before. */
const readThrough = (
  release: OpenRelease,
  { report, stopIfCancelled }: Watch,
  [done, total]: readonly [number, number],
  work: (item: Item, context: Context) => void,
): Counts => {
  const context = createContext()
  const items = itemsOf(release, (bytes) => report(done + bytes, total), context.meet)
  for (let count = 0; ; count += 1) {
    if (count % stopEvery === 0) stopIfCancelled()
    const next = items.next()
    if (next.done) return next.value
    context.enter(next.value)
    work(next.value, context)
  }
}

/** Keeps texts whole as long as there is room, then their beginnings. */
const createKeeper = (): ((text: string) => string) => {
  let kept = 0
  return (text) => {
    if (kept + text.length > mostKept) return text.slice(0, beginning)
    kept += text.length
    return text
  }
}

/** Fields that differ, with their old and new values; two of one name with their uids. */
const differencesOf = (before: readonly Field[], after: Pending['fields']): ReleaseChange['fields'] =>
  after.flatMap(({ name, key, shown }, index) => {
    const old = before[index]
    if (!old || old.key === key) return []
    const was = old.shown()
    const isSame = was === shown && name !== 'text'
    const values = isSame ? excerpts(`${was} (${old.key})`, `${shown} (${key})`) : excerpts(was, shown)
    return [{ name, ...values }]
  })

/**
 * What was added, changed and removed from one release to another, by uid. Three passes: hashes of the records before;
 * the records after against them; and, for what changed or is gone, the records before again. Memory holds 48 bits and
 * the uid of each record, names of entities and relations, and what is listed.
 * @throws LigatureError import.unreadable · cancelled
 */
export const compareReleases = (before: OpenRelease, after: OpenRelease, watch: Watch): ReleaseDiff => {
  const full = !before.redacted && !after.redacted
  const [sizeBefore, sizeAfter] = [before.data.size, after.data.size]
  const total = 2 * sizeBefore + sizeAfter
  const states = new Map<What, Map<string, number>>(whats.map((it) => [it, new Map()]))
  const tally = new Map(whats.map((what) => [what, { what, added: 0, changed: 0, removed: 0 }]))
  /** Place of each article: those of the later release in their order, then those that are gone. */
  const ranks = new Map<string, number>()
  const added: Listed[] = []
  const pending = new Map<string, Pending>()

  const twice = (release: OpenRelease, { what, uid, line }: Item): LigatureError =>
    damagedAt(release, line, `the ${what} "${uid}" stands there for a second time`)

  /** A change as it is listed, without its fields. */
  const listed = (how: ReleaseChange['how'], item: Item, context: Context): Listed => {
    const { what, uid, record } = item
    const article = context.articleOf(item)
    const about = shortened(aboutOf(record, context.names))
    return {
      ...{ group: groups[what], article: ranks.get(article) ?? -1, kind: withinArticle[what] },
      change: { how, what, uid, about, article: article && context.titleOf(article), fields: [] },
    }
  }

  const countsBefore = readThrough(before, watch, [0, total], (item, { names }) => {
    const known = states.get(item.what)!
    if (known.has(item.uid)) throw twice(before, item)
    known.set(item.uid, hashOf(fieldsOf(item.record, full, names)))
  })

  const keep = createKeeper()
  const countsAfter = readThrough(after, watch, [sizeBefore, total], (item, later) => {
    const { what, uid, record } = item
    if (what === 'article') ranks.set(uid, ranks.size)
    const known = states.get(what)!
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
    if (added.length + pending.size >= mostChanges) return
    if (isNew) added.push(listed('added', item, later))
    else
      pending.set(`${what} ${uid}`, {
        ...listed('changed', item, later),
        fields: fields.map(({ name, key, shown }) => ({ name, key, shown: keep(shown()) })),
      })
  })
  for (const [what, known] of states)
    for (const it of known.values()) if (it >= 0) tally.get(what)!.removed += 1

  /** What changed, with its fields as they were, and what is gone. */
  const lookBack = (): Listed[] => {
    const changed: Listed[] = []
    const removed: Listed[] = []
    readThrough(before, watch, [sizeBefore + sizeAfter, total], (item, earlier) => {
      const { what, uid, record } = item
      if (what === 'article' && !ranks.has(uid)) ranks.set(uid, ranks.size)
      const waiting = pending.get(`${what} ${uid}`)
      if (waiting) {
        const { fields: now, change, ...place } = waiting
        const fields = differencesOf(fieldsOf(record, full, earlier.names), now)
        changed.push({ ...place, change: { ...change, fields } })
      }
      if (states.get(what)!.get(uid)! >= 0 && removed.length < mostChanges)
        removed.push(listed('removed', item, earlier))
    })
    return [...changed, ...removed]
  }
  const isMore = pending.size > 0 || [...tally.values()].some((it) => it.removed > 0)
  const changes = [...added, ...(isMore ? lookBack() : [])]
  return {
    before: { path: before.path, name: before.name, counts: countsBefore },
    after: { path: after.path, name: after.name, counts: countsAfter },
    counts: [...tally.values()],
    changes: changes
      .sort((a, b) => a.group - b.group || a.article - b.article || a.kind - b.kind)
      .slice(0, mostChanges)
      .map((it) => it.change),
  }
}
