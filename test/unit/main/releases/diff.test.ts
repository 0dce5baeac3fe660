import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { LigatureError } from '../../../../main/core/errors.ts'
import type { Database } from '../../../../main/db/index.ts'
import { releaseDiffJob } from '../../../../main/features/releases/diff/index.ts'
import { type RecipeData, type ReleaseDiff, releaseDiff } from '../../../../shared/model/recipe.ts'
import { fillFixture } from '../../../support/fixtureProject.ts'
import { freshProject } from '../../../support/interchange.ts'
import { recipeOf, release } from '../../../support/releases.ts'
import { runJobOn } from '../../../support/runJob.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-diff-'))
const at = (name: string): string => join(folder, name)
let project: ReturnType<typeof freshProject>

/** What a person did between two releases. */
const change = (db: Database): void => {
  db.run("UPDATE entity SET name = 'Alphabet', name_key = 'alphabet' WHERE uid = 'entity-0'")
  db.run("UPDATE mention SET certainty = 'doubtful', note = 'why?' WHERE uid = 'mention-0-3'")
  db.run(
    "UPDATE mention SET entity_id = (SELECT id FROM entity WHERE uid = 'entity-1') WHERE uid = 'mention-0-0'",
  )
  db.run(
    "UPDATE fragment SET start_offset = 7, quote = 'Konzern Google' WHERE mention_id = (SELECT id FROM mention WHERE uid = 'mention-0-1')",
  )
  db.run("UPDATE mention SET made_by = (SELECT id FROM person WHERE name = 'Ada') WHERE uid = 'mention-0-1'")
  db.run("DELETE FROM mention WHERE uid = 'mention-0-2'")
  db.run("UPDATE relation SET amount = '6', valid_to = '2020' WHERE uid = 'relation-0'")
  db.run("DELETE FROM relation WHERE uid = 'relation-3'")
  db.run("UPDATE article SET title = 'New title', status = 'reviewed' WHERE uid = 'article-0-2'")
  db.run("DELETE FROM article WHERE uid = 'article-0-3'")
  db.run("UPDATE entity_type SET name = 'Firm', colour = 'green' WHERE key = 'company'")
  db.run(
    "INSERT INTO alias (uid, entity_id, text, key, language) SELECT 'alias-new', id, 'Penguin', 'penguin', 'en' FROM entity WHERE uid = 'entity-3'",
  )
}

const diff = async (before: string, after: string, options = {}): Promise<ReleaseDiff> => {
  const order = { before: at(before), after: at(after) }
  return releaseDiff.parse((await runJobOn(releaseDiffJob, order, project.path, options)).result)
}

const failure = async (before: string, after: string): Promise<LigatureError> =>
  diff(before, after).then(
    () => {
      throw new Error('It did not fail.')
    },
    (thrown: LigatureError) => thrown,
  )

const make = (name: string, part: Parameters<typeof recipeOf>[0] = {}): Promise<unknown> => {
  const data: RecipeData = recipeOf(part)
  return release(project, data, at(name))
}

beforeAll(async () => {
  project = freshProject(at('project'), 'fixture')
  fillFixture(project.db)
  await make('one', { card: { title: 'Deals', version: '1.0' } })
  await make('one.zip', { shape: 'zip' })
  await make('one-redacted', { redaction: { on: true, quoteLength: 5 } })
  change(project.db)
  await make('two', { card: { title: 'Deals', version: '2.0' } })
  await make('two.zip', { shape: 'zip' })
  await make('two-redacted', { redaction: { on: true, quoteLength: 40 } })
})

afterAll(() => {
  project.close()
  rmSync(folder, { recursive: true, force: true })
})

const fieldsOf = (changes: ReleaseDiff['changes'], uid: string) =>
  changes.find((it) => it.uid === uid)?.fields.filter((it) => !it.name.startsWith('made'))

