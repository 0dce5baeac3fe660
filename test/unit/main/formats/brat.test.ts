import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import { brat } from '../../../../main/features/imports/formats/brat/format.ts'
import { interop, mismatches, readFiles, readPath, recognise } from '../../../support/readFormat.ts'
import { type FixtureWriter, openFixture } from '../../../support/writeFixture.ts'

const text = 'ACME kaufte in Wien 🛒 Beta Corp,\nGamma und Co.\nDelta schwieg.\n'

const ann = (...lines: string[]): string => lines.map((it) => `${it}\n`).join('')

const read = (lines: string, more: Record<string, string> = {}, options = {}) =>
  readFiles(brat, { 'a.txt': text, 'a.ann': lines, ...more }, options)

const only = async (lines: string, more: Record<string, string> = {}, options = {}) => {
  const { documents, problems } = await read(lines, more, options)
  expect(documents).toHaveLength(1)
  return { ...documents[0]!, problems }
}

describe('reading', () => {
  test('spans: pieces joined by a blank or by nothing, over line ends, without their text', async () => {
    const { mentions, problems } = await only(
      ann(
        'T1\tCompany 0 4\tACME',
        'T2\tCompany 22 26;33 38\tBeta Gamma',
        'T3\tCompany 22 26;33 38\tBetaGamma',
        'T4\tCompany 22 38\tBeta Corp, Gamma',
        'T5\tCompany 22 32;33 38\tBeta Corp, Gamma',
        'T6\tPlace 15 19',
        'T7\tPlace 15 19\t',
        'T8\tCompany 0 4\tBeta',
      ),
    )
    expect(problems).toEqual([])
    expect(mentions.map((it) => it.fragments)).toEqual([
      [{ start: 0, end: 4, quote: 'ACME' }],
      [
        { start: 22, end: 26, quote: 'Beta' },
        { start: 33, end: 38, quote: 'Gamma' },
      ],
      [
        { start: 22, end: 26, quote: 'Beta' },
        { start: 33, end: 38, quote: 'Gamma' },
      ],
      [{ start: 22, end: 38, quote: 'Beta Corp,\nGamma' }],
      [{ start: 22, end: 38, quote: 'Beta Corp,\nGamma' }],
      [{ start: 15, end: 19 }],
      [{ start: 15, end: 19 }],
      [{ start: 0, end: 4, quote: 'Beta' }],
    ])
  })

  test('pieces at line ends stay apart if asked for', async () => {
    const { mentions } = await only(
      ann('T5\tCompany 22 32;33 38\tBeta Corp, Gamma'),
      {},
      { joinLines: false },
    )
    expect(mentions[0]!.fragments).toHaveLength(2)
  })

  test('relations by their roles, attributes and notes of both', async () => {
    const { mentions, relations } = await only(
      ann(
        'R1\tOwns Arg2:T2 Arg1:T1\t',
        'R2\tPart Whole:T1 Part:T2',
        'T1\tCompany 0 4\tACME',
        'T2\tCompany 22 31\tBeta Corp',
        'A1\tListed T1',
        'M2\tSize T1 very big',
        'A3\tSure R1 low',
        '#1\tAnnotatorNotes T1\tcheck the register',
        '#2\tAnnotatorNotes T1\tand again',
        '#3\tLemma T2\tbeta',
        '#4\tAnnotatorNotes R1\tsays the paper',
      ),
    )
    expect(mentions[0]).toMatchObject({
      note: 'check the register\nand again',
      foreign: {
        attributes: [
          { id: 'A1', name: 'Listed' },
          { id: 'M2', name: 'Size', value: 'very big' },
        ],
      },
    })
    expect(mentions[1]!.foreign).toEqual({ notes: [{ type: 'Lemma', text: 'beta' }] })
    expect(relations).toEqual([
      {
        id: 'R1',
        label: 'Owns',
        source: 'T1',
        target: 'T2',
        evidenceNote: 'says the paper',
        foreign: { attributes: [{ id: 'A3', name: 'Sure', value: 'low' }] },
      },
      { id: 'R2', label: 'Part', source: 'T1', target: 'T2', foreign: { roles: ['Whole', 'Part'] } },
    ])
  })

  test('events: triggers with entities of their own, arguments as relations, numbered roles', async () => {
    const { mentions, relations } = await only(
      ann(
        'E1\tBuy:T3 Buyer:T1 Target:T2 Target2:T4 Source:E2',
        'E2\tBuy:T3 Buyer:T4',
        'E3\tTalk:T5 ',
        'T1\tCompany 0 4\tACME',
        'T2\tCompany 22 31\tBeta Corp',
        'T3\tBuy 5 11\tkaufte',
        'T4\tCompany 33 38\tGamma',
        'T5\tTalk 53 60\tschwieg',
        'A1\tNegated E3',
      ),
    )
    expect(mentions.map((it) => [it.id, it.label, it.entity])).toEqual([
      ['T1', 'Company', undefined],
      ['T2', 'Company', undefined],
      ['T3', 'Buy', 'a#E1'],
      ['T4', 'Company', undefined],
      ['T5', 'Talk', 'a#E3'],
      ['E2', 'Buy', 'a#E2'],
    ])
    expect(relations.map((it) => [it.label, it.source, it.target])).toEqual([
      ['Buyer', 'T3', 'T1'],
      ['Target', 'T3', 'T2'],
      ['Target', 'T3', 'T4'],
      ['Source', 'T3', 'E2'],
      ['Buyer', 'E2', 'T4'],
    ])
    expect(relations[2]!.foreign).toEqual({ event: 'E1', number: '2' })
    expect(mentions[4]!.foreign).toMatchObject({ event: 'E3', attributes: [{ id: 'A1', name: 'Negated' }] })
  })

  test('normalisations with one TAB or two, and equivalences make entities', async () => {
    const { mentions } = await only(
      ann(
        'T1\tCompany 0 4\tACME',
        'T2\tCompany 22 31\tBeta Corp',
        'T3\tCompany 33 38\tGamma',
        'T4\tCompany 47 52\tDelta',
        'N1\tReference T1 Wikidata:Q42\t\tACME Corporation',
        'N2\tReference T1 lei:A:B\tACME',
        'N3\tReference T2 Wikidata:Q42\tACME Corporation',
        '*\tAlias T1 T3',
        '*\tAlias T4 T3',
      ),
    )
    expect(mentions[0]).toMatchObject({
      entityName: 'ACME Corporation',
      outsideIds: [
        { scheme: 'Wikidata', value: 'Q42' },
        { scheme: 'lei', value: 'A:B' },
      ],
    })
    expect(mentions.map((it) => it.entity)).toEqual([
      'Wikidata Q42',
      undefined,
      'Wikidata Q42',
      'Wikidata Q42',
    ])
  })

  test('lines that are none, that come twice or that hang in the air are told and kept', async () => {
    const { mentions, relations, foreign, problems } = await only(
      ann(
        'T1\tCompany 0 4\tACME',
        'T1\tCompany 22 31\tBeta Corp',
        'what is this',
        'T2\tCompany 9 4\tx',
        'R1\tOwns Arg1:T1 Arg2:T99',
        '#1\tAnnotatorNotes A7\tlost',
        'E1\tBuy:T1 Target:T98',
      ),
    )
    expect(mentions).toHaveLength(1)
    expect(relations).toHaveLength(0)
    expect(problems.map((it) => [it.place, it.notice.code])).toEqual([
      ['line 2', 'import.brat.duplicate'],
      ['line 3', 'import.brat.line'],
      ['line 4', 'import.brat.line'],
      ['line 7', 'import.brat.reference'],
      ['line 5', 'import.brat.reference'],
      ['line 6', 'import.brat.reference'],
    ])
    expect(foreign).toEqual({
      lines: [
        'what is this',
        'T2\tCompany 9 4\tx',
        'R1\tOwns Arg1:T1 Arg2:T99',
        '#1\tAnnotatorNotes A7\tlost',
      ],
    })
    expect(mentions[0]!.foreign).toMatchObject({ event: 'E1', lostArguments: ['Target:T98'] })
  })

  test('CR LF and lone CR count as one, unless the offsets say otherwise', async () => {
    const line = 'T1\tX 3 5\tcd\r\nT2\tX 6 8\tef\r\n'
    const brats = await readFiles(brat, { 'a.txt': 'ab\r\ncd\ref', 'a.ann': line })
    expect(brats.documents[0]!.text).toBe('ab\ncd\nef')
    expect(Buffer.from(brats.documents[0]!.original!.bytes).toString()).toBe('ab\r\ncd\ref')
    expect(mismatches(brats.documents, 'codepoint')).toEqual([])
    const others = await readFiles(brat, {
      'a.txt': 'ab\r\ncd\r\nef',
      'a.ann': 'T1\tX 4 6\tcd\nT2\tX 8 10\tef\n',
    })
    expect(others.documents[0]!.text).toBe('ab\r\ncd\r\nef')
    const marked = await readFiles(brat, { 'a.txt': '\ufeffab', 'a.ann': 'T1\tX 1 3\tab\n' })
    expect(mismatches(marked.documents, 'codepoint')).toEqual([])
  })

  test('the configuration of the folder or one above it is the schema', async () => {
    const { records } = await readFiles(brat, {
      'annotation.conf':
        '# x\n[entities]\nCompany\n!Agent\n\tPerson\n<C>=Company|Person\n[relations]\nOwns\tArg1:<C>, Arg2:Company\nRival Arg1:Company, Arg2:Company, <REL-TYPE>:symmetric-transitive\n<OVERLAP> Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:contain\n[events]\nBuy\tBuyer+:<C>, Price?:<ANY>\n[attributes]\nListed Arg:<ENTITY>\n',
      'visual.conf':
        '[labels]\nCompany | A company | Co\n[drawing]\nCompany\tbgColor:#a7c2ff\nOwns\tcolor:#0f0\n',
      'sub/a.txt': text,
      'sub/a.ann': '',
      'sub/b.txt': 'nothing here',
      'sub/README.txt': 'read me',
    })
    expect(records.filter((it) => it.kind === 'type')).toEqual([
      { kind: 'type', of: 'entity', label: 'Company', name: 'A company', colour: '#a7c2ff' },
      { kind: 'type', of: 'entity', label: 'Person' },
      { kind: 'type', of: 'entity', label: 'Buy' },
      {
        kind: 'type',
        of: 'relation',
        label: 'Owns',
        colour: '#00ff00',
        directed: true,
        joins: [
          ['Company', 'Company'],
          ['Person', 'Company'],
        ],
      },
      { kind: 'type', of: 'relation', label: 'Rival', directed: false, joins: [['Company', 'Company']] },
      {
        kind: 'type',
        of: 'relation',
        label: 'Buyer',
        directed: true,
        joins: [
          ['Buy', 'Company'],
          ['Buy', 'Person'],
        ],
      },
      { kind: 'type', of: 'relation', label: 'Price', directed: true },
    ])
    expect(records.filter((it) => it.kind === 'document').map((it) => it.id)).toEqual(['sub/a', 'sub/b'])
    expect(records.filter((it) => it.kind === 'setPart').map((it) => it.name)).toEqual([
      'annotation.conf',
      'visual.conf',
    ])
  })

  test('a missing text is told; the files of shared tasks are put together', async () => {
    const { documents, problems } = await readFiles(brat, {
      'x.ann': 'T1\tA 0 1\ta\n',
      'y.txt': 'ab',
      'y.a1': 'T1\tA 0 1\ta\n',
      'y.a2': 'T2\tB 1 2\tb\nE1\tB:T2 Theme:T1\n',
    })
    expect(problems.map((it) => it.notice.code)).toEqual(['import.brat.no_text'])
    expect(documents.map((it) => [it.mentions.length, it.relations.length])).toEqual([[2, 1]])
  })

  test('other files are not taken for it', () => {
    const look = (name: string, content: string) => recognise(brat, memoryFile(name, Buffer.from(content)))
    expect(look('a.ann', 'Dear Ann,\nthis is a letter.\n')).toBeNull()
    expect(look('a.txt', 'T1\tCompany 0 4\tACME\n')).toBeNull()
    expect(look('a.ann', 'T1\tCompany 0 4\tACME\n')!.score).toBeGreaterThan(0.6)
  })
})

