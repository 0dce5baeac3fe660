import type { Database } from '../../main/db/index.ts'
import type { EndpointOf, Input, JournalledTable, MethodName } from '../../shared/contract/define.ts'
import type { CoreContract } from '../../shared/contract/index.ts'
import { paletteColour } from '../../shared/model/schema.ts'

/* A generator of inputs for every command of the contract. Adding a command without one does not compile. */

type Method = MethodName<CoreContract>
export type CommandName = {
  [M in Method]: EndpointOf<CoreContract, M>['kind'] extends 'command' ? M : never
}[Method]

/** Turns a list of random numbers into choices about the project as it stands. */
export interface Picker {
  /** 0 ≤ n < limit. */
  int(limit: number): number
  chance(oneIn: number): boolean
  one<T>(values: readonly T[]): T
  /** A row that is there; now and then one that is not. */
  row(table: JournalledTable): number
  rows(table: JournalledTable): number[]
  /** A span in an article: mostly on characters, now and then through one or beyond the end. */
  span(articleId: number): { start: number; end: number }
  /** A row's cell, for choices that should fit. */
  cell<T>(sql: string, id: number): T | undefined
}

const missing = 987_654

export const createPicker = (db: Database, seeds: readonly number[]): Picker => {
  let at = 0
  const next = (): number => (seeds[at++ % seeds.length]! + at * 7919) >>> 0
  const int = (limit: number): number => next() % Math.max(1, limit)
  const chance = (oneIn: number): boolean => int(oneIn) === 0
  const row = (table: JournalledTable): number => {
    const ids = db.column<number>(`SELECT id FROM ${table} ORDER BY id`)
    return ids.length === 0 || chance(15) ? missing : ids[int(ids.length)]!
  }
  return {
    int,
    chance,
    one: (values) => values[int(values.length)]!,
    row,
    rows: (table) => [...new Set(Array.from({ length: 1 + int(4) }, () => row(table)))],
    span: (articleId) => {
      const length =
        db.value<number>('SELECT t.length FROM article a JOIN text t ON t.id = a.text_id WHERE a.id = ?', [
          articleId,
        ]) ?? 10
      const start = int(length)
      return { start, end: Math.min(start + 1 + int(12), chance(20) ? length + 5 : length) }
    },
    cell: (sql, id) => db.value(sql, [id]),
  }
}

const words = [
  'JD.com',
  '京东',
  'Straße & Söhne',
  'a',
  ' spaced ',
  '🚀',
  'O\'Neil "x"',
  '=1+1',
  'ﬁn ŉ',
] as const
const notes = ['', 'note', 'line\nline 📝', '备注'] as const
const dates = ['', '2018', '2018-06', '2018-06-18'] as const
const languages = ['', 'de', 'en', 'zh'] as const
const certainties = ['certain', 'probable', 'doubtful'] as const
const values = [
  { kind: 'money', amount: 550_000_000, currency: 'USD' },
  { kind: 'date', from: '2018-06-18', precision: 'day' },
  { kind: 'percentage', value: 10 },
] as const

/** Some of the fields, at least one as a rule. */
const some = <T extends object>(p: Picker, fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(() => p.chance(3))) as Partial<T>

const fragmentsOf = (p: Picker, articleId: number) =>
  Array.from({ length: p.chance(4) ? 2 : 1 }, () => p.span(articleId))

const passage = (p: Picker, mentionId = p.row('mention')) => {
  const articleId =
    p.cell<number>('SELECT article_id FROM mention WHERE id = ?', mentionId) ?? p.row('article')
  return {
    articleId,
    span: p.span(articleId),
    ...(p.chance(2) ? { sourceMentionId: mentionId } : {}),
    ...(p.chance(3) ? { targetMentionId: p.row('mention') } : {}),
    note: p.one(notes),
  }
}

const attributes = (p: Picker) =>
  some(p, {
    status: p.one(['', 'announced', 'denied', 'completed', 'ended'] as const),
    validFrom: p.one(dates),
    validTo: p.one(dates),
    amount: p.one([null, 550_000_000, 0.1, -3]),
    currency: p.one(['', 'USD', 'CNY']),
    share: p.one([null, 0.93, 100]),
    certainty: p.one(certainties),
    note: p.one(notes),
  })

