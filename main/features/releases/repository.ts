import type { MadeRelease, Recipe, RecipeData } from '../../../shared/model/recipe.ts'
import { recipeData } from '../../../shared/model/recipe.ts'
import type { ProjectContext } from '../../core/context.ts'

type Stored<T> = Omit<T, 'data'> & { data: string }
const columns = 'id, uid, name, data'

const read = (row: Stored<Recipe>): Recipe => ({ ...row, data: recipeData.parse(JSON.parse(row.data)) })

export const createReleaseRepository = ({
  db,
  newUid,
  now,
  personId,
}: Pick<ProjectContext, 'db' | 'newUid' | 'now' | 'personId'>) => ({
  recipes: (): Recipe[] =>
    db.all<Stored<Recipe>>(`SELECT ${columns} FROM recipe ORDER BY name COLLATE NOCASE, id`).map(read),
  recipe: (id: number): Recipe | null => {
    const row = db.get<Stored<Recipe>>(`SELECT ${columns} FROM recipe WHERE id = ?`, [id])
    return row ? read(row) : null
  },
  add: (name: string, data: RecipeData, uid = newUid()): number =>
    db.run(
      "INSERT INTO recipe (uid, name, data, made_by, made_how, made_at) VALUES (?, ?, ?, ?, 'hand', ?)",
      [uid, name, JSON.stringify(data), personId, now()],
    ).lastInsertRowid,
  update: (id: number, name: string, data: RecipeData): void =>
    void db.run('UPDATE recipe SET name = ?, data = ? WHERE id = ?', [name, JSON.stringify(data), id]),
  remove: (id: number): void => void db.run('DELETE FROM recipe WHERE id = ?', [id]),
  /** What the numbers in a recipe's scope mean. */
  namesIn: ({ typeIds = [], personIds = [], articles }: RecipeData['scope']) => {
    const named = (sql: string, ids: readonly number[]): string[] =>
      ids.length === 0 ? [] : db.column<string>(sql, [JSON.stringify(ids)])
    const of = (table: string, column: string): string =>
      `SELECT ${column} FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`
    return {
      types: named(of('entity_type', 'key'), typeIds),
      persons: named(of('person', 'name'), personIds),
      entity:
        named(of('entity', 'name'), articles.entityId === undefined ? [] : [articles.entityId])[0] ?? '',
    }
  },
  made: (): MadeRelease[] =>
    db
      .all<Omit<MadeRelease, 'counts'> & { summary: string }>(
        `SELECT id, recipe_uid AS recipeUid, name, path, made_at AS madeAt, summary FROM release_made
         ORDER BY id DESC`,
      )
      .map(({ summary, ...it }) => ({ ...it, counts: JSON.parse(summary) as MadeRelease['counts'] })),
  addMade: (it: Pick<MadeRelease, 'recipeUid' | 'name' | 'path' | 'counts'>): void =>
    void db.run(
      'INSERT INTO release_made (recipe_uid, name, path, made_at, summary) VALUES (?, ?, ?, ?, ?)',
      [it.recipeUid, it.name, it.path, now(), JSON.stringify(it.counts)],
    ),
})
