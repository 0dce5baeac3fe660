import type { Cut, Draft, DraftRow, Notice } from '../../../shared/contract/imports.ts'
import type { ArticleMetadata } from '../../../shared/model/article.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { Database } from '../../db/index.ts'
import type { Origin } from './files/setFile.ts'

export interface NewDraft extends ArticleMetadata {
  name: string
  sourceId: number | null
  fullText: string
  cuts: readonly Cut[]
  guesses: Record<string, string>
  warnings: readonly Notice[]
  error: Notice | null
  included: boolean
  textHash: string
  fingerprint: string
  duplicate: DraftRow['duplicate']
  reading: DraftReading | null
}

/** How a file was read into drafts, and where it is. */
export interface DraftReading {
  readonly format: string
  readonly why: string
  readonly options: OptionValues
  readonly origin: Origin
}

interface DraftRecord extends ArticleMetadata {
  id: number
  name: string
  length: number
  cuts: string
  included: number
  warnings: string
  error: string
  duplicate: string
}

const metadataColumns: Record<keyof ArticleMetadata, string> = {
  title: 'title',
  language: 'language',
  publishedOn: 'published_on',
  publisher: 'publisher',
  sourceUrl: 'source_url',
}

// SQLite's length() counts code points; the number shown is a size, not an offset.
const rowColumns = `id, name, length(full_text) AS length, cuts, included, warnings, error, duplicate, title, language,
  published_on AS publishedOn, publisher, source_url AS sourceUrl`

const shown = (row: DraftRecord): DraftRow => ({
  ...row,
  cuts: (JSON.parse(row.cuts) as Cut[]).filter((it) => it.on).length,
  included: row.included === 1,
  warnings: JSON.parse(row.warnings) as Notice[],
  error: row.error === '' ? null : (JSON.parse(row.error) as Notice),
  duplicate: row.duplicate === '' ? null : (JSON.parse(row.duplicate) as DraftRow['duplicate']),
})

/** Throws drafts away, and the originals nobody else uses. */
const removeDrafts = (db: Database, ids: readonly number[]): void =>
  db.transaction(() => {
    const those = JSON.stringify(ids)
    const sources = db.column<number>(
      `SELECT source_id FROM import_draft
       WHERE id IN (SELECT value FROM json_each(?)) AND source_id IS NOT NULL`,
      [those],
    )
    db.run('DELETE FROM import_draft WHERE id IN (SELECT value FROM json_each(?))', [those])
    db.run(
      `DELETE FROM source WHERE id IN (SELECT value FROM json_each(?))
         AND id NOT IN (SELECT source_id FROM article WHERE source_id IS NOT NULL)
         AND id NOT IN (SELECT source_id FROM import_draft WHERE source_id IS NOT NULL)`,
      [JSON.stringify(sources)],
    )
  })

