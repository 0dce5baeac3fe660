import { expect, test } from 'vitest'
import { exportFormats } from '../../main/features/exports/formats/index.ts'
import { lossesOf } from '../../main/features/exports/index.ts'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import type { Message } from '../../shared/messages/define.ts'
import { messages } from '../../shared/messages/index.ts'
import { completeOptions } from '../../shared/model/option.ts'
import { documentSection, writesDocuments } from '../support/documentSection.ts'

const text = (key: string): string => (messages as Record<string, Message>)[key]!.en

const units: Readonly<Record<string, string>> = {
  utf16: 'UTF-16',
  codepoint: 'code points',
  byte: 'UTF-8 bytes',
  token: 'tokens',
  grapheme: 'graphemes',
}

const kinds = {
  annotations: 'annotated data',
  articles: 'articles',
  container: 'archive',
  references: 'references',
  dataset: 'dataset',
}

const render = (): string => {
  const rows = [
    '| format | read as | written | offsets | has no place for, or may lose |',
    '| --- | --- | --- | --- | --- |',
  ]
  const ids = [...new Set([...exportFormats, ...importFormats].map((it) => it.id))].sort()
  for (const id of ids) {
    const reader = importFormats.find((it) => it.id === id)
    const writer = exportFormats.find((it) => it.id === id)
    const declared = reader?.kind === 'annotations' ? reader.offsetUnit : null
    const unit = writer?.offsetUnit ?? declared
    const lost = writer
      ? [...lossesOf(writer, completeOptions(writer.options, {})), ...(writer.mayLose ?? [])].map((it) =>
          text(`exports.loss.${it}`).toLowerCase(),
        )
      : []
    const cells = [
      (writer ?? reader)!.name,
      reader ? kinds[reader.kind] : '–',
      writer ? `${writer.shape}` : '–',
      unit === null || unit === undefined ? '–' : units[unit]!,
      writer ? lost.join(' · ') || 'nothing' : '–',
    ]
    rows.push(`| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`)
  }
  return rows.join('\n')
}

test('docs/formats.md lists every format (LIGATURE_WRITE_DOCS=1 writes it)', () => {
  const section = documentSection('formats.md', 'formats')
  if (writesDocuments) section.write(render())
  expect(section.read()).toBe(render())
})