const typeFields = (p: Picker) => ({
  key: p.one(['ship', 'law', '法律', 'company', `t${p.int(1000)}`]),
  name: p.one(words),
  colour: p.one(paletteColour.options),
  label: p.one(['', 'SHIP']),
})

const recipe = (p: Picker) => {
  const train = p.int(101)
  return {
    scope: { articles: {}, ...some(p, { setAside: true, typeIds: p.rows('entity_type') }) },
    formats: [{ formatId: p.one(['ligature-jsonl', 'brat', 'gexf', 'unheard-of']), options: {} }],
    cleaning: { invisible: p.chance(2), blanks: p.chance(2), nfc: p.chance(2) },
    split: {
      by: p.one(['none', 'random', 'date', 'deal', 'type'] as const),
      seed: p.one(words),
      shares: { train, validation: 0, test: p.chance(12) ? 1 : 100 - train },
      ...{ keepDuplicatesTogether: p.chance(2), keepDealsTogether: p.chance(2) },
    },
    identity: p.one(['article', 'text', 'address'] as const),
    redaction: { on: p.chance(4), quoteLength: p.int(200) },
    shape: p.one(['folder', 'zip'] as const),
    card: {
      ...{ title: p.one(words), version: '', authors: '', licence: '', description: p.one(notes) },
      ...{ guidelines: '', limits: '' },
    },
  }
}

type Generators = { [M in CommandName]: (p: Picker) => Input<EndpointOf<CoreContract, M>> }