describe('writing', () => {
  let fixture: FixtureWriter
  beforeAll(() => {
    fixture = openFixture()
  })
  afterAll(() => fixture.close())

  test('everything comes back but for what is declared lost', async () => {
    const { files, report } = await fixture.write('brat')
    expect(report.losses.map((it) => it.what)).toContain('exports.loss.noToken')
    const { documents, records, problems } = await readFiles(brat, files)
    expect(problems).toEqual([])
    expect(mismatches(documents, 'codepoint')).toEqual([])
    expect(documents.map((it) => [it.id, it.title, it.status, it.mentions.length])).toEqual([
      ['article-0-0', 'Google steigt bei JD.com ein 🚀', 'done', 9],
      ['article-0-1', '=HYPERLINK("http://evil.example","click")', 'in_progress', 9],
      ['article-0-2', '腾讯入驻天猫', 'unread', 5],
      ['article-0-3', 'بدون', 'reviewed', 1],
      ['article-0-4', '', 'set_aside', 0],
    ])
    const [first, second] = documents
    expect(first!.mentions[2]!.value).toEqual({ kind: 'money', amount: 550000000, currency: 'USD' })
    expect(first!.mentions[1]).toMatchObject({ entity: 'entity-0', note: 'nested, longer' })
    expect(first!.mentions[5]!.fragments).toHaveLength(2)
    // A piece that begins with a line end is written without it and comes back with it.
    expect(first!.mentions[7]!.fragments[0]!.quote).toBe('\nJD')
    expect(second!.mentions[5]!.fragments).toHaveLength(1)
    expect(second!.mentions[5]!.note).toBe('over a line\nend')
    expect(first!.relations[0]).toMatchObject({
      label: 'invests_in',
      relation: 'relation-0',
      status: 'announced',
      amount: '550000000',
      share: '0.93',
      certainty: 'probable',
    })
    expect(first!.relations[0]!.passage!.quote).toContain('investiert')
    expect(records.filter((it) => it.kind === 'entity')).toHaveLength(6)
    expect(records.find((it) => it.kind === 'type' && it.label === 'partners_with')).toMatchObject({
      directed: false,
      joins: [['company', 'company']],
    })
  })

  test('what came from brat goes back under its ids, events as events', async () => {
    const { db } = fixture
    const keep = (uid: string, data: object) =>
      db.run("INSERT INTO foreign_part (uid, format, data) VALUES (?, 'brat', ?)", [
        uid,
        JSON.stringify(data),
      ])
    keep('article-0-0', {
      id: 'a',
      file: 'a.ann',
      data: { lines: ['what is this'], equivalences: ['Alias T7 T8'] },
    })
    keep('mention-0-0', {
      id: 'T7',
      data: { event: 'E4', attributes: [{ id: 'A9', name: 'Sure', value: 'low' }] },
    })
    keep('mention-0-1', { id: 'T8' })
    keep('evidence-0-0', { id: 'E4:Org', data: { event: 'E4' } })
    db.run("INSERT INTO foreign_set_part (name, format, data) VALUES ('events', 'brat', '[]')")
    const { files } = await fixture.write('brat')
    const lines = Object.entries(files)
      .find(([name]) => /^00001.*\.ann$/.test(name))![1]!
      .split('\n')
    expect(lines).toContain('what is this')
    expect(lines).toContain('*\tAlias T7 T8')
    expect(lines).toContain('A9\tSure E4 low')
    expect(lines.find((it) => it.startsWith('E4\t'))).toMatch(/^E4\tcompany:T7 invests_in:E\d+$/)
    expect(files['annotation.conf']).toContain('[events]\ncompany\tinvests_in*:<ANY>\n')
    const { documents, problems } = await readFiles(brat, files)
    expect(problems.map((it) => it.notice.code)).toEqual(['import.brat.line'])
    expect(documents[0]!.relations[0]).toMatchObject({ label: 'invests_in', relation: 'relation-0' })
  })
})

describe.skipIf(!existsSync(join(interop, 'brat')))('real files', () => {
  test.each([
    ['NCBI-disease', 20, 226, 0],
    ['BioNLP-ST_2011', 20, 452, 44],
    ['tutorials', 13, 119, 60],
  ])('%s is read wholly', async (folder, count, mentions, relations) => {
    const { documents, problems } = await readPath(brat, join(interop, 'brat', folder))
    expect(problems).toEqual([])
    expect(documents).toHaveLength(count)
    expect(documents.flatMap((it) => it.mentions)).toHaveLength(mentions)
    expect(documents.flatMap((it) => it.relations)).toHaveLength(relations)
    expect(mismatches(documents, 'codepoint')).toEqual([])
  })
})
