import type { ImportMapping, ImportSet, ImportSurvey } from '../../../shared/model/importSet.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { Database } from '../../db/index.ts'
import type { Origin } from './files/setFile.ts'

export interface SetFiles {
  /** Those recognised. */
  readonly own: readonly Origin[]
  /** All that came along. */
  readonly all: readonly Origin[]
}

export interface SetRow {
  readonly id: number
  readonly format: string
  readonly name: string
  readonly why: string
  readonly files: SetFiles
  readonly options: OptionValues
  readonly survey: ImportSurvey
  readonly mapping: ImportMapping
  readonly included: boolean
}

type Raw = Record<'format' | 'name' | 'why' | 'files' | 'options' | 'survey' | 'mapping', string> & {
  id: number
  included: number
}

const read = (row: Raw): SetRow => ({
  ...row,
  files: JSON.parse(row.files) as SetFiles,
  options: JSON.parse(row.options) as OptionValues,
  survey: JSON.parse(row.survey) as ImportSurvey,
  mapping: JSON.parse(row.mapping) as ImportMapping,
  included: row.included === 1,
})

const columns = 'id, format, name, why, files, options, survey, mapping, included'

/** Sets on their way in. */
export const createSetRepository = (db: Database) => ({
  add: (set: Omit<SetRow, 'id'>): number =>
    db.run(
      `INSERT INTO import_set (format, name, why, files, options, survey, mapping, included) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[set.format, set.name, set.why, JSON.stringify(set.files), JSON.stringify(set.options)],
        ...[JSON.stringify(set.survey), JSON.stringify(set.mapping), set.included ? 1 : 0],
      ],
    ).lastInsertRowid,
  list: (): SetRow[] => db.all<Raw>(`SELECT ${columns} FROM import_set ORDER BY id`).map(read),
  find: (id: number): SetRow | null => {
    const row = db.get<Raw>(`SELECT ${columns} FROM import_set WHERE id = ?`, [id])
    return row ? read(row) : null
  },
  update: (
    id: number,
    patch: Partial<Pick<ImportSet, 'format' | 'why' | 'options' | 'survey' | 'mapping' | 'included'>>,
  ): void => {
    for (const key of ['format', 'why'] as const) {
      if (patch[key] !== undefined) db.run(`UPDATE import_set SET ${key} = ? WHERE id = ?`, [patch[key], id])
    }
    for (const key of ['options', 'survey', 'mapping'] as const) {
      if (patch[key] !== undefined)
        db.run(`UPDATE import_set SET ${key} = ? WHERE id = ?`, [JSON.stringify(patch[key]), id])
    }
    if (patch.included !== undefined)
      db.run('UPDATE import_set SET included = ? WHERE id = ?', [patch.included ? 1 : 0, id])
  },
  remove: (id: number): void => void db.run('DELETE FROM import_set WHERE id = ?', [id]),
  lastId: (): number => db.value<number>('SELECT coalesce(max(id), 0) FROM import_set')!,
  discardFrom: (id: number): void => void db.run('DELETE FROM import_set WHERE id >= ?', [id]),
})
export type SetRepository = ReturnType<typeof createSetRepository>
