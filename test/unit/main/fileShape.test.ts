import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderSchema, schemaFile } from '../../../main/db/generateSchema.ts'
import { openProjectFile } from '../../../main/db/index.ts'
import { migrations } from '../../../main/db/migrations/index.ts'
import { journalledTables } from '../../../shared/contract/define.ts'
import { startTestCore, type TestCore } from '../../support/core.ts'
import { startWorkbench } from '../../support/workedProject.ts'

/* What the tables, constraints and indexes of a project file promise, whoever writes and reads. */

let t: TestCore
let path: string

beforeAll(async () => {
  t = startTestCore()
  await startWorkbench(t)
  path = (await t.ask('projects.current', {}))!.path
  await t.ask('projects.close', {})
})
afterAll(() => t.close())

describe('migrations', () => {
  test('schema.sql is what the migrations make (npm run db:schema)', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(renderSchema())
  })

  // Every project carries these checksums. A line here is never changed; a new migration adds one.
  test('no merged migration was edited', () => {
    const file = fileURLToPath(new URL('../../fixtures/migrations.json', import.meta.url))
    const merged = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    expect(
      Object.fromEntries(migrations.map((it) => [it.id, createHash('sha256').update(it.sql).digest('hex')])),
    ).toEqual(merged)
    expect(migrations.map((it) => it.id)).toEqual(migrations.map((it) => it.id).sort())
  })
})

describe('the shape of the file', () => {
  let db: ReturnType<typeof openProjectFile>['db']
  beforeEach(() => {
    const file = openProjectFile(path, { lockFolder: join(t.folder, 'locks'), holder: 'test' })
    db = file.db
    return () => file.close()
  })

  test('every table is STRICT, but the indexes of the full text', () => {
    const loose = db.column<string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
       AND name NOT LIKE 'sqlite_%'`,
    )
    expect(loose).toEqual([])
  })

  test('journalled tables hold only integers and text, under one integer key', () => {
    for (const table of journalledTables) {
      const columns = db.all<{ name: string; type: string; pk: number }>(
        'SELECT name, type, pk FROM pragma_table_info(?)',
        [table],
      )
      expect(columns.filter((it) => it.pk > 0)).toMatchObject([{ name: 'id', type: 'INTEGER' }])
      for (const column of columns)
        expect(['INTEGER', 'TEXT'], `${table}.${column.name}`).toContain(column.type)
    }
  })

  test('a bad span cannot be stored, whoever writes', () => {
    const article = db.value<number>('SELECT min(id) FROM article')!
    const mention = db.run(
      `INSERT INTO mention (uid, article_id, type_id, value, certainty, note, made_by, made_how, made_at)
       VALUES ('u', ?, 1, '', 'certain', '', 1, 'hand', '')`,
      [article],
    ).lastInsertRowid
    const fragment =
      'INSERT INTO fragment (mention_id, ordinal, start_offset, end_offset, quote) VALUES (?, ?, ?, ?, ?)'
    const bad: [sql: string, parameters: (string | number | null)[]][] = [
      [fragment, [mention, 0, 5, 5, 'x']],
      [fragment, [mention, 0, 6, 5, 'x']],
      [fragment, [mention, 0, -1, 5, 'x']],
      [fragment, [mention, 0, 0, 5, '']],
      [fragment, [mention, 0, 'a', 5, 'x']],
      [fragment, [mention, 0, 0.5, 5, 'x']],
      [fragment, [mention, null, 0, 5, 'x']],
      [fragment, [999_999, 0, 0, 5, 'x']],
      ['UPDATE mention SET certainty = ? WHERE id = ?', ['maybe', mention]],
      ['UPDATE mention SET value = ? WHERE id = ?', ['{', mention]],
      ['UPDATE article SET status = ? WHERE id = ?', ['lost', article]],
      ['DELETE FROM text WHERE id = (SELECT text_id FROM article WHERE id = ?)', [article]],
    ]
    for (const [sql, parameters] of bad)
      expect(() => db.run(sql, parameters), `${sql} ${parameters.join()}`).toThrow(/constraint|cannot store/)
    db.run(fragment, [mention, 0, 0, 5, 'x'])
    db.run('DELETE FROM mention WHERE id = ?', [mention])
  })

  const plans: [what: string, sql: string][] = [
    [
      'a page of articles by date',
      'SELECT a.id FROM article a WHERE 1 ORDER BY a.published_on DESC, a.id DESC LIMIT 50 OFFSET 0',
    ],
    ['mentions of an article', 'SELECT id, type_id FROM mention WHERE article_id = 1 ORDER BY id'],
    [
      'fragments of an article’s mentions',
      `SELECT f.start_offset FROM mention m JOIN fragment f ON f.mention_id = m.id WHERE m.article_id = 1
       ORDER BY f.start_offset, f.end_offset DESC`,
    ],
    [
      'mentions of an entity',
      `SELECT m.id FROM mention m JOIN article a ON a.id = m.article_id
       JOIN fragment f ON f.mention_id = m.id AND f.ordinal = 0 WHERE m.entity_id = 1 ORDER BY a.published_on DESC LIMIT 20`,
    ],
    ['evidence of a relation', 'SELECT id FROM evidence WHERE relation_id = 1'],
    ['evidence of an article', 'SELECT id FROM evidence WHERE article_id = 1'],
    ['what a mention’s end takes along', 'DELETE FROM mention WHERE id = 1'],
    ['what an entity’s end takes along', 'DELETE FROM entity WHERE id = 1'],
    ['what an article’s end takes along', 'DELETE FROM article WHERE id = 1'],
    [
      'the strongest nodes',
      `SELECT e.id, c.mentions, p.x FROM derived_entity_count c JOIN entity e ON e.id = c.entity_id
       LEFT JOIN node_position p ON p.id = e.id ORDER BY c.mentions DESC, c.entity_id DESC LIMIT 500`,
    ],
    ['the changes of a step', 'SELECT id FROM change WHERE seq = 1 AND id > 5 ORDER BY id LIMIT 5000'],
    ['the latest step', "SELECT seq FROM command WHERE state = 'done' ORDER BY seq DESC LIMIT 1"],
  ]
  test.each(plans)('%s: found by an index, without sorting everything', (_, sql) => {
    const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map((it) => it.detail)
    expect(plan.length).toBeGreaterThan(0)
    for (const line of plan) {
      expect(line).not.toMatch(/^SCAN (?!.*USING (COVERING )?INDEX)/)
      if (/ORDER BY (a\.published_on DESC, a\.id|c\.mentions|seq|id)/.test(sql))
        expect(line).not.toMatch(/TEMP B-TREE/)
    }
  })

  test('every foreign key has an index to find its rows by', () => {
    const tables = db.column<string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    const bare: string[] = []
    for (const table of tables) {
      for (const column of db.column<string>('SELECT "from" FROM pragma_foreign_key_list(?)', [table])) {
        // Persons are never deleted.
        if (column === 'made_by') continue
        const led = db.value<number>(
          `SELECT count(*) FROM pragma_index_list(?) l WHERE (SELECT name FROM pragma_index_info(l.name) WHERE seqno = 0) = ?`,
          [table, column],
        )
        const isKey = db.value<number>('SELECT pk FROM pragma_table_info(?) WHERE name = ?', [table, column])
        if (led === 0 && !isKey) bare.push(`${table}.${column}`)
      }
    }
    expect(bare).toEqual([])
  })
})
