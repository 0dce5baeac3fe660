import { posix } from 'node:path'
import { createFacts, takeFact } from '../../files/commentFacts.ts'
import type { JsonValue } from '../../files/json.ts'
import { readLines } from '../../files/lines.ts'
import type { SetFile } from '../../files/setFile.ts'
import { textOf } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadMention, ReadRecord } from '../records.ts'
import { itemsOf, type ReadSentence } from './rows.ts'
import { type Layout, layoutOf } from './table.ts'
import { decode, type Scheme, schemeOf } from './tags.ts'
import { aligned, type Built, inText, isUnit, type Joining, joined, jsonIn, placed } from './text.ts'

/** Lines looked at before the first is read. */
const looked = 5000

interface TextLine {
  readonly number: number
  readonly text: string
}

function* linesOf(file: SetFile): Generator<TextLine> {
  const [first, second] = file.head(2)
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isWide) {
    for (const [index, text] of textOf(file).split('\n').entries()) {
      yield { number: index + 1, text: text.endsWith('\r') ? text.slice(0, -1) : text }
    }
    return
  }
  for (const { number, text } of readLines(file)) {
    if (text === null) {
      throw new Unreadable(
        'import.not_utf8',
        `${file.path} is not UTF-8. Convert it to UTF-8 and import it again.`,
      )
    }
    yield { number, text: text.endsWith('\r') ? text.slice(0, -1) : text }
  }
}

function* chained(head: readonly TextLine[], rest: Generator<TextLine>): Generator<TextLine> {
  yield* head
  yield* rest
}

/** Columns as a person counts them: `4`, `3, 4`. */
const withColumns = (layout: Layout, wanted: string): Layout => {
  const tags = [...wanted.matchAll(/\d{1,3}/g)]
    .map(([it]) => Number(it) - 1)
    .filter((it) => it >= 0 && it < layout.width)
  if (tags.length === 0) return layout
  const token = tags.includes(layout.token) ? (tags.includes(0) ? 1 : 0) : layout.token
  return { ...layout, tags: [...new Set(tags)], token }
}

/** Heads of our own export → facts of the document. */
const headFacts: Readonly<Record<string, keyof ReadDocument>> = {
  title: 'title',
  language: 'language',
  published_on: 'publishedOn',
  publisher: 'publisher',
  source_url: 'sourceUrl',
  note: 'note',
}
const statuses = ['unread', 'in_progress', 'done', 'reviewed', 'set_aside']

/** A fact that is no single line of plain words stands there as a JSON string. */
const plainFact = (said: string): string => {
  if (!said.startsWith('"')) return said
  const value = jsonIn(said)
  return typeof value === 'string' ? value : said
}

/** A document on its way: what its head says and the sentences below it. */
interface Draft {
  readonly docstart: string
  readonly place: string
  readonly head: Map<string, string>
  readonly comments: string[]
  readonly sentences: ReadSentence[]
}

/** An article of our own may be empty; other heads without rows are none. */
const holds = ({ sentences, head }: Draft): boolean => sentences.length > 0 || head.has('article_uid')

const newDraft = (docstart: string, place: string): Draft => ({
  docstart,
  place,
  head: new Map(),
  comments: [],
  sentences: [],
})

/** What stands in a `-DOCSTART-` line besides the marks of empty columns. */
const docstartId = (line: string): string =>
  line
    .trim()
    .split(/\s+/)
    .slice(1)
    .filter((it) => !/^(?:-X-|O|-+|_)$/.test(it))
    .join(' ')
    .replace(/^[-(]+|(?<![-)])[-)]+$/g, '')

interface Reading {
  readonly joining: Joining
  /** The text beside the file, for its only document. */
  readonly beside: string | null
}

const textFor = ({ sentences, head }: Draft, { joining, beside }: Reading): Built & { built: boolean } => {
  const unit = head.get('offset_unit') ?? ''
  const hasPlaces = isUnit(unit) && sentences.every((it) => it.places.every((place) => place !== null))
  if (beside !== null) {
    const exact = hasPlaces ? inText(sentences, unit, beside) : null
    const found = exact ?? aligned(sentences, beside)
    if (found) return { ...found, built: false }
  }
  const own = hasPlaces
    ? placed(sentences, unit, { hash: head.get('text_sha256'), said: head.get('white_space') })
    : null
  return { ...(own ?? joined(sentences, joining)), built: true }
}

const mentionsOf = (
  sentences: readonly ReadSentence[],
  { places }: Built,
  scheme: Scheme,
  repaired: (count: number, line: number) => void,
): ReadMention[] => {
  const mentions: ReadMention[] = []
  sentences.forEach(({ layers, entities, lines }, index) => {
    for (const [layer, tags] of layers.entries()) {
      const { chunks, repairs } = decode(tags, scheme)
      if (repairs > 0) repaired(repairs, lines[0]!)
      for (const { start, end, label } of chunks) {
        const [first, last] = [places[index]![start]!, places[index]![end - 1]!]
        const entity = entities.slice(start, end).find((it) => it !== '' && it !== '-')
        mentions.push({
          id: `${lines[start]}${layer === 0 ? '' : `.${layer + 1}`}`,
          label,
          fragments: [{ start: first.start, end: last.end }],
          ...(entity !== undefined && { entity }),
        })
      }
    }
  })
  return mentions
}

/** The documents of the files, tokens joined to texts; UTF-16. */
export function* read(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const ids = new Set<string>()
  const entities = new Set<string>()
  for (const file of set.files) {
    try {
      yield* readFile(set, file, context, ids, entities)
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      context.problem(file, file.path, thrown.notice)
    }
  }
}

