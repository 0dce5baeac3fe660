import type { Database } from '../../main/db/index.ts'
import { createTextStore } from '../../main/features/articles/index.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { foldForIndex } from '../../shared/text/search.ts'
import { at } from './fixtureProject.ts'

/** A project as plain data, for suites that make many of them. Indexes point into the lists. */
export interface Corpus {
  /** Keys; a kind makes it a type of values. */
  readonly types: readonly { key: string; valueKind?: 'money' | 'date' | 'percentage' | 'quantity' }[]
  readonly relationTypes: readonly { key: string; directed: boolean }[]
  readonly entities: readonly CorpusEntity[]
  readonly relations: readonly CorpusRelation[]
  readonly articles: readonly CorpusArticle[]
}

export type Certainty = 'certain' | 'probable' | 'doubtful'

export interface CorpusEntity {
  readonly type: number
  readonly name: string
  readonly note?: string
  readonly aliases?: readonly (readonly [text: string, language: string])[]
  readonly outsideIds?: readonly (readonly [scheme: string, value: string])[]
  readonly position?: readonly [x: number, y: number]
}

export interface CorpusRelation {
  readonly type: number
  readonly source: number
  readonly target: number
  readonly status?: string
  readonly validFrom?: string
  readonly validTo?: string
  readonly amount?: string
  readonly currency?: string
  readonly share?: string
  readonly certainty?: Certainty
  readonly note?: string
}

export interface CorpusMention {
  readonly type: number
  /** UTF-16, half-open, in order, disjoint. */
  readonly fragments: readonly (readonly [start: number, end: number])[]
  readonly entity?: number
  readonly value?: unknown
  readonly certainty?: Certainty
  readonly note?: string
  readonly suggested?: boolean
}

export interface CorpusArticle {
  readonly text: string
  readonly title?: string
  readonly language?: string
  readonly publishedOn?: string
  readonly publisher?: string
  readonly sourceUrl?: string
  readonly status?: string
  readonly note?: string
  readonly mentions?: readonly CorpusMention[]
  readonly evidence?: readonly {
    readonly relation: number
    readonly span: readonly [start: number, end: number]
    /** Indexes into this article's mentions. */
    readonly source?: number
    readonly target?: number
    readonly note?: string
  }[]
}

/** Fills a new project in the place of its types; uids, ids and times are those of the corpus' order. */
export const fillCorpus = (db: Database, corpus: Corpus): void => db.transaction(() => fill(db, corpus))

const fill = (db: Database, corpus: Corpus): void => {
  const store = createTextStore(db)
  const me = db.value<number>('SELECT min(id) FROM person')!
  db.run('DELETE FROM entity_type')
  const insert = (sql: string, values: (string | number | null)[]): number =>
    db.run(`${sql} VALUES (${values.map(() => '?').join(', ')})`, values as Parameters<typeof db.run>[1])
      .lastInsertRowid
  const types = corpus.types.map(({ key, valueKind = '' }, index) =>
    insert(
      'INSERT INTO entity_type (uid, key, name, kind, value_kind, colour, pattern, label, shortcut, position)',
      [
        ...[`type-${index}`, key, key.toUpperCase(), valueKind === '' ? 'entity' : 'value', valueKind],
        ...['blue', 'solid', key.slice(0, 8), '', index],
      ],
    ),
  )
  const relationTypes = corpus.relationTypes.map(({ key, directed }, index) =>
    insert('INSERT INTO relation_type (uid, key, name, inverse_name, directed, colour, dash, position)', [
      ...[`relation-type-${index}`, key, key, '', directed ? 1 : 0, 'green', 'solid', index],
    ]),
  )
  const entities = corpus.entities.map((it, index) => {
    const id = insert('INSERT INTO entity (uid, type_id, name, name_key, note, made_by, made_how, made_at)', [
      ...[`entity-${index}`, types[it.type]!, it.name, foldKey(it.name), it.note ?? '', me, 'hand', at],
    ])
    it.aliases?.forEach(([text, language], order) => {
      insert('INSERT INTO alias (uid, entity_id, text, key, language)', [
        ...[`alias-${index}-${order}`, id, text, foldKey(text), language],
      ])
    })
    it.outsideIds?.forEach(([scheme, value], order) => {
      insert('INSERT INTO outside_id (uid, entity_id, scheme, value)', [
        ...[`outside-${index}-${order}`, id, scheme, value],
      ])
    })
    if (it.position) insert('INSERT INTO node_position (id, x, y, pinned)', [id, ...it.position, 1])
    return id
  })
  const relations = corpus.relations.map((it, index) =>
    insert(
      `INSERT INTO relation (uid, type_id, source_id, target_id, status, valid_from, valid_to, amount, currency, share,
       certainty, note, made_by, made_how, made_at)`,
      [
        ...[`relation-${index}`, relationTypes[it.type]!, entities[it.source]!, entities[it.target]!],
        ...[it.status ?? '', it.validFrom ?? '', it.validTo ?? '', it.amount ?? '', it.currency ?? ''],
        ...[it.share ?? '', it.certainty ?? 'certain', it.note ?? '', me, 'hand', at],
      ],
    ),
  )
  corpus.articles.forEach((it, index) => {
    const { text, title = '' } = it
    const article = insert(
      `INSERT INTO article (uid, text_id, source_id, title, title_tokens, language, published_on, publisher, source_url,
       status, note, made_by, made_how, made_at)`,
      [
        ...[
          `article-${index}`,
          store.add(text).textId,
          null,
          title,
          foldForIndex(title),
          it.language ?? 'en',
        ],
        ...[it.publishedOn ?? '', it.publisher ?? '', it.sourceUrl ?? '', it.status ?? 'unread'],
        ...[it.note ?? '', me, 'import', at],
      ],
    )
    const mentions = (it.mentions ?? []).map((mention, order) => {
      const id = insert(
        'INSERT INTO mention (uid, article_id, type_id, entity_id, value, certainty, note, made_by, made_how, made_at)',
        [
          ...[`mention-${index}-${order}`, article, types[mention.type]!],
          mention.entity === undefined ? null : entities[mention.entity]!,
          ...[
            mention.value === undefined ? '' : JSON.stringify(mention.value),
            mention.certainty ?? 'certain',
          ],
          ...[mention.note ?? '', me, mention.suggested ? 'suggestion' : 'hand', at],
        ],
      )
      mention.fragments.forEach(([start, end], ordinal) => {
        insert('INSERT INTO fragment (mention_id, ordinal, start_offset, end_offset, quote)', [
          ...[id, ordinal, start, end, text.slice(start, end)],
        ])
      })
      return id
    })
    it.evidence?.forEach(({ relation, span: [start, end], source, target, note = '' }, order) => {
      insert(
        `INSERT INTO evidence (uid, relation_id, article_id, start_offset, end_offset, quote, source_mention_id,
         target_mention_id, note, made_by, made_how, made_at)`,
        [
          ...[
            `evidence-${index}-${order}`,
            relations[relation]!,
            article,
            start,
            end,
            text.slice(start, end),
          ],
          source === undefined ? null : mentions[source]!,
          target === undefined ? null : mentions[target]!,
          ...[note, me, 'hand', at],
        ],
      )
    })
  })
}