describe('two releases', () => {
  it('of the same are equal, as folder and as archive', async () => {
    for (const [before, after] of [
      ['one', 'one'],
      ['one', 'one.zip'],
      ['two.zip', 'two'],
    ] as const) {
      const { counts, changes } = await diff(before, after)
      expect(changes).toEqual([])
      expect(counts.every((it) => it.added + it.changed + it.removed === 0)).toBe(true)
    }
  })

  it('are named and counted', async () => {
    const { before, after } = await diff('one', 'two')
    expect(before).toEqual({
      ...{ path: at('one'), name: 'Deals 1.0' },
      counts: { articles: 5, mentions: 25, entities: 6, relations: 4, evidence: 3 },
    })
    expect(after).toMatchObject({ name: 'Deals 2.0', counts: { articles: 4, mentions: 23 } })
  })

  it.each([
    ['one', 'two'],
    ['one.zip', 'two.zip'],
  ])('%s and %s differ by what was done', async (before, after) => {
    const { counts, changes } = await diff(before, after)
    expect(
      Object.fromEntries(
        counts.map(({ what, added, changed, removed }) => [what, [added, changed, removed]]),
      ),
    ).toEqual({
      ...{ article: [0, 1, 1], mention: [0, 3, 2], entity: [0, 2, 0] },
      ...{ relation: [0, 1, 1], evidence: [0, 0, 0], type: [0, 1, 0] },
    })
    expect(changes.map(({ how, what, about, article }) => `${how} ${what} ${about} @ ${article}`)).toEqual([
      'changed type Firm @ ',
      'changed entity Alphabet @ ',
      'changed entity 腾讯 @ ',
      'changed relation Alphabet – invests_in – JD.com @ ',
      'removed relation أرامكو – invests_in – 腾讯 @ ',
      'changed mention Google @ Google steigt bei JD.com ein 🚀',
      'changed mention Konzern Google @ Google steigt bei JD.com ein 🚀',
      'changed mention JD.com @ Google steigt bei JD.com ein 🚀',
      'removed mention 550 Millionen Dollar @ Google steigt bei JD.com ein 🚀',
      'changed article New title @ New title',
      'removed article بدون @ بدون',
      'removed mention أرامكو @ بدون',
    ])
    expect(fieldsOf(changes, 'mention-0-3')).toEqual([
      { name: 'certainty', before: 'certain', after: 'doubtful' },
      { name: 'note', before: '', after: 'why?' },
    ])
    const made = changes.find((it) => it.uid === 'mention-0-1')?.fields.filter((it) => it.name === 'madeBy')
    expect(made).toEqual([{ name: 'madeBy', before: 'Bea', after: 'Ada' }])
    expect(fieldsOf(changes, 'mention-0-0')).toEqual([{ name: 'entity', before: 'Google', after: 'JD.com' }])
    expect(fieldsOf(changes, 'relation-0')).toEqual([
      { name: 'validTo', before: '', after: '2020' },
      { name: 'amount', before: '550000000', after: '6' },
    ])
    expect(fieldsOf(changes, 'entity-3')).toEqual([
      { name: 'aliases', before: 'Tencent (en)', after: 'Tencent (en); Penguin (en)' },
    ])
    expect(fieldsOf(changes, 'article-0-2')).toEqual([
      { name: 'title', before: '腾讯入驻天猫', after: 'New title' },
      { name: 'status', before: 'unread', after: 'reviewed' },
    ])
  })

  it('the other way round have added what was removed', async () => {
    const [there, back] = [await diff('one', 'two'), await diff('two', 'one')]
    for (const [index, it] of there.counts.entries())
      expect(back.counts[index]).toEqual({ ...it, added: it.removed, removed: it.added })
    expect(back.changes.filter((it) => it.how === 'added').map((it) => it.uid)).toEqual(
      there.changes.filter((it) => it.how === 'removed').map((it) => it.uid),
    )
  })

  it('without texts differ by the same, whatever their quotes are cut to', async () => {
    const full = await diff('one', 'two')
    for (const [before, after] of [
      ['one-redacted', 'two-redacted'],
      ['one', 'two-redacted'],
      ['one-redacted', 'two.zip'],
    ] as const) {
      const { counts, changes } = await diff(before, after)
      expect(counts).toEqual(full.counts)
      expect(changes.map((it) => [it.how, it.uid])).toEqual(full.changes.map((it) => [it.how, it.uid]))
    }
    expect((await diff('one', 'one-redacted')).changes).toEqual([])
  })

  it('stop when asked to, and leave nothing behind', async () => {
    mkdirSync(at('temporary'))
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, at('temporary'))
    await expect(diff('one.zip', 'two.zip', { cancelAt: 2 })).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(at('temporary'))).toEqual([])
    vi.unstubAllEnvs()
  })
})

