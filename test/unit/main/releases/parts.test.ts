import { describe, expect, test } from 'vitest'
import type { JobContext } from '../../../../main/core/jobs.ts'
import { assertRecipe } from '../../../../main/features/releases/checks.ts'
import { packFiles } from '../../../../main/features/releases/pack.ts'
import { planOf } from '../../../../main/features/releases/plan.ts'
import { createParts } from '../../../../main/features/releases/progress.ts'
import { recipeOf } from '../../../support/releases.ts'

describe('the plan of a release', () => {
  const placesOf = (data: Parameters<typeof planOf>[0], splits: Parameters<typeof planOf>[1]) =>
    planOf(data, splits).map((it) => [it.folder, it.datasets.map((dataset) => dataset.at)])

  test('undivided: the base, then a file or folder per format; a format asked for twice has two', () => {
    const data = recipeOf({ formats: ['conll', 'ligature-jsonl', 'brat', 'conll'] })
    expect(placesOf(data, [])).toEqual([
      ['data/ligature.jsonl', ['data/ligature.jsonl']],
      ['data/conll', ['data/conll/dataset.conll']],
      ['data/brat', ['data/brat']],
      ['data/conll-2', ['data/conll-2/dataset.conll']],
    ])
  })

  test('divided: a dataset per split, but for the format that divides itself; the base stays whole', () => {
    const data = recipeOf({ formats: ['ligature-jsonl', 'brat', 'huggingface'] })
    expect(placesOf(data, ['train', 'test'])).toEqual([
      ['data/ligature.jsonl', ['data/ligature.jsonl']],
      ['data/ligature-jsonl', ['data/ligature-jsonl/train.jsonl', 'data/ligature-jsonl/test.jsonl']],
      ['data/brat', ['data/brat/train', 'data/brat/test']],
      ['data/huggingface', ['data/huggingface']],
    ])
  })

  test('original files come along only when asked for', () => {
    const originals = (formats: ReturnType<typeof recipeOf>['formats']) =>
      planOf({ ...recipeOf(), formats }, [])[0]!.options.originals
    expect(originals([{ formatId: 'brat', options: {} }])).toBe(false)
    expect(originals([{ formatId: 'ligature-jsonl', options: { originals: false } }])).toBe(false)
    expect(originals([{ formatId: 'ligature-jsonl', options: { originals: true } }])).toBe(true)
  })

  test('without texts the base is standoff', () => {
    const data = recipeOf({ formats: ['ligature-jsonl', 'gexf'], redaction: { on: true } })
    expect(planOf(data, []).map((it) => it.format.id)).toEqual(['standoff', 'gexf'])
  })
})

describe('a recipe that cannot be followed', () => {
  const refusal = (data: ReturnType<typeof recipeOf>): unknown => {
    try {
      assertRecipe(data)
      return null
    } catch (thrown) {
      return thrown
    }
  }
  const shares = { train: 50, validation: 20, test: 20 }

  test('is refused with what to change', () => {
    expect(refusal(recipeOf({ formats: ['unheard-of'] }))).toMatchObject({ code: 'not_found' })
    expect(refusal(recipeOf({ split: { by: 'type', shares } }))).toMatchObject({
      ...{ code: 'invalid_input', details: { sum: 90 } },
    })
    expect(refusal(recipeOf({ split: { by: 'none', shares } }))).toBeNull()
    expect(refusal(recipeOf({ formats: ['tei'], redaction: { on: true } }))).toMatchObject({
      ...{ code: 'invalid_input', details: { formats: expect.stringContaining('TEI') } },
    })
  })

  test('of formats with an option for it, only those that leave the texts out hold none', () => {
    const data = recipeOf({ redaction: { on: true } })
    const turtle = (texts: boolean) => ({ ...data, formats: [{ formatId: 'turtle', options: { texts } }] })
    expect(refusal(turtle(true))).toMatchObject({ code: 'invalid_input' })
    expect(refusal(turtle(false))).toBeNull()
  })
})

test('what no plain archive can hold is refused before it is written', () => {
  const file = (name: string, byteLength: number) => ({ name, byteLength, sha256: '' })
  const pack = (files: ReturnType<typeof file>[]) => () =>
    packFiles('/nowhere', files, { write: () => {} }, () => {})
  expect(pack([file('a', 3e9), file('b', 2e9)])).toThrow('too large for a ZIP archive')
  expect(pack(Array.from({ length: 70_000 }, (_, at) => file(`${at}`, 1)))).toThrow('70000 files')
})

test('parts make one progress that never goes back', () => {
  const told: number[] = []
  const context = {
    report: (done: number, total: number) => told.push(done / total),
    stopIfCancelled: () => {},
  } as unknown as JobContext
  const part = createParts(context, 3)
  for (const note of ['a', 'b', 'c', 'one more']) {
    const { report } = part(note)
    for (const done of [0, 1, 2, 5]) report(done, 4)
    report(3, 0)
  }
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.every((it) => it >= 0 && it <= 1)).toBe(true)
})
