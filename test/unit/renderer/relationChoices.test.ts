import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Adjustment,
  adjustPassage,
  otherTypes,
  provingPassage,
  relationChoices,
  swapped,
} from '../../../renderer/views/reader/windows/relationChoices.ts'
import type { RelationType, Schema } from '../../../shared/model/schema.ts'

const type = (id: number, name: string, inverseName: string, directed = true): RelationType => ({
  id,
  uid: `r${id}`,
  key: name,
  name,
  inverseName,
  directed,
  colour: 'blue',
  dash: 'solid',
  position: id,
})
const rule = (relationTypeId: number, sourceTypeId: number, targetTypeId: number) => ({
  id: relationTypeId * 100 + sourceTypeId * 10 + targetTypeId,
  uid: '',
  relationTypeId,
  sourceTypeId,
  targetTypeId,
})
const [company, person, place] = [1, 2, 3]
const schema: Schema = {
  entityTypes: [],
  relationTypes: [
    type(1, 'leads', 'is led by'),
    type(2, 'partners', '', false),
    type(3, 'anything', 'reversed'),
  ],
  rules: [rule(1, person, company), rule(2, company, company)],
}
const names = (entityType: number): string[] => relationChoices(schema, entityType).map((it) => it.name)

describe('the relations of a mention', () => {
  test('are those its type may stand in, from either end; an undirected one once', () => {
    expect(names(person)).toEqual(['leads', 'anything', 'reversed'])
    expect(names(company)).toEqual(['partners', 'anything', 'is led by', 'reversed'])
    expect(names(place)).toEqual(['anything', 'reversed'])
  })

  test('the other end is of the types the rules allow; without rules of any', () => {
    const of = (entityType: number, name: string) =>
      otherTypes(schema, relationChoices(schema, entityType).find((it) => it.name === name)!, entityType)
    expect(of(person, 'leads')).toEqual(new Set([company]))
    expect(of(company, 'is led by')).toEqual(new Set([person]))
    expect(of(place, 'anything')).toBeNull()
  })

  test('swapping gives the same type the other way round, where the rules allow it', () => {
    const choices = relationChoices(schema, place)
    expect(swapped(choices, choices[0]!)?.name).toBe('reversed')
    const leads = relationChoices(schema, person)
    expect(swapped(leads, leads[0]!)).toBeNull()
  })
})

describe('the proving passage', () => {
  const text =
    'Google kaufte Anteile. JD.com freute sich sehr.\nAlibaba schwieg 👨‍👩‍👧 dazu. 京东没有回应。谷歌也没有。'
  const span = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

  test('is the sentence; both sentences for two ends in one paragraph; only the first across paragraphs', () => {
    expect(cut(provingPassage(text, 'de', span('Google'), null))).toBe('Google kaufte Anteile.')
    expect(cut(provingPassage(text, 'de', span('Google'), span('JD.com')))).toBe(
      'Google kaufte Anteile. JD.com freute sich sehr.',
    )
    expect(cut(provingPassage(text, 'de', span('Google'), span('Alibaba')))).toBe('Google kaufte Anteile.')
  })

  test('a sentence more and a sentence less is where it was', () => {
    const one = provingPassage(text, 'de', span('Google'), null)
    const more = adjustPassage(text, 'de', one, { edge: 'end', step: 1, unit: 'sentence' })
    expect(cut(more)).toBe('Google kaufte Anteile. JD.com freute sich sehr.')
    expect(adjustPassage(text, 'de', more, { edge: 'end', step: -1, unit: 'sentence' })).toEqual(one)
  })

  test('no series of adjustments empties it, leaves the text or cuts a character', () => {
    const change = fc.constantFrom<Adjustment>(
      { edge: 'end', step: 1, unit: 'word' },
      { edge: 'end', step: -1, unit: 'word' },
      { edge: 'start', step: 1, unit: 'word' },
      { edge: 'start', step: -1, unit: 'word' },
      { edge: 'end', step: 1, unit: 'sentence' },
      { edge: 'end', step: -1, unit: 'sentence' },
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let passage = provingPassage(text, 'de', span('Alibaba'), null)
        for (const it of changes) passage = adjustPassage(text, 'de', passage, it)
        expect(passage.start).toBeGreaterThanOrEqual(0)
        expect(passage.end).toBeLessThanOrEqual(text.length)
        expect(cut(passage).trim()).not.toBe('')
        expect(cut(passage).isWellFormed()).toBe(true)
        expect(/\u200d$|^\u200d/.test(cut(passage))).toBe(false)
      }),
    )
  })
})
