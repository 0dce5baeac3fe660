import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casJson as casJsonOut } from '../../../../main/features/exports/formats/cas-json/format.ts'
import { xmi as xmiOut } from '../../../../main/features/exports/formats/xmi/format.ts'
import { casJson } from '../../../../main/features/imports/formats/cas-json/format.ts'
import { xmi } from '../../../../main/features/imports/formats/xmi/format.ts'
import { fullArticle, written } from '../../../support/oneArticle.ts'
import { interop, readFiles, readPath } from '../../../support/readFormat.ts'

const pairs = [
  { id: 'cas-json', reader: casJson, writer: casJsonOut },
  { id: 'xmi', reader: xmi, writer: xmiOut },
]

describe.each(pairs)('$id there and back', ({ reader, writer }) => {
  it('keeps text, mentions, values, links, relations, passages and facts', async () => {
    const { files, lost } = written(writer, fullArticle)
    if (process.env.KEEP) {
      mkdirSync(process.env.KEEP, { recursive: true })
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(process.env.KEEP, name), bytes)
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
    expect(
      document!.mentions.map((one) => ({
        spans: one.fragments.map(({ start, end }) => [start, end]),
        type: one.label,
        ...(one.entity && { entity: one.entity }),
      })),
    ).toEqual(
      fullArticle.mentions!.map(({ spans, type, entity }) => ({ spans, type, ...(entity && { entity }) })),
    )
    expect(document!.mentions[0]).toMatchObject({ note: 'a "note"', certainty: 'doubtful' })
    expect(document!.mentions[3]!.value).toEqual({ kind: 'money', amount: 5_000_000, currency: 'USD' })
    const [relation] = document!.relations
    expect(relation).toMatchObject({
      label: 'owns_share',
      relation: 'relation-0',
      source: document!.mentions[1]!.id,
      target: document!.mentions[2]!.id,
      passage: { start: 0, end: 61 },
      status: 'announced',
      validFrom: '2018-06',
      amount: '550000000',
      currency: 'USD',
      share: '0.93',
      certainty: 'probable',
      note: 'a note',
      evidenceNote: 'why',
    })
    expect(records.filter((one) => one.kind === 'entity')).toMatchObject([
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
  })
})
