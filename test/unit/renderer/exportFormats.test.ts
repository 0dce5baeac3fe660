import { expect, test } from 'vitest'
import { exportFormats } from '../../../main/features/exports/formats/index.ts'
import { groupOfFormat, inGroups, matchesTyped } from '../../../renderer/views/export/groups.ts'

test('every format is offered once, the whole project first', () => {
  const groups = inGroups(exportFormats)
  expect(groups.map((it) => it.group)).toEqual(['project', 'annotations', 'tables', 'graphs', 'knowledge'])
  const offered = groups.flatMap((it) => it.formats.map((format) => format.id))
  expect(offered.toSorted()).toEqual(exportFormats.map((it) => it.id).toSorted())
})

test('formats without offsets are no annotations for other tools, but for words with tags', () => {
  const without = exportFormats.filter((it) => it.offsetUnit === null && groupOfFormat(it) === 'annotations')
  expect(without.map((it) => it.id)).toEqual(['conllu'])
})

test('typed words narrow the formats by name, ending and description', () => {
  const found = (typed: string) =>
    exportFormats.filter((it) => matchesTyped(it, typed, () => 'for tools')).map((it) => it.id)
  expect(found('gexf')).toEqual(['gexf'])
  expect(found('JSONL doccano')).toEqual(['doccano'])
  expect(found('conll tools')).toEqual(['conll', 'conllu'])
  expect(found('')).toHaveLength(exportFormats.length)
  expect(found('no such thing')).toEqual([])
})
