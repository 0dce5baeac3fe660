import type { OptionValues } from '../../../../../shared/model/option.ts'
import type { ExportSink, ExportSource } from '../../format.ts'
import { outsideIdText } from '../../support/graphAttributes.ts'
import { writeEvidence } from './evidence.ts'
import { findDelimiter, openTable, upperSnake } from './table.ts'

const made = ['made_by', 'made_how', 'made_at'] as const

/** How the files are loaded, for the person who opens the folder. */
const readme = (
  nodes: readonly string[],
  relationships: readonly string[],
  delimiter: string | null,
): string =>
  [
    'Run this in this folder, with the name of your database instead of "neo4j":',
    '',
    'neo4j-admin database import full neo4j \\',
    ...nodes.map((it) => `  --nodes=${it} \\`),
    ...relationships.map((it) => `  --relationships=${it} \\`),
    '  --multiline-fields=true \\',
    ...(delimiter === null || delimiter === ';' ? [] : [`  --array-delimiter="${delimiter}" \\`]),
    '  --id-type=string',
    '',
    delimiter === null
      ? 'Lists are JSON in columns of type string: no sign is free to separate their members.'
      : `Members of lists are separated by ${delimiter}`,
    'Labels and types are in upper case; the property "type" has the key as it is in the project.',
    'Offsets are counted in Unicode code points and end before the number at their end.',
    '',
  ].join('\n')

/**
 * Tables in the header format of `neo4j-admin database import` (Neo4j Operations Manual, "Import"), and `import.txt` with
 * the command. Relationships have no ids of their own: `uid` is a property. Option `evidence`: articles, mentions and the
 * passages of relations as nodes.
 */
export const write = (source: ExportSource, sink: ExportSink, options: OptionValues): void => {
  const delimiter = findDelimiter(source)
  const list = delimiter === null ? 'string' : 'string[]'
  const joined = (values: readonly string[]): string =>
    values.length === 0 ? '' : delimiter === null ? JSON.stringify(values) : values.join(delimiter)

  const nodes = openTable(sink, 'nodes.csv', [
    ...[
      'uid:ID(Entity)',
      'name',
      'type',
      `aliases:${list}`,
      `alias_languages:${list}`,
      `outside_ids:${list}`,
    ],
    ...['note', 'mentions:int', 'x:int', 'y:int', 'pinned:boolean', ...made, ':LABEL'],
  ])
  for (const it of source.entities()) {
    nodes.row(
      ...[it.uid, it.name, it.type, joined(it.aliases.map((alias) => alias.text))],
      // An empty member would be dropped and shift those behind it.
      joined(it.aliases.map((alias) => alias.language || 'und')),
      joined(it.outsideIds.map(outsideIdText)),
      ...[it.note, source.countMentions(it.id), it.position?.x ?? null, it.position?.y ?? null],
      ...[it.position?.pinned ?? null, it.madeBy, it.madeHow, it.madeAt, upperSnake(it.type)],
    )
  }
  nodes.flush()

  const relationships = openTable(sink, 'relationships.csv', [
    ...[
      'uid',
      ':START_ID(Entity)',
      ':END_ID(Entity)',
      'type',
      'directed:boolean',
      'weight:int',
      'evidence:int',
    ],
    ...[
      'status',
      'valid_from',
      'valid_to',
      'amount:double',
      'currency',
      'share_percent:double',
      'certainty',
      'note',
    ],
    ...['quotes', ...made, ':TYPE'],
  ])
  for (const it of source.relations()) {
    const evidence = source.evidenceOf(it.id)
    relationships.row(
      ...[
        it.uid,
        it.sourceUid,
        it.targetUid,
        it.type,
        it.directed,
        Math.max(1, evidence.length),
        evidence.length,
      ],
      ...[it.status, it.validFrom, it.validTo, it.amount, it.currency, it.share, it.certainty, it.note],
      ...[
        evidence.map((proof) => proof.quote).join('\n'),
        it.madeBy,
        it.madeHow,
        it.madeAt,
        upperSnake(it.type),
      ],
    )
  }
  relationships.flush()

  const more = options.evidence === true ? writeEvidence(source, sink) : { nodes: [], relationships: [] }
  const all = {
    nodes: ['nodes.csv', ...more.nodes],
    relationships: ['relationships.csv', ...more.relationships],
  }
  sink.file('import.txt').write(readme(all.nodes, all.relationships, delimiter))
}
