import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fixture, openFixture } from '../../../support/graphFixture.ts'

let fixture: Fixture
beforeAll(() => {
  fixture = openFixture()
})
afterAll(() => fixture.close())

test('counts vertices from one and keeps the relation types apart', async () => {
  const { files, report } = await fixture.write('pajek')
  expect(files['']!.split('\n')).toEqual([
    '*Vertices 6',
    '1 "Google"',
    '2 "JD.com"',
    '3 "+Walmart"',
    '4 "腾讯"',
    '5 "أرامكو"',
    `6 "Nobody & <Sons> 'Ltd' "`,
    '*Arcs :1 "invests_in"',
    '1 2 2',
    '5 4 1',
    '*Edges :2 "partners_with"',
    '2 3 1',
    '2 3 1',
    '',
  ])
  expect(report.losses).toContainEqual({
    what: 'exports.loss.renamed',
    count: 1,
    example: 'Nobody & <Sons> "Ltd"\u0001',
  })
})

test('writes a mark for Pajek on Windows on request', async () => {
  const { files } = await fixture.write('pajek', { bom: true })
  expect(files['']!.startsWith('\ufeff*Vertices')).toBe(true)
})
