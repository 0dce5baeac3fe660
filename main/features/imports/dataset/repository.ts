import type { Database } from '../../../db/index.ts'
import type { DatasetHeader } from '../../exports/index.ts'

/*
 * Rows of a dataset wait in temporary tables under numbers of their own (the n-th entity of the file is 1, 2, …) until
 * one transaction moves them all. `target` of persons and types is the row they became or were matched with.
 */

const made = 'made_by, made_how, made_at'

/** Columns of the temporary tables, in the order their rows are given. */
const columns = {
  person: 'id, uid, name, target',
  entity_type: 'id, uid, key, name, kind, value_kind, colour, pattern, label, shortcut, position, target',
  relation_type: 'id, uid, key, name, inverse_name, directed, colour, dash, position, target',
  rule: 'id, uid, relation_type, source, target_type',
  entity: `id, uid, type, name, name_key, note, ${made}`,
  alias: 'id, uid, entity, text, key, language',
  outside_id: 'id, uid, entity, scheme, value',
  position: 'id, x, y, pinned',
  relation: `id, uid, type, source, target_entity, status, valid_from, valid_to, amount, currency, share, certainty, note, ${made}`,
  article: `id, uid, text_id, source_id, title, title_tokens, language, published_on, publisher, source_url, status, note, ${made}`,
  mention: `id, uid, article, type, entity, value, certainty, note, ${made}`,
  fragment: 'id, mention, ordinal, start_offset, end_offset, quote',
  foreign_part: 'id, uid, format, data',
  foreign_set_part: 'id, format, name, data',
  evidence: `id, uid, relation, article, start_offset, end_offset, quote, source_mention, target_mention, note, ${made}`,
} as const

export type StagedTable = keyof typeof columns
export type StagedCell = string | number | null

const tables = Object.keys(columns) as StagedTable[]

const insertSql = Object.fromEntries(
  tables.map((it) => {
    const marks = columns[it].split(',').map(() => '?')
    return [it, `INSERT INTO temp.dataset_${it} (${columns[it]}) VALUES (${marks.join(', ')})`]
  }),
) as Record<StagedTable, string>

/** Tables whose rows get new ids behind those there are; the numbers of the file are added to `@<table>`. */
const numbered = [
  ...['entity_type', 'relation_type', 'relation_rule', 'article', 'entity', 'alias', 'outside_id'],
  ...['mention', 'fragment', 'relation', 'evidence', 'person'],
] as const

type Bases = Record<string, number>

const by = 'JOIN temp.dataset_person p ON p.id = d.made_by'
const typed = 'JOIN temp.dataset_entity_type y ON y.id = d.type'

/** A number of the file becomes an id behind those there are; a negative one is a row of the project, negated. */
const at = (table: string, column: string): string => `iif(${column} < 0, -${column}, @${table} + ${column})`