describe('a text that changed', () => {
  /** Lines of a release, changed by hand. */
  const edited = (name: string, from: string, edit: (line: Record<string, unknown>) => unknown): void => {
    cpSync(at(from), at(name), { recursive: true })
    const path = join(at(name), 'data/ligature.jsonl')
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    writeFileSync(
      path,
      `${lines
        .flatMap((it) => edit(JSON.parse(it)) ?? [])
        .map((it) => JSON.stringify(it))
        .join('\n')}\n`,
    )
  }

  it('or an entity of the same name is told by its uid', async () => {
    const twin = (it: Record<string, unknown>): unknown =>
      it.record === 'entity' && it.uid === 'entity-1' ? { ...it, name: 'Google' } : it
    edited('twins-1', 'one', twin)
    edited('twins-2', 'one', (it) => {
      const isMention = it.record === 'mention' && it.uid === 'mention-0-0'
      return isMention ? { ...it, entity: 'entity-1' } : twin(it)
    })
    const { changes } = await diff('twins-1', 'twins-2')
    expect(changes.map((it) => it.fields)).toEqual([
      [{ name: 'entity', before: 'Google (entity-0)', after: 'Google (entity-1)' }],
    ])
  })

  it('is shown around its first difference', async () => {
    const text = (middle: string) => `${'a'.repeat(1000)}${middle}${'b'.repeat(1000)}`
    for (const [name, middle] of [
      ['long-1', 'X'],
      ['long-2', 'YY'],
    ] as const) {
      edited(name, 'one', (it) =>
        it.record === 'article' && it.uid === 'article-0-0'
          ? { ...it, text: text(middle), textHash: middle }
          : it,
      )
    }
    const { changes } = await diff('long-1', 'long-2')
    expect(changes).toHaveLength(1)
    const [{ before, after }] = changes[0]!.fields as unknown as [{ before: string; after: string }]
    expect(before).toMatch(/^…a{60}Xb+…$/)
    expect(after).toMatch(/^…a{60}YYb+…$/)
    expect(before.length).toBe(302)
  })

  it('counts all changes and lists two thousand, in the order of the articles', async () => {
    const article = (index: number) => ({
      ...{ record: 'article', uid: `many-${index}`, title: `Title ${index}`, textHash: `${index}`, text: '' },
    })
    const end = (articles: number) => ({
      record: 'end',
      articles,
      mentions: 0,
      entities: 0,
      relations: 0,
      evidence: 0,
    })
    const write = (name: string, articles: object[]) => {
      const header = JSON.parse(readFileSync(join(at('one'), 'data/ligature.jsonl'), 'utf8').split('\n')[0]!)
      mkdirSync(join(at(name), 'data'), { recursive: true })
      const lines = [header, ...articles, end(articles.length)].map((it) => JSON.stringify(it))
      writeFileSync(join(at(name), 'data/ligature.jsonl'), `${lines.join('\n')}\n`)
    }
    write(
      'many-1',
      Array.from({ length: 3000 }, (_, index) => article(index)),
    )
    write(
      'many-2',
      Array.from({ length: 3000 }, (_, index) => ({ ...article(index + 1500), title: 'x' })),
    )
    const { before, counts, changes } = await diff('many-1', 'many-2')
    expect(before.name).toBe('many-1')
    expect(counts[0]).toEqual({ what: 'article', added: 1500, changed: 1500, removed: 1500 })
    expect(changes).toHaveLength(2000)
    expect(changes[0]!.uid).toBe('many-1500')
    expect(changes[1999]!.uid).toBe('many-3499')
  })

  describe('in a damaged release', () => {
    const damage = (name: string, edit: (text: string) => string): void => {
      cpSync(at('one'), at(name), { recursive: true })
      const path = join(at(name), 'data/ligature.jsonl')
      writeFileSync(path, edit(readFileSync(path, 'utf8')))
    }

    it.each([
      ['cut', (text: string) => text.slice(0, text.length - 300), /line \d+: it is no complete JSON/],
      ['ended', (text: string) => text.replace(/\{"record":"end".*\n/, ''), /without its last line/],
      [
        'short',
        (text: string) => text.replace(/\{"record":"mention".*\n/, ''),
        /25 mentions, and 24 were read/,
      ],
      [
        'twice',
        (text: string) => text.replace(/(\{"record":"mention".*\n)/, '$1$1'),
        /mention "mention-0-0" stands there for a second time/,
      ],
      [
        'unknown',
        (text: string) => text.replace('"record":"mention"', '"record":"thought"'),
        /"record" is "thought"/,
      ],
      ['newer', (text: string) => text.replace('"version":1', '"version":2'), /another version of Ligature/],
      ['anonymous', (text: string) => text.replace('"uid":"mention-0-0"', '"uid":7'), /it has no uid/],
      ['array', (text: string) => text.replace(/\{"record":"mention".*\n/, '[]\n'), /it is no JSON object/],
      ['behind', (text: string) => `${text}{"record":"person"}\n`, /something behind the last line/],
      ['nothing', () => '', /line 1: the file ends here/],
    ])('(%s) the place and the remedy are named', async (name, edit, expected) => {
      damage(`damaged-${name}`, edit)
      for (const order of [
        [`damaged-${name}`, 'one'],
        ['one', `damaged-${name}`],
      ] as const) {
        const { code, message, details } = await failure(order[0]!, order[1]!)
        expect(code).toBe('import.unreadable')
        expect(message).toMatch(expected)
        expect(message).toContain('make it again from its project')
        expect(details).toMatchObject({ release: at(`damaged-${name}`), file: 'data/ligature.jsonl' })
      }
    })

    it('bytes that are not UTF-8 are told', async () => {
      cpSync(at('one'), at('latin'), { recursive: true })
      const path = join(at('latin'), 'data/ligature.jsonl')
      const bytes = readFileSync(path)
      bytes[bytes.indexOf('Google') + 1] = 0xff
      writeFileSync(path, bytes)
      expect((await failure('latin', 'one')).message).toMatch(/it is not UTF-8/)
    })

    it('a schema that is no JSON is told', async () => {
      cpSync(at('one-redacted'), at('schema'), { recursive: true })
      writeFileSync(join(at('schema'), 'schema.json'), '[')
      expect((await failure('schema', 'one')).message).toContain('schema.json is no JSON object')
    })
  })
})

describe('what is no release', () => {
  it('is told apart from a damaged one', async () => {
    mkdirSync(at('empty'))
    writeFileSync(at('file.txt'), 'Just a text.')
    for (const name of ['empty', 'file.txt']) {
      const { code, message, details } = await failure(name, 'one')
      expect([code, details]).toEqual(['import.unreadable', { noRelease: at(name) }])
      expect(message).toContain('is no release. Choose the folder or the ZIP archive')
    }
    expect(await failure('one', 'nowhere')).toMatchObject({ code: 'io' })
  })

  it('archives are checked before anything is unpacked', async () => {
    const whole = readFileSync(at('one.zip'))
    const write = (name: string, edit: (bytes: Buffer) => Buffer): void =>
      writeFileSync(at(name), edit(Buffer.from(whole)))
    const directory = whole.readUInt32LE(whole.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
    write('cut.zip', (bytes) => bytes.subarray(0, bytes.length - 100))
    write('list.zip', (bytes) => {
      bytes.writeUInt32LE(7, directory)
      return bytes
    })
    write('locked.zip', (bytes) => {
      bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8)
      return bytes
    })
    write('other.zip', (bytes) =>
      Buffer.from(bytes.toString('latin1').replaceAll('ligature.jsonl', 'ligaturo.jsonl'), 'latin1'),
    )
    expect((await failure('cut.zip', 'one')).message).toMatch(/no complete ZIP archive/)
    expect((await failure('list.zip', 'one')).message).toMatch(/the list of its members is damaged/)
    expect((await failure('locked.zip', 'one')).message).toMatch(/encrypted/)
    expect((await failure('other.zip', 'one')).message).toMatch(/is no release/)
  })

  it('a member that unpacks to more than is stated is not unpacked', async () => {
    const bytes = Buffer.from(readFileSync(at('one.zip')))
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    for (let entry = bytes.readUInt32LE(end + 16); entry < end; ) {
      bytes.writeUInt32LE(10, entry + 24)
      entry +=
        46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
    }
    writeFileSync(at('bomb.zip'), bytes)
    expect((await failure('bomb.zip', 'one')).message).toMatch(/larger than the archive says/)
    expect(existsSync(at('bomb'))).toBe(false)
  })
})
