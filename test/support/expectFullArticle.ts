import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ExportFormat } from '../../main/features/exports/format.ts'
import type { AnnotationFormat } from '../../main/features/imports/formats/format.ts'
import { createOffsetMap, spanFrom } from '../../shared/text/offsets.ts'
import { fullArticle, written } from './oneArticle.ts'
import { readFiles } from './readFormat.ts'

/** Writes an article with everything and reads it again: nothing may be missing. For formats that lose nothing of it. */
export const expectRoundTrip = async (writer: ExportFormat, reader: AnnotationFormat): Promise<void> => {
  const { files, lost } = written(writer, fullArticle)
  const keep = process.env.LIGATURE_KEEP_EXPORTS
  if (keep) {
    mkdirSync(join(keep, writer.id), { recursive: true })
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(keep, writer.id, name), bytes)
  }
  expect(lost).toEqual([])
  const { documents, records, problems } = await readFiles(reader, files)
  expect(problems).toEqual([])
  expect(documents).toHaveLength(1)
  const [document] = documents
  expect(document).toMatchObject({
    text: fullArticle.text,
    title: 'One & <only>',
    language: 'de',
    publishedOn: '2018-06-18',
    publisher: 'Börse & Co',
    sourceUrl: 'https://example.org/a?b=1&c=2',
    status: 'done',
    note: 'article note',
  })
  const map = createOffsetMap(document!.text)
  const unit = document!.unit === 'codepoint' ? 'codepoint' : 'utf16'
  expect(
    document!.mentions.map((it) => ({
      spans: it.fragments.map((one) => Object.values(spanFrom(map, unit, one))),
      type: it.label,
      ...(it.entity && { entity: it.entity }),
    })),
  ).toEqual(
    fullArticle.mentions!.map(({ spans, type, entity }) => ({ spans, type, ...(entity && { entity }) })),
  )
  expect(document!.mentions[0]).toMatchObject({ note: 'a "note"', certainty: 'doubtful' })
  expect(document!.mentions[3]!.value).toEqual({ kind: 'money', amount: 5_000_000, currency: 'USD' })
  expect(document!.relations).toHaveLength(1)
  const [relation] = document!.relations
  expect(relation).toMatchObject({
    label: 'owns_share',
    relation: 'relation-0',
    source: document!.mentions[1]!.id,
    target: document!.mentions[2]!.id,
    status: 'announced',
    validFrom: '2018-06',
    amount: '550000000',
    currency: 'USD',
    share: '0.93',
    certainty: 'probable',
    note: 'a note',
    evidenceNote: 'why',
  })
  expect(spanFrom(map, unit, relation!.passage!)).toEqual({ start: 0, end: 61 })
  expect(records.filter((it) => it.kind === 'entity')).toMatchObject([
    {
      id: 'entity-g',
      label: 'company',
      name: 'Name of entity-g',
      note: 'entity note',
      aliases: [{ text: 'Alias: entity-g', language: 'en' }],
      outsideIds: [{ scheme: 'wikidata', value: 'Q42' }],
    },
    { id: 'entity-j' },
  ])
}