/** How the rows move from the temporary tables, in an order in which every reference is there before its use. */
const moves: readonly string[] = [
  `INSERT INTO entity (id, uid, type_id, name, name_key, note, made_by, made_how, made_at)
   SELECT @entity + d.id, d.uid, y.target, d.name, d.name_key, d.note, p.target, d.made_how, d.made_at
   FROM temp.dataset_entity d ${typed} ${by} ORDER BY d.id`,
  `INSERT INTO alias (id, uid, entity_id, text, key, language)
   SELECT @alias + id, uid, ${at('entity', 'entity')}, text, key, language FROM temp.dataset_alias ORDER BY id`,
  `INSERT INTO outside_id (id, uid, entity_id, scheme, value)
   SELECT @outside_id + id, uid, ${at('entity', 'entity')}, scheme, value FROM temp.dataset_outside_id ORDER BY id`,
  `INSERT INTO node_position (id, x, y, pinned)
   SELECT ${at('entity', 'id')}, x, y, pinned FROM temp.dataset_position ORDER BY id`,
  `INSERT INTO relation (id, uid, type_id, source_id, target_id, status, valid_from, valid_to, amount, currency, share,
     certainty, note, made_by, made_how, made_at)
   SELECT @relation + d.id, d.uid, y.target, ${at('entity', 'd.source')}, ${at('entity', 'd.target_entity')}, d.status, d.valid_from,
     d.valid_to, d.amount, d.currency, d.share, d.certainty, d.note, p.target, d.made_how, d.made_at
   FROM temp.dataset_relation d JOIN temp.dataset_relation_type y ON y.id = d.type ${by} ORDER BY d.id`,
  `INSERT INTO article (id, uid, text_id, source_id, title, title_tokens, language, published_on, publisher, source_url,
     status, note, made_by, made_how, made_at)
   SELECT @article + d.id, d.uid, d.text_id, d.source_id, d.title, d.title_tokens, d.language, d.published_on, d.publisher,
     d.source_url, d.status, d.note, p.target, d.made_how, d.made_at
   FROM temp.dataset_article d ${by} ORDER BY d.id`,
  `INSERT INTO mention (id, uid, article_id, type_id, entity_id, value, certainty, note, made_by, made_how, made_at)
   SELECT @mention + d.id, d.uid, ${at('article', 'd.article')}, y.target, ${at('entity', 'd.entity')}, d.value, d.certainty, d.note,
     p.target, d.made_how, d.made_at
   FROM temp.dataset_mention d ${typed} ${by} ORDER BY d.id`,
  `INSERT INTO fragment (id, mention_id, ordinal, start_offset, end_offset, quote)
   SELECT @fragment + id, @mention + mention, ordinal, start_offset, end_offset, quote
   FROM temp.dataset_fragment ORDER BY id`,
  `INSERT INTO evidence (id, uid, relation_id, article_id, start_offset, end_offset, quote, source_mention_id,
     target_mention_id, note, made_by, made_how, made_at)
   SELECT @evidence + d.id, d.uid, ${at('relation', 'd.relation')}, ${at('article', 'd.article')}, d.start_offset, d.end_offset, d.quote,
     ${at('mention', 'd.source_mention')}, ${at('mention', 'd.target_mention')}, d.note, p.target, d.made_how, d.made_at
   FROM temp.dataset_evidence d ${by} ORDER BY d.id`,
  `INSERT INTO foreign_part (uid, format, data) SELECT uid, format, data FROM temp.dataset_foreign_part
   WHERE true ON CONFLICT DO UPDATE SET data = excluded.data`,
  `INSERT INTO foreign_set_part (format, name, data) SELECT format, name, data FROM temp.dataset_foreign_set_part
   WHERE true ON CONFLICT DO UPDATE SET data = excluded.data`,
]

export interface KnownType {
  key: string
  kind: string
  valueKind: string
}