export const commands: Generators = {
  'projects.update': (p) => some(p, { name: p.one(words), note: p.one(notes) }),
  'articles.update': (p) => ({
    ids: p.rows('article'),
    patch: some(p, {
      title: p.one([...words, '']),
      language: p.one(languages),
      publishedOn: p.one(dates),
      publisher: p.one(words),
      sourceUrl: p.one(['', 'https://example.org/?a=1']),
      status: p.one(['unread', 'in_progress', 'done', 'reviewed', 'set_aside'] as const),
      note: p.one(notes),
    }),
  }),
  'articles.remove': (p) => ({ ids: p.rows('article').slice(0, 2) }),
  'mentions.create': (p) => {
    const articleId = p.row('article')
    const entityId = p.row('entity')
    const fits = p.cell<number>('SELECT type_id FROM entity WHERE id = ?', entityId)
    return {
      articleId,
      fragments: fragmentsOf(p, articleId),
      ...(p.chance(2) && fits !== undefined
        ? { typeId: fits, entityId }
        : { typeId: p.row('entity_type'), ...(p.chance(12) ? { entityId } : {}) }),
      ...(p.chance(9) ? { value: p.one(values) } : {}),
      ...some(p, { certainty: p.one(certainties), note: p.one(notes) }),
    }
  },
  'mentions.update': (p) => {
    const ids = p.rows('mention').slice(0, 1 + p.int(3))
    const entityId = p.row('entity')
    return {
      ids,
      patch: some(p, {
        typeId: p.chance(2)
          ? (p.cell<number>('SELECT type_id FROM entity WHERE id = ?', entityId) ?? p.row('entity_type'))
          : p.row('entity_type'),
        entityId: p.chance(3) ? null : entityId,
        value: p.chance(2) ? null : p.one(values),
        certainty: p.one(certainties),
        note: p.one(notes),
      }),
    }
  },
  'mentions.move': (p) => {
    const id = p.row('mention')
    const articleId = p.cell<number>('SELECT article_id FROM mention WHERE id = ?', id) ?? 1
    return { id, fragments: fragmentsOf(p, articleId) }
  },
  'mentions.linkToNewEntity': (p) => {
    const ids = p.rows('mention').slice(0, 1 + p.int(2))
    const typeId = p.cell<number>('SELECT type_id FROM mention WHERE id = ?', ids[0]!)
    return { ids, typeId: typeId ?? p.row('entity_type'), name: p.one(words) }
  },
  'mentions.tagOccurrences': (p) => ({ id: p.row('mention') }),
  'mentions.remove': (p) => ({ ids: p.rows('mention') }),
  'entities.create': (p) => ({
    typeId: p.row('entity_type'),
    name: p.one([...words, ' ']),
    note: p.one(notes),
    aliases: Array.from({ length: p.int(3) }, () => ({ text: p.one(words), language: p.one(languages) })),
  }),
  'entities.update': (p) => ({
    id: p.row('entity'),
    patch: some(p, { name: p.one(words), typeId: p.row('entity_type'), note: p.one(notes) }),
  }),
  'entities.remove': (p) => ({ id: p.row('entity') }),
  'entities.addAlias': (p) => ({
    entityId: p.row('entity'),
    text: p.one([...words, ' ']),
    language: p.one(languages),
  }),
  'entities.updateAlias': (p) => ({ id: p.row('alias'), text: p.one(words), language: p.one(languages) }),
  'entities.removeAlias': (p) => ({ id: p.row('alias') }),
  'entities.addOutsideId': (p) => ({
    entityId: p.row('entity'),
    scheme: p.one(['wikidata', 'lei']),
    value: p.one(words),
  }),
  'entities.removeOutsideId': (p) => ({ id: p.row('outside_id') }),
  'relations.state': (p) => ({
    typeId: p.row('relation_type'),
    sourceId: p.row('entity'),
    targetId: p.row('entity'),
    ...(p.chance(3) ? {} : { evidence: passage(p) }),
    ...(p.chance(2) ? { attributes: attributes(p) } : {}),
  }),
  'relations.update': (p) => ({
    id: p.row('relation'),
    patch: { ...attributes(p), ...some(p, { typeId: p.row('relation_type'), swap: p.chance(2) }) },
  }),
  'relations.remove': (p) => ({ ids: p.rows('relation') }),
  'relations.addEvidence': (p) => ({ relationId: p.row('relation'), ...passage(p) }),
  'relations.moveEvidence': (p) => {
    const id = p.row('evidence')
    return { id, span: p.span(p.cell<number>('SELECT article_id FROM evidence WHERE id = ?', id) ?? 1) }
  },
  'relations.removeEvidence': (p) => ({ ids: p.rows('evidence') }),
  'schema.addEntityType': (p) => ({
    ...typeFields(p),
    ...(p.chance(3)
      ? ({ kind: 'value', valueKind: 'date' } as const)
      : ({ kind: 'entity', valueKind: p.chance(9) ? 'date' : null } as const)),
    pattern: p.one(['solid', 'thin'] as const),
    shortcut: p.one(['', 'q']),
  }),
  'schema.updateEntityType': (p) => ({
    id: p.row('entity_type'),
    patch: some(p, { ...typeFields(p), position: p.int(20) }),
  }),
  'schema.removeEntityType': (p) => ({ id: p.row('entity_type') }),
  'schema.addRelationType': (p) => {
    const { label: _, ...fields } = typeFields(p)
    return { ...fields, inverseName: p.one(words), directed: p.chance(2), dash: 'dotted' }
  },
  'schema.updateRelationType': (p) => {
    const { label: _, ...fields } = typeFields(p)
    return {
      id: p.row('relation_type'),
      patch: some(p, { ...fields, directed: p.chance(2), position: p.int(20) }),
    }
  },
  'schema.removeRelationType': (p) => ({ id: p.row('relation_type') }),
  'schema.setRules': (p) => ({
    relationTypeId: p.row('relation_type'),
    rules: Array.from({ length: p.int(4) }, () => ({
      sourceTypeId: p.row('entity_type'),
      targetTypeId: p.row('entity_type'),
    })),
  }),
  'network.moveNodes': (p) => ({
    nodes: p.rows('entity').map((entityId) => ({
      entityId,
      x: p.int(2000) / 3 - 300,
      y: -p.int(500),
      pinned: p.chance(2),
    })),
    by: p.one(['drag', 'layout', 'pin'] as const),
  }),
  'releases.saveRecipe': (p) => ({
    ...(p.chance(2) ? { id: p.row('recipe') } : {}),
    name: p.one(words),
    data: recipe(p),
  }),
  'releases.removeRecipe': (p) => ({ id: p.row('recipe') }),
}

export const commandNames = Object.keys(commands) as CommandName[]
