import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectFile } from '../../../../main/db/index.ts'
import { exportJob } from '../../../../main/features/exports/index.ts'
import type { ExportReport } from '../../../../shared/contract/exports.ts'
import type { OptionValues } from '../../../../shared/model/option.ts'
import { createEmptyProject, fillFixture } from '../../../support/fixtureProject.ts'
import { type ConllToken, parseConll, parseCsv } from '../../../support/readBack.ts'
import { runJobOn } from '../../../support/runJob.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-exports-'))
let project: { path: string; file: ProjectFile }
let count = 0

beforeAll(() => {
  project = createEmptyProject(folder, 'project')
  fillFixture(project.file.db)
})
afterAll(() => {
  project.file.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = async (
  formatId: string,
  options: OptionValues = {},
  typeIds?: readonly number[],
): Promise<ExportReport> => {
  count += 1
  const input = {
    formatId,
    path: join(folder, `out-${count}`),
    scope: { articles: {}, setAside: true, suggestions: true, ...(typeIds && { typeIds: [...typeIds] }) },
    options,
    overwrite: false,
  }
  return (await runJobOn<typeof input, ExportReport>(exportJob, input, project.path)).result
}

const conll = async (options: OptionValues = {}, typeIds?: readonly number[]) => {
  const report = await write('conll', options, typeIds)
  return { report, articles: parseConll(readFileSync(report.path, 'utf8')) }
}

/** Decodes BIO and BIOES strictly: every chunk starts with B or S, and goes on with I or E of the same tag. */
const chunks = (sentence: readonly ConllToken[]): string[] => {
  const result: string[] = []
  let open = ''
  for (const { token, tag } of sentence) {
    const [kind, ...rest] = tag.split('-')
    const type = rest.join('-')
    if (kind === 'O') open = ''
    else if (kind === 'B' || kind === 'S') {
      result.push(`${type}:${token}`)
      open = kind === 'B' ? type : ''
    } else {
      if (open !== type) throw new Error(`${tag} continues nothing.`)
      result[result.length - 1] += ` ${token}`
      if (kind === 'E') open = ''
    }
  }
  return result
}

const lossOf = (report: ExportReport, what: string) =>
  report.losses.find((it) => it.what === `exports.loss.${what}`)

test('CoNLL keeps the longest of overlapping mentions, and tells of the others', async () => {
  const { report, articles } = await conll()
  const found = articles.map((it) => it.sentences.flatMap(chunks))
  // Which Chinese words there are is the segmenter's dictionary's business.
  found[2] = found[2]!.map((it) => it.replaceAll(' ', ''))
  expect(found).toEqual([
    [
      'company:US - Konzern Google',
      'money:550 Millionen Dollar',
      // A mention in two pieces stands from its first to its last character.
      'company:JD.com . 🚀 Die Straße ist " lang " , z . B . in Ã … rhus . JD und Google , Inc .',
      'money:= 1 + 1',
    ],
    [
      'percentage:- 5 %',
      'product:𝒥𝒟 - stake 👩‍👩‍👧',
      'product:e\u0301te\u0301',
      'company:Ltd . ( Hong Kong ) wants it . AT & T',
      'product:< b > and < / b > control',
      'company:@ mention',
      "company:' = quoted",
    ],
    ['company:腾讯控股有限公司', 'company:京东🛒', 'money:５５０万美元', 'product:＝ＳＵＭ（Ａ１）'],
    ['company:أرامكو'],
    [],
  ])
  expect(lossOf(report, 'overlap')).toEqual({
    what: 'exports.loss.overlap',
    count: 8,
    example: '\nJD … sprechen',
  })
  expect(lossOf(report, 'discontinuous')!.count).toBe(2)
  expect(lossOf(report, 'noToken')).toEqual({ what: 'exports.loss.noToken', count: 1, example: '\n\n' })
  // A mention that ends in a control character, which is no part of any word.
  expect(lossOf(report, 'moved')).toMatchObject({ count: 1 })
})

test('CoNLL widens mentions to whole words where words must stay whole', async () => {
  const options = { splitTokens: false, scheme: 'bioes', entityColumn: true }
  const { articles } = await conll(options)
  const tokens = articles[0]!.sentences.flat()
  expect(tokens.filter((it) => it.entity === 'entity-0').map((it) => it.tag)).toEqual([
    'B-company',
    'I-company',
    'I-company',
    'E-company',
  ])
  const place = project.file.db.value<number>("SELECT id FROM entity_type WHERE key = 'place'")!
  const alone = await conll(options, [place])
  expect(alone.articles[0]!.sentences.flat().find((it) => it.token === 'Straße')).toMatchObject({
    tag: 'S-place',
    entity: '-',
  })
  expect(lossOf(alone.report, 'moved')!.example).toBe('traß → Straße')
})

test('no sentence of CoNLL cuts a mention', async () => {
  const { articles } = await conll()
  const sentence = articles[1]!.sentences.find((it) => it.some(({ token }) => token === 'Ltd'))!
  expect(sentence.map((it) => it.token)).toContain('AT')
})

test('GraphML is XML with a node per entity and an edge per relation, parallel ones too', async () => {
  const report = await write('graphml', { mixed: true })
  const content = readFileSync(report.path, 'utf8')
  expect(content).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f]/)
  const xml = new DOMParser().parseFromString(content, 'text/xml')
  const keys = new Map(
    [...xml.querySelectorAll('key')].map((it) => [it.getAttribute('id'), it.getAttribute('attr.name')]),
  )
  const read = (element: Element) => ({
    ...Object.fromEntries(
      [...element.querySelectorAll('data')].map((it) => [keys.get(it.getAttribute('key')), it.textContent]),
    ),
    id: element.getAttribute('id'),
  })
  const nodes = [...xml.querySelectorAll('node')].map(read)
  const edges = [...xml.querySelectorAll('edge')]
  expect(nodes).toHaveLength(6)
  expect(nodes[0]).toMatchObject({
    id: 'entity-0',
    label: 'Google',
    type: 'company',
    mentions: '2',
    note: '@note\n"two lines"',
  })
  expect(nodes[0]).toMatchObject({ aliases: '谷歌 | Google, Inc. | =GOOG' })
  expect(nodes[5]!).toMatchObject({ label: 'Nobody & <Sons> "Ltd" ', mentions: '0' })
  expect(
    edges.map((it) => [it.getAttribute('source'), it.getAttribute('target'), it.getAttribute('directed')]),
  ).toEqual([
    ['entity-0', 'entity-1', 'true'],
    ['entity-1', 'entity-2', 'false'],
    ['entity-1', 'entity-2', 'false'],
    ['entity-4', 'entity-3', 'true'],
  ])
  expect(read(edges[0]!)).toMatchObject({
    type: 'invests_in',
    evidence: '2',
    articles: '2',
    amount: '550000000',
    share_percent: '0.93',
  })
  expect((read(edges[0]!) as Record<string, string>).quotes!.split('\n')).toHaveLength(2)
  expect(lossOf(report, 'controlCharacters')!.count).toBe(1)
})

test('CSV has a row per fragment and per piece of evidence', async () => {
  const { path } = await write('csv')
  const table = (name: string) => parseCsv(readFileSync(join(path, `${name}.csv`), 'utf8'))
  expect(
    table('mentions')
      .filter((it) => it.uid === 'mention-0-5')
      .map((it) => [it.fragment, it.quote]),
  ).toEqual([
    ['0', 'JD'],
    ['1', 'Inc.'],
  ])
  expect(table('relations').map((it) => [it.uid, it.evidence_uid])).toEqual([
    ['relation-0', 'evidence-0-0'],
    ['relation-0', 'evidence-0-1'],
    ['relation-1', 'evidence-0-2'],
    ['relation-2', ''],
    ['relation-3', ''],
  ])
  expect(table('outside_ids').map((it) => it.value)).toEqual(['Q95', 'NASDAQ:JD'])
  expect(table('entities')[0]).toMatchObject({ name: 'Google', mentions: '2', note: '@note\n"two lines"' })
})
