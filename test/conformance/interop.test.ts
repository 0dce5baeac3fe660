import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentSection, writesDocuments } from '../support/documentSection.ts'
import { freshProject, importFrom } from '../support/interchange.ts'
import { interop } from '../support/readFormat.ts'

const missing = !existsSync(interop)
const folder = mkdtempSync(join(tmpdir(), 'ligature-interop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sets = missing ? [] : readdirSync(interop).filter((it) => statSync(join(interop, it)).isDirectory())

/** Codes of single mentions that were told and stayed out. */
const ofMentions = new Set(['import.mismatch', 'import.no_span'])

const units: Readonly<Record<string, string>> = {
  utf16: 'UTF-16',
  codepoint: 'code points',
  byte: 'bytes',
  grapheme: 'graphemes',
}
const rows: string[] = []

describe.skipIf(missing)('files of other tools', () => {
  test.each(sets)('%s: every mention is taken in or told of', { timeout: 120_000 }, async (name) => {
    const project = freshProject(folder, name)
    try {
      const { report, sets: surveyed } = await importFrom(project, [join(interop, name)])
      if (report.imported > 0) rows.push(`| ${name} | articles | ${report.imported} | – | – | – | – |`)
      surveyed.forEach(({ format, survey }, index) => {
        const done = report.sets[index]!
        const out =
          done.left.filter((it) => ofMentions.has(it.reason.code)).length +
          survey.suggestions +
          survey.rejected
        expect({ format, taken: done.mentions + done.present + out }).toEqual({
          format,
          taken: survey.mentions,
        })
        const { offsets } = survey
        const fit =
          offsets && offsets.checked > 0
            ? `${offsets.fits} of ${offsets.checked} in ${units[offsets.unit]}`
            : '–'
        const [documents, mentions, relations] =
          survey.documents + survey.mentions === 0
            ? ['–', `${survey.entities} entities`, `${survey.entityRelations}`]
            : [survey.documents, survey.mentions, survey.relations]
        rows.push(
          `| ${name} | ${done.format} | ${documents} | ${mentions} | ${relations} | ${fit} | ${out} |`,
        )
      })
      // What is stored cuts its quote, whatever the file said.
      expect(
        project.db
          .all<{ content: string; start: number; end: number; quote: string }>(
            `SELECT t.content, f.start_offset AS start, f.end_offset AS end, f.quote FROM fragment f
             JOIN mention m ON m.id = f.mention_id JOIN article a ON a.id = m.article_id JOIN text t ON t.id = a.text_id`,
          )
          .filter((it) => it.content.slice(it.start, it.end) !== it.quote),
      ).toEqual([])
    } finally {
      project.close()
    }
  })

  test('docs/formats.md says so (LIGATURE_WRITE_DOCS=1 writes it)', () => {
    const table = [
      '| set | format | documents | mentions | relations | fit | stayed out |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n')
    const section = documentSection('formats.md', 'interop')
    if (writesDocuments) section.write(table)
    expect(section.read()).toBe(table)
  })
})