export const createDraftRepository = (db: Database) => ({
  add: (draft: NewDraft): number =>
    db.run(
      `INSERT INTO import_draft (name, source_id, full_text, cuts, title, language, published_on, publisher, source_url,
         guesses, warnings, error, included, text_hash, fingerprint, duplicate, reading)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        draft.name,
        draft.sourceId,
        draft.fullText,
        JSON.stringify(draft.cuts),
        draft.title,
        draft.language,
        draft.publishedOn,
        draft.publisher,
        draft.sourceUrl,
        JSON.stringify(draft.guesses),
        JSON.stringify(draft.warnings),
        draft.error === null ? '' : JSON.stringify(draft.error),
        draft.included ? 1 : 0,
        draft.textHash,
        draft.fingerprint,
        draft.duplicate === null ? '' : JSON.stringify(draft.duplicate),
        draft.reading === null ? '' : JSON.stringify(draft.reading),
      ],
    ).lastInsertRowid,

  page: (offset: number, limit: number): DraftRow[] =>
    db
      .all<DraftRecord>(`SELECT ${rowColumns} FROM import_draft ORDER BY error <> '', id LIMIT ? OFFSET ?`, [
        limit,
        offset,
      ])
      .map(shown),
  counts: (): { total: number; included: number; failed: number } =>
    db.get<{ total: number; included: number; failed: number }>(
      `SELECT count(*) AS total, coalesce(sum(included AND error = ''), 0) AS included,
         coalesce(sum(error <> ''), 0) AS failed FROM import_draft`,
    )!,
  find: (id: number): Omit<Draft, 'reading'> | null => {
    const row = db.get<
      DraftRecord & { fullText: string; guesses: string; encoding: string; mediaType: string }
    >(
      `SELECT d.id, d.name, length(d.full_text) AS length, d.cuts, d.included, d.warnings, d.error, d.duplicate,
         d.title, d.language, d.published_on AS publishedOn, d.publisher, d.source_url AS sourceUrl,
         d.full_text AS fullText, d.guesses, coalesce(s.encoding, '') AS encoding, coalesce(s.media_type, '') AS mediaType
       FROM import_draft d LEFT JOIN source s ON s.id = d.source_id WHERE d.id = ?`,
      [id],
    )
    if (!row) return null
    const { fullText, guesses, encoding, mediaType, ...rest } = row
    return {
      ...shown(rest),
      fullText,
      cutList: JSON.parse(row.cuts) as Cut[],
      guesses: JSON.parse(guesses) as Record<string, string>,
      encoding,
      mediaType,
    }
  },
  update: (
    ids: readonly number[],
    patch: Partial<ArticleMetadata> & { included?: boolean; cutList?: readonly Cut[] },
  ): void => {
    const fields: [string, string | number][] = []
    for (const [name, column] of Object.entries(metadataColumns)) {
      const value = patch[name as keyof ArticleMetadata]
      if (value !== undefined) fields.push([column, value])
    }
    if (patch.included !== undefined) fields.push(['included', patch.included ? 1 : 0])
    if (patch.cutList !== undefined) fields.push(['cuts', JSON.stringify(patch.cutList)])
    if (fields.length === 0) return
    db.run(
      `UPDATE import_draft SET ${fields.map(([column]) => `${column} = ?`).join(', ')}
       WHERE id IN (SELECT value FROM json_each(?))`,
      [...fields.map(([, value]) => value), JSON.stringify(ids)],
    )
  },
  readingOf: (id: number): DraftReading | null => {
    const stored = db.value<string>('SELECT reading FROM import_draft WHERE id = ?', [id]) ?? ''
    return stored === '' ? null : (JSON.parse(stored) as DraftReading)
  },
  /** Drafts of the same file, by its place. */
  ofFile: ({ path, inside }: Origin): number[] =>
    db.column<number>(
      `SELECT id FROM import_draft WHERE reading <> '' AND json_extract(reading, '$.origin.path') = ?
         AND json_extract(reading, '$.origin.inside') = ? ORDER BY id`,
      [path, JSON.stringify(inside)],
    ),
  /** Puts drafts in the place of others: those are gone, and the first of the new ones get their numbers. */
  replace: (old: readonly number[], fresh: readonly number[]): void => {
    removeDrafts(db, old)
    for (const [index, id] of fresh.slice(0, old.length).entries())
      db.run('UPDATE import_draft SET id = ? WHERE id = ?', [old[index]!, id])
  },
  since: (id: number): number[] =>
    db.column<number>('SELECT id FROM import_draft WHERE id >= ? ORDER BY id', [id]),
  includedIds: (): number[] =>
    db.column<number>("SELECT id FROM import_draft WHERE included = 1 AND error = '' ORDER BY id"),
  leftOut: (): { name: string; reason: Notice }[] =>
    db
      .all<{ name: string; reason: string }>(
        "SELECT name, error AS reason FROM import_draft WHERE error <> '' ORDER BY id",
      )
      .map((row) => ({ name: row.name, reason: JSON.parse(row.reason) as Notice })),
  /** Hash and fingerprint of the draft's text as it was proposed, with the cuts that were on then. */
  identityOf: (id: number): { textHash: string; fingerprint: string } =>
    db.get<{ textHash: string; fingerprint: string }>(
      'SELECT text_hash AS textHash, fingerprint FROM import_draft WHERE id = ?',
      [id],
    )!,
  sourceOf: (id: number): number | null =>
    db.value<number | null>('SELECT source_id FROM import_draft WHERE id = ?', [id]) ?? null,
  setExtraction: (sourceId: number, extraction: unknown): void =>
    void db.run('UPDATE source SET extraction = ? WHERE id = ?', [JSON.stringify(extraction), sourceId]),
  extractionOf: (sourceId: number): Record<string, unknown> =>
    JSON.parse(db.value<string>('SELECT extraction FROM source WHERE id = ?', [sourceId]) ?? '{}') as Record<
      string,
      unknown
    >,
  lastId: (): number => db.value<number>('SELECT coalesce(max(id), 0) FROM import_draft')!,
  /** Throws drafts from `firstId` on away, and the originals nobody else uses. */
  discardFrom: (firstId: number): void =>
    removeDrafts(db, db.column<number>('SELECT id FROM import_draft WHERE id >= ?', [firstId])),
})
export type DraftRepository = ReturnType<typeof createDraftRepository>

/** Finds texts that are already there, exactly or nearly. */
export const createDuplicateRepository = (db: Database) => ({
  exactArticle: (hash: string): { id: number; title: string } | null =>
    db.get<{ id: number; title: string }>(
      'SELECT a.id, a.title FROM text t JOIN article a ON a.text_id = t.id WHERE t.hash = ? LIMIT 1',
      [hash],
    ) ?? null,
  /** Texts whose fingerprint has one of these values in the band. */
  fingerprintsInBand: (band: number, values: readonly number[]): { textId: number; fingerprint: string }[] =>
    db.all(
      `SELECT text_id AS textId, fingerprint FROM derived_fingerprint
       WHERE band = ? AND bits IN (${values.map(() => '?')})`,
      [band, ...values],
    ),
  articleOfText: (textId: number): { id: number; title: string } | null =>
    db.get<{ id: number; title: string }>('SELECT id, title FROM article WHERE text_id = ? LIMIT 1', [
      textId,
    ]) ?? null,
  addFingerprint: (textId: number, fingerprint: string, bands: readonly number[]): void => {
    bands.forEach((bits, band) => {
      db.run(
        'INSERT OR IGNORE INTO derived_fingerprint (band, bits, text_id, fingerprint) VALUES (?, ?, ?, ?)',
        [band, bits, textId, fingerprint],
      )
    })
  },
  fingerprints: (): { textId: number; fingerprint: string }[] =>
    db.all('SELECT DISTINCT text_id AS textId, fingerprint FROM derived_fingerprint'),
  textsWithoutFingerprint: (): number[] =>
    db.column<number>('SELECT id FROM text WHERE id NOT IN (SELECT text_id FROM derived_fingerprint)'),
  content: (textId: number): string => db.value<string>('SELECT content FROM text WHERE id = ?', [textId])!,
  drafts: (except: readonly number[]): { name: string; title: string; hash: string; fingerprint: string }[] =>
    db.all(
      `SELECT name, title, text_hash AS hash, fingerprint FROM import_draft
       WHERE error = '' AND id NOT IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(except)],
    ),
})
