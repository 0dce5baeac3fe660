import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportFormats } from '../../../main/features/exports/formats/index.ts'
import { lossesOf } from '../../../main/features/exports/index.ts'
import { filterChanges } from '../../../renderer/views/release/changes.ts'
import {
  carriesTexts,
  freeName,
  nameOf,
  newRecipeData,
  problemOf,
  releaseName,
} from '../../../renderer/views/release/recipes.ts'
import { wordDiff } from '../../../renderer/views/release/wordDiff.ts'
import { completeOptions } from '../../../shared/model/option.ts'
import { type ReleaseChange, recipeData } from '../../../shared/model/recipe.ts'

/** The formats as the contract gives them. */
const formats = exportFormats.map((format) => ({
  ...format,
  losses: lossesOf(format, completeOptions(format.options, {})).map((it) => `exports.loss.${it}`),
}))

describe('a recipe', () => {
  test('that is new is sound', () => {
    const data = newRecipeData('Press')
    expect(recipeData.parse(data)).toEqual(data)
    expect(problemOf(data, formats)).toBeNull()
  })

  test('whose shares do not make 100 is not, unless nothing is divided', () => {
    const data = newRecipeData('')
    const shares = { train: 70, validation: 10, test: 10 }
    expect(problemOf({ ...data, split: { ...data.split, shares } }, formats)).toBeNull()
    expect(problemOf({ ...data, split: { ...data.split, by: 'date', shares } }, formats)).toBe('shares')
  })

  test('without texts takes no format that holds them', () => {
    const data = newRecipeData('')
    const redacted = (formatId: string, options = {}) =>
      problemOf(
        { ...data, redaction: { on: true, quoteLength: 80 }, formats: [{ formatId, options }] },
        formats,
      )
    expect(redacted('ligature-jsonl')).toBeNull()
    expect(redacted('graphml')).toBeNull()
    expect(redacted('conll')).toBe('redaction')
    expect(redacted('turtle')).toBe('redaction')
    expect(redacted('turtle', { texts: false })).toBeNull()
  })

  test('is judged as the core judges it, whatever the switches of its formats', () => {
    for (const format of formats) {
      const toggles = format.options.flatMap((it) => (it.kind === 'toggle' ? [it.id] : []))
      const choices = format.options.flatMap((it) =>
        it.kind === 'choice' ? it.choices.map(({ value }) => ({ [it.id]: value })) : [],
      )
      const given = [{}, ...choices, ...toggles.flatMap((id) => [{ [id]: true }, { [id]: false }])]
      for (const options of given) {
        const holds = !lossesOf(format, completeOptions(format.options, options)).includes('texts')
        expect([format.id, options, carriesTexts(format, options)]).toEqual([
          format.id,
          options,
          format.id === 'ligature-jsonl' ? false : holds,
        ])
      }
    }
  })

  test('gets a name of its own', () => {
    expect(freeName('Press', [])).toBe('Press')
    expect(freeName('Press', ['Press', 'Press 2'])).toBe('Press 3')
  })
})

test('a release is called as its recipe, with the version, whatever stands in the name', () => {
  const data = newRecipeData('')
  expect(releaseName({ name: 'Press: 2018/19', data })).toBe('Press- 2018-19 1.0.0')
  expect(releaseName({ name: 'Press', data: { ...data, shape: 'zip' } })).toBe('Press 1.0.0.zip')
  expect(releaseName({ name: 'x'.repeat(200), data })).toBe(`${'x'.repeat(60)} 1.0.0`)
  expect(releaseName({ name: 'Press', data: { ...data, card: { ...data.card, version: '' } } })).toBe('Press')
})

test('a release is known by the last part of its path', () => {
  expect(nameOf('/data/exports/Press 1.0.0')).toBe('Press 1.0.0')
  expect(nameOf('C:\\data\\Press 1.0.0.zip')).toBe('Press 1.0.0.zip')
  expect(nameOf('/data/Press/')).toBe('Press')
})

describe('words that changed', () => {
  const told = (before: string, after: string) =>
    wordDiff(before, after)
      .map((it) => ({ same: it.text, out: `[-${it.text}]`, in: `[+${it.text}]` })[it.kind])
      .join('')

  test('are told word by word, Chinese character by character', () => {
    expect(told('Google takes a small stake', 'Google takes a large stake')).toBe(
      'Google takes a [-small][+large] stake',
    )
    expect(told('谷歌入股京东', '谷歌投资京东')).toBe('谷歌[-入股][+投资]京东')
    expect(told('same', 'same')).toBe('same')
    expect(told('', 'new words')).toBe('[+new words]')
  })

  test('give both texts back', () => {
    const text = fc.array(fc.constantFrom('JD.com', ' ', '\n', '京', '东', 'Google', '.', '😀', 'ü'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const parts = wordDiff(one.join(''), other.join(''))
        const without = (kind: string) =>
          parts
            .filter((it) => it.kind !== kind)
            .map((it) => it.text)
            .join('')
        expect(without('in')).toBe(one.join(''))
        expect(without('out')).toBe(other.join(''))
      }),
    )
  })

  test('of long texts that share nothing are told as a whole', () => {
    const parts = wordDiff('a b '.repeat(2000), 'c d '.repeat(2000))
    expect(parts.length).toBeLessThan(5)
  })
})

test('changes are found by kind, by what they are of, and by words of them', () => {
  const change = (how: ReleaseChange['how'], what: ReleaseChange['what'], about: string): ReleaseChange => ({
    ...{ how, what, about, uid: about, article: 'Google invests' },
    fields: [{ name: 'certainty', before: 'probable', after: 'certain' }],
  })
  const changes = [
    change('added', 'mention', 'JD.com'),
    change('changed', 'mention', 'Tencent'),
    change('removed', 'entity', 'Walmart'),
  ]
  const found = (filter: Partial<Parameters<typeof filterChanges>[1]>) =>
    filterChanges(changes, { text: '', hows: [], whats: [], ...filter }).map((it) => it.about)
  expect(found({})).toHaveLength(3)
  expect(found({ hows: ['added', 'removed'] })).toEqual(['JD.com', 'Walmart'])
  expect(found({ whats: ['mention'], hows: ['changed'] })).toEqual(['Tencent'])
  expect(found({ text: 'google TENCENT' })).toEqual(['Tencent'])
  expect(found({ text: 'probable' })).toHaveLength(3)
  expect(found({ text: 'nowhere' })).toEqual([])
})
