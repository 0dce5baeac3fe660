import { createHash } from 'node:crypto'
import { foldForIndex } from '../../../shared/text/search.ts'
import type { Database } from '../../db/index.ts'

export interface NewSource {
  name: string
  mediaType: string
  encoding: string
  /** How the text was taken from the bytes: reader, cuts. */
  extraction: unknown
  bytes: Uint8Array
}

/**
 * Where immutable content goes: texts with their full-text index, and original bytes. Nothing of it is journalled or
 * visible until an article refers to it, so imports add it in chunks and only the last step makes articles of it.
 */
export interface TextStore {
  /** Stores and indexes a text (LF line ends); returns its row and the SHA-256 of its UTF-8 bytes. */
  add(content: string): { textId: number; hash: string }
  addSource(source: NewSource): number
  /** Marks from where on content belongs to a running import; what is cut off is swept by `sweep`. */
  beginStaging(): void
  /** The import is complete: what it added stays. */
  endStaging(): void
  /** Throws away what an import added and no article came to use. Does nothing when none was cut off. */
  sweep(): void
}

export const textHash = (content: string): string =>
  createHash('sha256').update(content, 'utf8').digest('hex')

export const createTextStore = (db: Database): TextStore => ({
  add: (content) => {
    const hash = textHash(content)
    const textId = db.run('INSERT INTO text (hash, length, content) VALUES (?, ?, ?)', [
      hash,
      content.length,
      content,
    ]).lastInsertRowid
    db.run('INSERT INTO derived_text_index (rowid, body) VALUES (?, ?)', [textId, foldForIndex(content)])
    return { textId, hash }
  },
  addSource: (source) =>
    db.run('INSERT INTO source (name, media_type, encoding, extraction, bytes) VALUES (?, ?, ?, ?, ?)', [
      source.name,
      source.mediaType,
      source.encoding,
      JSON.stringify(source.extraction),
      source.bytes,
    ]).lastInsertRowid,
  beginStaging: () =>
    void db.run(
      `INSERT INTO staging (id, first_text_id, first_source_id)
       SELECT 1, (SELECT coalesce(max(id), 0) + 1 FROM text), (SELECT coalesce(max(id), 0) + 1 FROM source)
       WHERE true ON CONFLICT DO NOTHING`,
    ),
  endStaging: () => void db.run('DELETE FROM staging'),
  sweep: () => {
    const stage = db.get<{ text: number; source: number }>(
      'SELECT first_text_id AS text, first_source_id AS source FROM staging',
    )
    if (!stage) return
    const unused = 'SELECT id FROM text WHERE id >= ? AND id NOT IN (SELECT text_id FROM article)'
    db.transaction(() => {
      db.run(`DELETE FROM derived_text_index WHERE rowid IN (${unused})`, [stage.text])
      db.run(`DELETE FROM derived_fingerprint WHERE text_id IN (${unused})`, [stage.text])
      db.run(`DELETE FROM text WHERE id IN (${unused})`, [stage.text])
      db.run(
        `DELETE FROM source WHERE id >= ?
           AND id NOT IN (SELECT source_id FROM article WHERE source_id IS NOT NULL)
           AND id NOT IN (SELECT source_id FROM import_draft WHERE source_id IS NOT NULL)`,
        [stage.source],
      )
      db.run('DELETE FROM staging')
    })
  },
})
