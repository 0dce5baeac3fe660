import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openProjectFile, type ProjectFile } from '../../main/db/index.ts'
import { createTextStore } from '../../main/features/articles/index.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { foldForIndex } from '../../shared/text/search.ts'

/** A small project of everything that makes exports go wrong. Deterministic: ids, uids and times never change. */

export const at = '2026-01-02T03:04:05.000Z'

/** A new project file with one person and, as every new project, a schema of its own. */
export const createEmptyProject = (folder: string, name: string): { path: string; file: ProjectFile } => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.ligature`)
  const file = openProjectFile(path, { lockFolder: join(folder, 'locks'), holder: 'test', create: true })
  const { db } = file
  db.run("INSERT INTO person (uid, name) VALUES (?, 'Tester')", [`person-of-${name}`])
  db.run("INSERT INTO project (id, uid, name, note, made_at) VALUES (1, ?, ?, '', ?)", [
    `project-${name}`,
    name,
    at,
  ])
  addType(db, { key: 'company', shortcut: '1', position: 0 })
  addType(db, { key: 'own_type', shortcut: '2', position: 1 })
  return { path, file }
}

interface NewType {
  key: string
  kind?: 'entity' | 'value'
  valueKind?: string
  shortcut?: string
  position: number
}

const addType = (
  db: Database,
  { key, kind = 'entity', valueKind = '', shortcut = '', position }: NewType,
): number =>
  db.run(
    `INSERT INTO entity_type (uid, key, name, kind, value_kind, colour, pattern, label, shortcut, position)
     VALUES (?, ?, ?, ?, ?, 'blue', 'solid', ?, ?, ?)`,
    [`${db.path}-type-${key}`, key, key.toUpperCase(), kind, valueKind, key.slice(0, 8), shortcut, position],
  ).lastInsertRowid

export interface FixtureArticle {
  title: string
  language: string
  status: string
  text: string
}

const articles: readonly FixtureArticle[] = [
  {
    title: 'Google steigt bei JD.com ein 🚀',
    language: 'de',
    status: 'done',
    text: 'Der US-Konzern Google investiert 550 Millionen Dollar in JD.com. 🚀 Die Straße ist "lang", z. B. in Ã…rhus.\nJD und Google, Inc. sprechen.\n=1+1 ist kein Preis.',
  },
  {
    title: '=HYPERLINK("http://evil.example","click")',
    language: 'en',
    status: 'in_progress',
    text: "-5 % for Walmart's 𝒥𝒟-stake 👩‍👩‍👧 e\u0301te\u0301 — Tencent Holdings Ltd. (Hong Kong)\twants it.\nAT&T <b>and</b> \u0001control\u000b chars.\n\n@mention '=quoted",
  },
  {
    title: '腾讯入驻天猫',
    language: 'zh',
    status: 'unread',
    text: '腾讯控股有限公司在天猫开设旗舰店。京东🛒和谷歌合作，价格为５５０万美元。\n＝ＳＵＭ（Ａ１）不是价格。',
  },
  {
    title: 'بدون',
    language: 'ar',
    status: 'reviewed',
    text: 'شركة أرامكو تستثمر في شركة جديدة. עברית וגם אנגלית.',
  },
  { title: '', language: '', status: 'set_aside', text: '' },
]

/** The pieces of the text that a mention covers: one, or several when it is discontinuous. */
interface NewMention {
  article: number
  pieces: string[]
  type: string
  entity?: string
  value?: string
  note?: string
}

const mentions: readonly NewMention[] = [
  { article: 0, pieces: ['Google'], type: 'company', entity: 'Google' },
  { article: 0, pieces: ['US-Konzern Google'], type: 'company', entity: 'Google', note: 'nested, longer' },
  {
    article: 0,
    pieces: ['550 Millionen Dollar'],
    type: 'money',
    value: '{"kind":"money","amount":550000000,"currency":"USD"}',
  },
  { article: 0, pieces: ['JD.com'], type: 'company', entity: 'JD.com' },
  { article: 0, pieces: ['🚀'], type: 'product' },
  { article: 0, pieces: ['JD', 'Inc.'], type: 'company', note: 'discontinuous' },
  { article: 0, pieces: ['traß'], type: 'place', note: 'inside a word' },
  { article: 0, pieces: ['ein.\nJD'.slice(4), 'sprechen'], type: 'company' },
  { article: 0, pieces: ['=1+1'], type: 'money', note: '=cmd|calc' },
  { article: 1, pieces: ['-5 %'], type: 'percentage', value: '{"kind":"percentage","value":-5}' },
  { article: 1, pieces: ['𝒥𝒟'], type: 'company', entity: 'JD.com' },
  { article: 1, pieces: ["Walmart's 𝒥𝒟"], type: 'company', entity: '+Walmart' },
  { article: 1, pieces: ['𝒥𝒟-stake 👩‍👩‍👧'], type: 'product' },
  { article: 1, pieces: ['e\u0301te\u0301'], type: 'product' },
  { article: 1, pieces: ['Ltd. (Hong Kong)\twants it.\nAT&T'], type: 'company', note: 'over a line\nend' },
  { article: 1, pieces: ['<b>and</b> \u0001control\u000b'], type: 'product' },
  { article: 1, pieces: ['@mention'], type: 'company' },
  { article: 1, pieces: ["'=quoted"], type: 'company' },
  { article: 1, pieces: ['\n\n'], type: 'product', note: 'nothing but white space' },
  { article: 2, pieces: ['腾讯控股有限公司'], type: 'company', entity: '腾讯' },
  { article: 2, pieces: ['腾讯'], type: 'company', entity: '腾讯' },
  { article: 2, pieces: ['京东🛒'], type: 'company', entity: 'JD.com' },
  { article: 2, pieces: ['５５０万美元'], type: 'money' },
  { article: 2, pieces: ['＝ＳＵＭ（Ａ１）'], type: 'product' },
  { article: 3, pieces: ['أرامكو'], type: 'company', entity: 'أرامكو' },
]

const entities = [
  {
    name: 'Google',
    type: 'company',
    aliases: [
      ['谷歌', 'zh'],
      ['Google, Inc.', ''],
      ['=GOOG', 'en'],
    ],
    outside: ['wikidata', 'Q95'],
  },
  { name: 'JD.com', type: 'company', aliases: [['京东', 'zh']], outside: ['ticker', 'NASDAQ:JD'] },
  { name: '+Walmart', type: 'company', aliases: [], outside: null },
  { name: '腾讯', type: 'company', aliases: [['Tencent', 'en']], outside: null },
  { name: 'أرامكو', type: 'company', aliases: [], outside: null },
  { name: 'Nobody & <Sons> "Ltd"\u0001', type: 'place', aliases: [], outside: null },
] as const

const relations = [
  {
    type: 'invests_in',
    source: 'Google',
    target: 'JD.com',
    amount: '550000000',
    currency: 'USD',
    share: '0.93',
    status: 'announced',
  },
  {
    type: 'partners_with',
    source: 'JD.com',
    target: '+Walmart',
    amount: '',
    currency: '',
    share: '',
    status: '',
  },
  {
    type: 'partners_with',
    source: 'JD.com',
    target: '+Walmart',
    amount: '-12.50',
    currency: 'EUR',
    share: '',
    status: 'denied',
  },
  {
    type: 'invests_in',
    source: 'أرامكو',
    target: '腾讯',
    amount: '',
    currency: '',
    share: '',
    status: 'ended',
  },
] as const

const evidence = [
  {
    relation: 0,
    article: 0,
    quote: 'Der US-Konzern Google investiert 550 Millionen Dollar in JD.com.',
    ends: [0, 3],
  },
  { relation: 0, article: 2, quote: '京东🛒和谷歌合作', ends: [21, null] },
  { relation: 1, article: 1, quote: "-5 % for Walmart's 𝒥𝒟-stake 👩‍👩‍👧", ends: [10, 11] },
] as const

/** Fills a new project; `copies` repeats the articles to make it longer. */
export const fillFixture = (db: Database, copies = 1): void => db.transaction(() => fill(db, copies))

const fill = (db: Database, copies: number): void => {
  const store = createTextStore(db)
  db.run("INSERT INTO person (uid, name) VALUES ('person-b', 'Bea'), ('person-a', 'Ada')")
  const [bea, ada] = db.column<number>(
    "SELECT id FROM person WHERE name IN ('Ada', 'Bea') ORDER BY name DESC",
  ) as [number, number]
  db.run('DELETE FROM entity_type')
  const types = new Map<string, number>()
  for (const [position, key] of ['company', 'product', 'place'].entries())
    types.set(key, addType(db, { key, position, shortcut: String(position) }))
  types.set('money', addType(db, { key: 'money', kind: 'value', valueKind: 'money', position: 7 }))
  types.set(
    'percentage',
    addType(db, { key: 'percentage', kind: 'value', valueKind: 'percentage', position: 4 }),
  )
  const relationTypes = new Map<string, number>()
  for (const [position, key] of ['invests_in', 'partners_with'].entries()) {
    const { lastInsertRowid } = db.run(
      `INSERT INTO relation_type (uid, key, name, inverse_name, directed, colour, dash, position)
       VALUES (?, ?, ?, '', ?, 'green', 'solid', ?)`,
      [`rt-${key}`, key, key, key === 'invests_in' ? 1 : 0, position],
    )
    relationTypes.set(key, lastInsertRowid)
    db.run(
      'INSERT INTO relation_rule (uid, relation_type_id, source_type_id, target_type_id) VALUES (?, ?, ?, ?)',
      [`rule-${key}`, lastInsertRowid, types.get('company')!, types.get('company')!],
    )
  }

  const entityIds = new Map<string, number>()
  for (const [index, it] of entities.entries()) {
    const { lastInsertRowid: id } = db.run(
      `INSERT INTO entity (uid, type_id, name, name_key, note, made_by, made_how, made_at) VALUES (?, ?, ?, ?, ?, ?, 'hand', ?)`,
      [
        `entity-${index}`,
        types.get(it.type)!,
        it.name,
        foldKey(it.name),
        index === 0 ? '@note\n"two lines"' : '',
        ada,
        at,
      ],
    )
    entityIds.set(it.name, id)
    it.aliases.forEach(([text, language], order) => {
      db.run('INSERT INTO alias (uid, entity_id, text, key, language) VALUES (?, ?, ?, ?, ?)', [
        `alias-${index}-${order}`,
        id,
        text,
        foldKey(text),
        language,
      ])
    })
    if (it.outside) {
      db.run('INSERT INTO outside_id (uid, entity_id, scheme, value) VALUES (?, ?, ?, ?)', [
        `outside-${index}`,
        id,
        ...it.outside,
      ])
      db.run('INSERT INTO node_position (id, x, y, pinned) VALUES (?, ?, ?, ?)', [
        id,
        index * 10 - 7,
        -3,
        index % 2,
      ])
    }
  }

  const relationIds = relations.map(
    (it, index) =>
      db.run(
        `INSERT INTO relation (uid, type_id, source_id, target_id, status, valid_from, valid_to, amount, currency, share,
         certainty, note, made_by, made_how, made_at) VALUES (?, ?, ?, ?, ?, '2018-06', '', ?, ?, ?, 'probable', '', ?, 'bulk', ?)`,
        [
          `relation-${index}`,
          relationTypes.get(it.type)!,
          entityIds.get(it.source)!,
          entityIds.get(it.target)!,
          it.status,
          it.amount,
          it.currency,
          it.share,
          bea,
          at,
        ],
      ).lastInsertRowid,
  )

  for (let copy = 0; copy < copies; copy += 1)
    fillArticles(db, store, { copy, types, entityIds, relationIds, ada, bea })
}

interface Filling {
  copy: number
  types: ReadonlyMap<string, number>
  entityIds: ReadonlyMap<string, number>
  relationIds: readonly number[]
  ada: number
  bea: number
}

const fillArticles = (db: Database, store: ReturnType<typeof createTextStore>, filling: Filling): void => {
  const { copy, types, entityIds, relationIds, ada, bea } = filling
  const articleIds = articles.map((it, index) => {
    const sourceId =
      index % 2 === 0
        ? store.addSource({
            name: `source ${index}.html`,
            mediaType: 'text/html',
            encoding: 'utf-8',
            extraction: { reader: 'html', cuts: [index] },
            bytes: index === 4 ? new Uint8Array() : createHash('sha512').update(String(index)).digest(),
          })
        : null
    return db.run(
      `INSERT INTO article (uid, text_id, source_id, title, title_tokens, language, published_on, publisher, source_url,
         status, note, made_by, made_how, made_at) VALUES (?, ?, ?, ?, ?, ?, '2018-06-18', 'The, "Paper"', 'https://x.example/?a=1&b=2', ?, '', ?, 'import', ?)`,
      [
        `article-${copy}-${index}`,
        store.add(it.text).textId,
        sourceId,
        it.title,
        foldForIndex(it.title),
        it.language,
        it.status,
        ada,
        at,
      ],
    ).lastInsertRowid
  })
  const mentionIds = mentions.map((it, index) => {
    const { lastInsertRowid: id } = db.run(
      `INSERT INTO mention (uid, article_id, type_id, entity_id, value, certainty, note, made_by, made_how, made_at)
       VALUES (?, ?, ?, ?, ?, 'certain', ?, ?, 'hand', ?)`,
      [
        `mention-${copy}-${index}`,
        articleIds[it.article]!,
        types.get(it.type)!,
        it.entity === undefined ? null : entityIds.get(it.entity)!,
        it.value ?? '',
        it.note ?? '',
        bea,
        at,
      ],
    )
    let from = 0
    it.pieces.forEach((piece, ordinal) => {
      const start = articles[it.article]!.text.indexOf(piece, from)
      if (start === -1) throw new Error(`The fixture's "${piece}" is not in article ${it.article}.`)
      from = start + piece.length
      db.run(
        'INSERT INTO fragment (mention_id, ordinal, start_offset, end_offset, quote) VALUES (?, ?, ?, ?, ?)',
        [id, ordinal, start, from, piece],
      )
    })
    return id
  })
  for (const [index, it] of evidence.entries()) {
    const start = articles[it.article]!.text.indexOf(it.quote)
    if (start === -1) throw new Error(`The fixture's "${it.quote}" is not in article ${it.article}.`)
    const [source, target] = it.ends
    db.run(
      `INSERT INTO evidence (uid, relation_id, article_id, start_offset, end_offset, quote, source_mention_id,
         target_mention_id, note, made_by, made_how, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, 'suggestion', ?)`,
      [
        `evidence-${copy}-${index}`,
        relationIds[it.relation]!,
        articleIds[it.article]!,
        start,
        start + it.quote.length,
        it.quote,
        mentionIds[source]!,
        target === null ? null : mentionIds[target]!,
        bea,
        at,
      ],
    )
  }
}
