import type { ExportFormat, ExportSource } from '../../main/features/exports/format.ts'
import type { JsonValue } from '../../shared/model/json.ts'
import { completeOptions, type OptionValues } from '../../shared/model/option.ts'

/** A project of one article for the tests of single formats: everything a format may hold, given as plain data. */

export interface Piece {
  readonly spans: readonly (readonly [start: number, end: number])[]
  readonly type: string
  readonly entity?: string
  readonly value?: string
  readonly note?: string
  readonly certainty?: string
}

export interface OneArticle {
  readonly text: string
  readonly title?: string
  readonly mentions?: readonly Piece[]
  /** Relations by the numbers of their mentions. */
  readonly relations?: readonly {
    readonly type: string
    readonly source: number
    readonly target: number
    readonly passage: readonly [number, number]
    readonly directed?: boolean
  }[]
  readonly foreign?: Readonly<Record<string, JsonValue>>
  readonly setParts?: readonly { readonly name: string; readonly data: JsonValue }[]
}

const made = { madeBy: 'person-1', madeHow: 'hand', madeAt: '2026-01-02T03:04:05.000Z' }

export const sourceOf = (given: OneArticle): ExportSource => {
  const { text, title = 'One & <only>', mentions = [], relations = [], foreign = {} } = given
  const entityUids = [...new Set(mentions.flatMap((it) => it.entity ?? []))]
  const entity = (uid: string) => ({
    ...made,
    id: entityUids.indexOf(uid) + 1,
    uid,
    type: mentions.find((it) => it.entity === uid)?.type ?? 'company',
    name: `Name of ${uid}`,
    note: 'entity note',
    position: null,
    aliases: [{ uid: `alias-${uid}`, text: `Alias: ${uid}`, language: 'en' }],
    outsideIds: [{ uid: `outside-${uid}`, scheme: 'wikidata', value: 'Q42' }],
  })
  const mentionRows = mentions.map((it, index) => ({
    ...made,
    uid: `mention-${index}`,
    type: it.type,
    entityUid: it.entity ?? null,
    entityName: it.entity ? `Name of ${it.entity}` : '',
    value: it.value ?? '',
    certainty: it.certainty ?? 'certain',
    note: it.note ?? '',
    fragments: it.spans.map(([start, end]) => ({ start, end, quote: text.slice(start, end) })),
  }))
  const relation = (index: number) => {
    const it = relations[index]!
    return {
      ...made,
      id: index + 1,
      uid: `relation-${index}`,
      type: it.type,
      directed: it.directed ?? true,
      sourceUid: mentions[it.source]!.entity!,
      sourceName: '',
      targetUid: mentions[it.target]!.entity!,
      targetName: '',
      status: 'announced',
      validFrom: '2018-06',
      validTo: '',
      amount: '550000000',
      currency: 'USD',
      share: '0.93',
      certainty: 'probable',
      note: 'a note',
    }
  }
  const article = {
    ...made,
    id: 1,
    uid: 'article-1',
    title,
    language: 'de',
    publishedOn: '2018-06-18',
    publisher: 'Börse & Co',
    sourceUrl: 'https://example.org/a?b=1&c=2',
    status: 'done',
    note: 'article note',
    textId: 1,
    textHash: '',
    sourceId: null,
  }
  const evidence = relations.map((it, index) => ({
    ...made,
    uid: `evidence-${index}`,
    relationUid: `relation-${index}`,
    articleId: 1,
    articleUid: article.uid,
    articleTitle: title,
    publisher: '',
    publishedOn: '',
    sourceUrl: '',
    textHash: '',
    start: it.passage[0],
    end: it.passage[1],
    quote: text.slice(it.passage[0], it.passage[1]),
    sourceMentionUid: `mention-${it.source}`,
    targetMentionUid: `mention-${it.target}`,
    note: 'why',
  }))
  return {
    project: { uid: 'project', name: 'Project', note: '', madeAt: made.madeAt },
    entityTypes: [],
    relationTypes: [],
    rules: [],
    persons: () => [],
    entities: () => entityUids.map(entity),
    countMentions: () => 0,
    relations: () => relations.map((_, index) => relation(index)),
    articles: () => [article],
    text: () => text,
    original: () => null,
    mentions: () => mentionRows,
    evidenceIn: () => evidence,
    evidenceOf: (id) => evidence.filter((it) => it.relationUid === `relation-${id - 1}`),
    relation: (uid) => relation(Number(uid.slice('relation-'.length))),
    entity,
    foreign: (_, uid) => foreign[uid] ?? null,
    foreignId: () => null,
    setParts: () => given.setParts ?? [],
  }
}

/** What a format writes for an article: bytes by file name, and the losses it told. */
export const written = (format: ExportFormat, given: OneArticle, options: OptionValues = {}) => {
  const pieces = new Map<string, Uint8Array[]>()
  const lost: string[] = []
  const open = (name: string): Uint8Array[] => {
    const list: Uint8Array[] = []
    pieces.set(name, list)
    return list
  }
  format.write(
    sourceOf(given),
    {
      file: (name) => {
        const list = open(name)
        return { write: (text) => void list.push(Buffer.from(text, 'utf8')) }
      },
      bytes: (name) => {
        const list = open(name)
        return { write: (bytes) => void list.push(Buffer.from(bytes)) }
      },
      done: () => {},
      lose: (what) => void lost.push(what),
    },
    completeOptions(format.options, options),
  )
  const files = Object.fromEntries([...pieces].map(([name, list]) => [name, Buffer.concat(list)]))
  return { files, lost }
}

/** Everything at once: nested, discontinuous, a value, an astral character before a mention, a relation. */
export const fullArticle: OneArticle = {
  text: 'Die 🚀 Google LLC kauft\tAnteile an JD.com für 5 Mio. Dollar.\n\nGoogle und Co. sagen ]]> & <nein>.\r Ende',
  mentions: [
    { spans: [[7, 13]], type: 'company', entity: 'entity-g', note: 'a "note"', certainty: 'doubtful' },
    { spans: [[7, 17]], type: 'company', entity: 'entity-g' },
    { spans: [[35, 41]], type: 'company', entity: 'entity-j' },
    {
      spans: [[46, 59]],
      type: 'money',
      value: '{"kind":"money","amount":5000000,"currency":"USD"}',
    },
    {
      spans: [
        [62, 68],
        [73, 76],
      ],
      type: 'company',
      entity: 'entity-g',
    },
  ],
  relations: [{ type: 'owns_share', source: 1, target: 2, passage: [0, 61] }],
}
