import { createHash } from 'node:crypto'
import type { ExportSink, ExportSource } from '../../main/features/exports/index.ts'
import type { PaletteColour } from '../../shared/model/schema.ts'

/* A scope stated as plain data, for tests of what looks at one without writing a dataset. */

export interface StatedMention {
  /** The wording, found in the text at or behind the mention stated before it; or places, in UTF-16. */
  readonly quote?: string
  readonly nth?: number
  readonly spans?: readonly (readonly [start: number, end: number])[]
  readonly type?: string
  readonly entity?: string
  readonly by?: string
  readonly value?: string
  readonly how?: string
}

export interface StatedArticle {
  readonly title?: string
  readonly text: string
  readonly language?: string
  readonly date?: string
  readonly publisher?: string
  readonly status?: string
  readonly mentions?: readonly StatedMention[]
}

export interface StatedRelation {
  readonly type: string
  readonly source: string
  readonly target: string
  readonly directed?: boolean
  readonly validFrom?: string
  readonly validTo?: string
  readonly amount?: string
  readonly currency?: string
  readonly share?: string
  /** Article by its number, and its mentions by theirs. */
  readonly evidence?: readonly {
    readonly article: number
    readonly source?: number
    readonly target?: number
  }[]
}

export interface Stated {
  readonly name?: string
  /** Types by key: name, kind, colour. */
  readonly types?: Readonly<Record<string, { name?: string; value?: 'money'; colour?: PaletteColour }>>
  readonly relationTypes?: readonly string[]
  /** `owns: company > product` */
  readonly rules?: readonly string[]
  /** Entities by name. */
  readonly entities?: Readonly<
    Record<string, { type?: string; aliases?: string[]; ids?: [string, string][]; name?: string }>
  >
  readonly articles?: readonly StatedArticle[]
  readonly relations?: readonly StatedRelation[]
  readonly persons?: Readonly<Record<string, string>>
}

const madeAt = '2026-01-02T03:04:05.000Z'
const made = { madeBy: 'ada', madeHow: 'hand', madeAt }