function* readFile(
  set: FileSet,
  file: SetFile,
  context: ReadContext,
  ids: Set<string>,
  entities: Set<string>,
): Generator<ReadRecord> {
  const { options } = context
  const rest = linesOf(file)
  const head: TextLine[] = []
  while (head.length < looked) {
    const next = rest.next()
    if (next.done) break
    head.push(next.value)
  }
  const detected = layoutOf(head.map((it) => it.text))
  if (!detected) {
    throw new Unreadable(
      'import.conll.no_tags',
      `${file.path} has no column of tags such as B-PER and O. Name the column in the options.`,
    )
  }
  const layout = withColumns(detected, String(options.tagColumn ?? ''))
  const sample = [...itemsOf(head, layout, () => {})].flatMap((it) =>
    it.kind === 'sentence' ? it.sentence.layers : [],
  )
  const scheme =
    options.scheme === 'auto' || options.scheme === undefined
      ? layout.bare
        ? 'io'
        : schemeOf(sample)
      : (options.scheme as Scheme)
  const damaged = (line: number, text: string): void => {
    const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text
    context.problem(file, `line ${line}`, {
      code: 'import.conll.row',
      message: `${file.path}, line ${line}: "${shown}" has fewer columns than the other rows (${layout.width}). Its word stays, without a tag; add what is missing.`,
      params: { line, text: shown, width: layout.width },
    })
  }
  let repairs = 0
  let repairedAt = 0
  const extension = posix.extname(file.name)
  const companion = extension.toLowerCase() === '.txt' ? null : `${posix.basename(file.name, extension)}.txt`
  let count = 0

  const documentOf = (draft: Draft, isOnly: boolean): ReadDocument => {
    count += 1
    const neighbour = isOnly && companion !== null ? set.beside(file, companion) : null
    const reading = {
      joining: (options.joining ?? 'auto') as Joining,
      beside: neighbour ? textOf(neighbour).replace(/\r\n?/g, '\n') : null,
    }
    const built = textFor(draft, reading)
    if (neighbour && built.built) {
      context.problem(file, draft.place, {
        code: 'import.conll.text',
        message: `${neighbour.path} does not hold the words of ${file.path} in their order. The text was joined from the words.`,
        params: { text: neighbour.name },
      })
    }
    const own = draft.head.get('article_uid') || docstartId(draft.docstart)
    const base = own || (isOnly ? file.path : `${file.path}#${count}`)
    let id = base
    for (let number = 2; ids.has(id); number += 1) id = `${base} (${number})`
    ids.add(id)
    const stated: Record<string, string> = {}
    for (const [key, fact] of Object.entries(headFacts)) {
      const value = draft.head.get(key)
      if (value) stated[fact] = value
    }
    const status = draft.head.get('status') ?? ''
    const foreign: Record<string, JsonValue> = {
      ...(draft.comments.length > 0 && { comments: draft.comments }),
      ...(draft.docstart !== '' && !draft.head.has('article_uid') && { docstart: draft.docstart }),
    }
    const mentions = mentionsOf(draft.sentences, built, scheme, (more, line) => {
      if (repairs === 0) repairedAt = line
      repairs += more
    })
    return {
      kind: 'document',
      ...(/\p{L}/u.test(docstartId(draft.docstart)) && { title: docstartId(draft.docstart) }),
      ...stated,
      ...(statuses.includes(status) && { status: status as NonNullable<ReadDocument['status']> }),
      id,
      place: draft.place,
      file: file.path,
      text: built.text,
      ...(built.built && { textIsBuilt: true }),
      mentions,
      relations: [],
      ...(Object.keys(foreign).length > 0 && { foreign }),
    }
  }

  let draft = newDraft('', 'line 1')
  let documents = 0
  for (const item of itemsOf(chained(head, rest), layout, damaged)) {
    if (item.kind === 'docstart') {
      if (options.documents !== 'file') {
        if (holds(draft)) yield documentOf(draft, false)
        draft = newDraft(item.line, `line ${item.number}`)
        documents += 1
      }
    } else if (item.kind === 'comment') {
      const said = /^# ([a-z_0-9]+) = (.*)$/s.exec(item.line)
      if (said && (said[1] === 'article_uid' || draft.head.has('article_uid') || said[1] === 'columns')) {
        const [, key, value] = said
        if (key === 'entity') {
          const facts = createFacts()
          takeFact(facts, 'entity', value!)
          for (const it of facts.entities) {
            if (!entities.has(it.id)) yield it
            entities.add(it.id)
          }
        } else draft.head.set(key!, plainFact(value!))
      } else draft.comments.push(item.line)
    } else {
      draft.sentences.push(item.sentence)
      if (options.documents === 'sentence') {
        yield documentOf(draft, false)
        draft = newDraft(draft.docstart, `line ${(item.sentence.lines.at(-1) ?? 0) + 1}`)
      }
    }
  }
  if (holds(draft)) yield documentOf(draft, count === 0 && documents < 2)
  if (repairs > 0) {
    context.problem(file, `line ${repairedAt}`, {
      code: 'import.conll.repairs',
      message: `${file.path}: ${repairs} chunks do not begin or end with the tag their scheme (${scheme}) asks for, the first in the sentence of line ${repairedAt}. They were read as conlleval does; choose another scheme if that is wrong.`,
      params: { count: repairs, line: repairedAt, scheme },
    })
  }
}