export const createDatasetRepository = (db: Database) => {
  let bases: Bases = {}

  const movePersons = (): void => {
    db.run(
      `INSERT INTO person (id, uid, name) SELECT @person + id, uid, name FROM temp.dataset_person
       WHERE uid NOT IN (SELECT uid FROM person) ORDER BY id`,
      bases,
    )
    db.run(
      'UPDATE temp.dataset_person SET target = (SELECT id FROM person WHERE person.uid = dataset_person.uid)',
    )
  }

  /** Types are matched by key, else by uid; what is left is new. A key that is in use already keeps its shortcut. */
  const moveTypes = (): void => {
    for (const table of ['entity_type', 'relation_type']) {
      db.run(
        `UPDATE temp.dataset_${table} SET target = coalesce(
           (SELECT id FROM ${table} x WHERE x.key = dataset_${table}.key), (SELECT id FROM ${table} x WHERE x.uid = dataset_${table}.uid))`,
      )
    }
    db.run(
      `INSERT INTO entity_type (id, uid, key, name, kind, value_kind, colour, pattern, label, shortcut, position)
       SELECT @entity_type + d.id, d.uid, d.key, d.name, d.kind, d.value_kind, d.colour, d.pattern, d.label,
         CASE WHEN EXISTS (SELECT 1 FROM entity_type x WHERE x.shortcut = d.shortcut AND x.id <= @entity_type) THEN '' ELSE d.shortcut END, d.position
       FROM temp.dataset_entity_type d WHERE d.target IS NULL ORDER BY d.id`,
      bases,
    )
    db.run('UPDATE temp.dataset_entity_type SET target = @entity_type + id WHERE target IS NULL', bases)
    db.run(
      `INSERT INTO relation_type (id, uid, key, name, inverse_name, directed, colour, dash, position)
       SELECT @relation_type + d.id, d.uid, d.key, d.name, d.inverse_name, d.directed, d.colour, d.dash, d.position
       FROM temp.dataset_relation_type d WHERE d.target IS NULL ORDER BY d.id`,
      bases,
    )
    db.run('UPDATE temp.dataset_relation_type SET target = @relation_type + id WHERE target IS NULL', bases)
  }

  /** In a project that has data, a rule is only added to types that came with the dataset: theirs stay as they are. */
  const moveRules = (): void => {
    db.run(
      `INSERT INTO relation_rule (id, uid, relation_type_id, source_type_id, target_type_id)
       SELECT @relation_rule + d.id, d.uid, r.target, s.target, t.target FROM temp.dataset_rule d
       JOIN temp.dataset_relation_type r ON r.id = d.relation_type AND r.target > @relation_type
       JOIN temp.dataset_entity_type s ON s.id = d.source JOIN temp.dataset_entity_type t ON t.id = d.target_type
       WHERE d.uid NOT IN (SELECT uid FROM relation_rule) ORDER BY d.id`,
      bases,
    )
  }

  const replaceProject = ({ uid, name, note, madeAt }: DatasetHeader['project']): void => {
    db.run('DELETE FROM relation_rule')
    db.run('DELETE FROM relation_type')
    db.run('DELETE FROM entity_type')
    db.run('UPDATE project SET uid = ?, name = ?, note = ?, made_at = ?', [uid, name, note, madeAt])
  }

  return {
    createTables: (): void => {
      for (const table of tables) {
        db.exec(`DROP TABLE IF EXISTS temp.dataset_${table};
          CREATE TEMP TABLE dataset_${table} (${columns[table].replace('id', 'id INTEGER PRIMARY KEY')})`)
      }
    },

    transaction: <T>(work: () => T): T => db.transaction(work),

    stage: (table: StagedTable, cells: readonly StagedCell[]): void => {
      db.run(insertSql[table], cells)
    },

    /** Gives a staged mention its entity, both by their numbers. */
    linkMention: (mention: number, entity: number): void => {
      db.run('UPDATE temp.dataset_mention SET entity = ? WHERE id = ?', [entity, mention])
    },

    /** No articles and no entities: the project takes the dataset's name and schema over. */
    isEmpty: (): boolean =>
      db.value<number>('SELECT NOT EXISTS (SELECT 1 FROM article) AND NOT EXISTS (SELECT 1 FROM entity)') ===
      1,

    hasUid: (
      table: 'article' | 'entity' | 'alias' | 'outside_id' | 'relation' | 'mention' | 'evidence',
      uid: string,
    ): boolean => db.value<number>(`SELECT 1 FROM ${table} WHERE uid = ?`, [uid]) === 1,

    entityTypes: (): KnownType[] => db.all('SELECT key, kind, value_kind AS valueKind FROM entity_type'),

    /**
     * Makes the staged rows part of the project; within a step of the history. `project`: the dataset's own name and
     * schema replace those of an empty project. Returns how many of a kind there were.
     */
    move: (
      project: DatasetHeader['project'] | null,
    ): Record<'articles' | 'entities' | 'mentions' | 'relations', number> => {
      bases = Object.fromEntries(
        numbered.map((it) => [it, db.value<number>(`SELECT coalesce(max(id), 0) FROM ${it}`)!]),
      )
      if (project) replaceProject(project)
      movePersons()
      moveTypes()
      moveRules()
      for (const sql of moves) db.run(sql, bases)
      const count = (table: StagedTable): number =>
        db.value<number>(`SELECT count(*) FROM temp.dataset_${table}`)!
      return {
        articles: count('article'),
        entities: count('entity'),
        mentions: count('mention'),
        relations: count('relation'),
      }
    },

    /** Whether anything waits but people, types and what was kept for the format. */
    hasContent: (): boolean =>
      tables
        .filter((it) => !/^(?:person|entity_type|relation_type|rule|foreign_set_part)$/.test(it))
        .some((it) => db.value<number>(`SELECT EXISTS (SELECT 1 FROM temp.dataset_${it})`) === 1),

    /** A uid that two staged rows share, with its table. */
    repeatedUid: (): { table: string; uid: string } | null => {
      for (const table of tables.filter((it) => columns[it].startsWith('id, uid'))) {
        const uid = db.value<string>(
          `SELECT uid FROM temp.dataset_${table} GROUP BY uid HAVING count(*) > 1 LIMIT 1`,
        )
        if (uid !== undefined) return { table, uid }
      }
      return null
    },
  }
}
export type DatasetRepository = ReturnType<typeof createDatasetRepository>