export const statedSource = (stated: Stated): ExportSource => {
  const { types = { company: {} }, entities = {}, articles = [], relations = [] } = stated
  const entityRows = Object.entries(entities).map(([key, it], index) => ({
    ...{ ...made, id: index + 1, uid: `entity-${key}`, type: it.type ?? 'company', name: it.name ?? key },
    ...{ note: '', position: null },
    aliases: (it.aliases ?? []).map((text, at) => ({ uid: `alias-${index}-${at}`, text, language: '' })),
    outsideIds: (it.ids ?? []).map(([scheme, value], at) => ({ uid: `id-${index}-${at}`, scheme, value })),
  }))
  const mentionsOf = ({ text, mentions = [] }: StatedArticle, article: number) =>
    mentions.map((it, index) => {
      let start = -1
      for (let n = 0; n < (it.nth ?? 1); n += 1) start = text.indexOf(it.quote ?? '', start + 1)
      if (!it.spans && start < 0) throw new Error(`"${it.quote}" is not in "${text}".`)
      const spans = it.spans ?? [[start, start + it.quote!.length] as const]
      return {
        ...{ ...made, madeBy: it.by ?? 'ada', madeHow: it.how ?? 'hand', uid: `mention-${article}-${index}` },
        ...{ type: it.type ?? 'company', entityUid: it.entity === undefined ? null : `entity-${it.entity}` },
        entityName: it.entity === undefined ? '' : (entities[it.entity]?.name ?? it.entity),
        ...{ value: it.value ?? '', certainty: 'certain', note: '' },
        fragments: spans.map(([from, to]) => ({ start: from, end: to, quote: text.slice(from, to) })),
      }
    })
  const articleRows = articles.map((it, index) => ({
    ...{ ...made, id: index + 1, uid: `article-${index}`, title: it.title ?? `Article ${index}` },
    ...{ language: it.language ?? 'en', publishedOn: it.date ?? '2018-06-18' },
    ...{ publisher: it.publisher ?? 'The Paper', sourceUrl: '', status: it.status ?? 'done', note: '' },
    ...{ textId: index + 1, textHash: createHash('sha256').update(it.text).digest('hex'), sourceId: null },
  }))
  const mentionRows = articles.map(mentionsOf)
  const relationRows = relations.map((it, index) => ({
    ...{ ...made, id: index + 1, uid: `relation-${index}`, type: it.type, directed: it.directed ?? true },
    ...{ sourceUid: `entity-${it.source}`, sourceName: it.source },
    ...{ targetUid: `entity-${it.target}`, targetName: it.target, status: '' },
    ...{ validFrom: it.validFrom ?? '', validTo: it.validTo ?? '', amount: it.amount ?? '' },
    ...{ currency: it.currency ?? '', share: it.share ?? '', certainty: 'certain', note: '' },
  }))
  const evidenceRows = relations.flatMap(({ evidence = [] }, relation) =>
    evidence.map((it, index) => {
      const { text } = articles[it.article]!
      const { title, publisher, publishedOn, textHash } = articleRows[it.article]!
      return {
        ...{ ...made, uid: `evidence-${relation}-${index}`, relationUid: `relation-${relation}` },
        ...{ articleId: it.article + 1, articleUid: `article-${it.article}`, articleTitle: title },
        ...{ publisher, publishedOn, sourceUrl: '', textHash, start: 0, end: text.length, quote: text },
        sourceMentionUid: it.source === undefined ? null : `mention-${it.article}-${it.source}`,
        targetMentionUid: it.target === undefined ? null : `mention-${it.article}-${it.target}`,
        note: '',
      }
    }),
  )
  return {
    project: { uid: 'project', name: stated.name ?? 'Stated', note: '', madeAt },
    entityTypes: Object.entries(types).map(([key, { name, value, colour }], position) => ({
      ...{ uid: `type-${key}`, key, name: name ?? key, kind: value ? 'value' : 'entity' },
      ...{ valueKind: value ?? null, colour: colour ?? 'blue', pattern: 'solid', label: key.toUpperCase() },
      ...{ shortcut: '', position },
    })) as ExportSource['entityTypes'],
    relationTypes: (stated.relationTypes ?? []).map((key, position) => ({
      ...{ uid: `relation-type-${key}`, key, name: key, inverseName: '', directed: true },
      ...{ colour: 'green', dash: 'solid', position },
    })),
    rules: (stated.rules ?? []).map((it, index) => {
      const [relationType, source, target] = it.split(/[:>]/).map((part) => part.trim())
      return { uid: `rule-${index}`, relationType: relationType!, source: source!, target: target! }
    }),
    persons: () =>
      Object.entries(stated.persons ?? { ada: 'Ada', bea: 'Bea' }).map(([uid, name]) => ({ uid, name })),
    entities: () => entityRows,
    countMentions: (id) => mentionRows.flat().filter((it) => it.entityUid === entityRows[id - 1]!.uid).length,
    relations: () => relationRows,
    articles: () => articleRows,
    text: (id) => articles[id - 1]!.text,
    original: () => null,
    mentions: (id) => mentionRows[id - 1]!,
    evidenceIn: (id) => evidenceRows.filter((it) => it.articleId === id),
    evidenceOf: (id) => evidenceRows.filter((it) => it.relationUid === `relation-${id - 1}`),
    relation: (uid) => relationRows.find((it) => it.uid === uid)!,
    entity: (uid) => entityRows.find((it) => it.uid === uid)!,
    foreign: () => null,
    foreignId: () => null,
    setParts: () => [],
  }
}

/** A sink in memory: texts by name. */
export const textSink = (): ExportSink & { readonly files: Readonly<Record<string, string>> } => {
  const files: Record<string, string> = {}
  return {
    files,
    file: (name) => {
      files[name] = ''
      return {
        write: (text) => {
          files[name] += text
        },
      }
    },
    bytes: (name) => {
      throw new Error(`${name} is no text.`)
    },
    done: () => {},
    lose: () => {},
  }
}
