import { posix } from 'node:path'
import { createFacts, documentFacts, takeFact } from '../../files/commentFacts.ts'
import type { JsonValue } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { textOf } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { Notice } from '../../reading/types.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadRecord } from '../records.ts'
import { type BratConf, type BratVisual, parseConf, parseVisual } from './conf.ts'
import { assemble } from './document.ts'
import { parseLine } from './lines.ts'
import { annotationEndings, configurations as configurationNames, factsFile } from './names.ts'
import { type Cutter, createCutter, fits } from './spans.ts'
import { typesOf } from './types.ts'

/** Files of one document: path without its ending → annotation files in the order of their endings. */
interface Group {
  readonly base: string
  readonly files: SetFile[]
  /** The text, where it is what was recognised. */
  text: SetFile | null
}

const groupsOf = (files: readonly SetFile[]): Group[] => {
  const groups = new Map<string, Group>()
  for (const file of files) {
    const ending = posix.extname(file.name).slice(1).toLowerCase()
    const base = file.path.slice(0, file.path.length - posix.extname(file.path).length)
    const isText = ending === 'txt'
    if (!isText && !(annotationEndings as readonly string[]).includes(ending)) continue
    const group: Group = groups.get(base) ?? { base, files: [], text: null }
    groups.set(base, group)
    if (isText) group.text = file
    else group.files.push(file)
  }
  const order = (file: SetFile): number =>
    annotationEndings.indexOf(posix.extname(file.name).slice(1).toLowerCase() as never)
  for (const { files: own } of groups.values()) own.sort((a, b) => order(a) - order(b))
  return [...groups.values()]
}

const notices: Readonly<Record<'line' | 'duplicate' | 'reference', (line: string) => string>> = {
  line: (line) =>
    `"${line}" is no line of the standoff format. It is kept as it is and given back on export.`,
  duplicate: (line) =>
    `the id of "${line}" was there before. The first line was read; give this one an id of its own.`,
  reference: (line) =>
    `"${line}" names an annotation that is not there. Add it or take the line away; it is kept as it is.`,
}

/**
 * The text as its offsets count it: brat opens files with CR LF and lone CR read as LF, other tools do not. A byte order
 * mark that `keepsMark` is part of the text unless the offsets say otherwise.
 */
const textFor = (raw: string, lines: readonly string[], keepsMark: boolean): Cutter => {
  const opened = raw.replace(/\r\n?/g, '\n')
  const marked = [`\uFEFF${opened}`, `\uFEFF${raw}`]
  const texts = keepsMark ? [...marked, opened, raw] : [opened, raw, ...marked]
  const cutters = [...new Set(texts)].map(createCutter)
  const spans = lines
    .map(parseLine)
    .filter((it) => it?.kind === 'span' && it.tail !== '')
    .slice(0, 2000)
  let best = cutters[0]!
  let most = -1
  for (const cutter of cutters) {
    let count = 0
    for (const it of spans) if (it?.kind === 'span' && fits(cutter, it.spans, it.tail)) count += 1
    if (count > most) [best, most] = [cutter, count]
    if (count === spans.length) break
  }
  return best
}

/** Configurations as a folder sees them: its own, else that of the nearest folder above it within the set. */
const createConfigurations = (set: FileSet, problem: (file: SetFile, thrown: unknown) => void) => {
  const byPath = new Map(set.all.map((it) => [it.path, it]))
  const read = new Map<string, string | null>()
  const find = (folder: string, name: string): { path: string; text: string } | null => {
    for (let at = folder; ; at = posix.dirname(at)) {
      const path = posix.join(at, name)
      const file = byPath.get(path)
      if (file) {
        if (!read.has(path)) {
          try {
            read.set(path, textOf(file).replace(/\r\n?/g, '\n'))
          } catch (thrown) {
            problem(file, thrown)
            read.set(path, null)
          }
        }
        const text = read.get(path)
        if (text !== null && text !== undefined) return { path, text }
      }
      if (at === '.' || at === '/') return null
    }
  }
  const confs = new Map<string, BratConf>()
  return {
    find,
    conf: (folder: string): BratConf | null => {
      const found = find(folder, 'annotation.conf')
      if (!found) return null
      const known = confs.get(found.path) ?? parseConf(found.text)
      confs.set(found.path, known)
      return known
    },
    visual: (folder: string): BratVisual => parseVisual(find(folder, 'visual.conf')?.text ?? ''),
  }
}

const noticeOf = (thrown: unknown): Notice => {
  if (thrown instanceof Unreadable) return thrown.notice
  throw thrown
}

/** Types of the configurations, then the documents one by one, then what belongs to the whole set. */
export function* read(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const problem = (file: SetFile, thrown: unknown): void => context.problem(file, file.path, noticeOf(thrown))
  const configurations = createConfigurations(set, problem)
  const folders = new Set(set.files.map((it) => posix.dirname(it.path)))
  const parts = new Map<string, string>()
  const declared = new Set<string>()
  for (const folder of folders) {
    for (const name of configurationNames) {
      const found = configurations.find(folder, name)
      if (found) parts.set(found.path, found.text)
    }
    const conf = configurations.conf(folder)
    const path = configurations.find(folder, 'annotation.conf')?.path
    if (!conf || path === undefined || declared.has(path)) continue
    declared.add(path)
    yield* typesOf(conf, configurations.visual(folder))
  }

  const own = new Map<string, Partial<ReadDocument>>()
  const known = new Set<string>()
  for (const file of set.all.filter((it) => it.name === factsFile)) {
    try {
      const facts = createFacts()
      for (const line of textOf(file).split('\n')) {
        const [kind, name, ...json] = line.split('\t')
        if (!kind || name === undefined || !takeFact(facts, kind, json.join('\t'))) continue
        if (kind === 'article') {
          own.set(posix.join(posix.dirname(file.path), name), {
            ...documentFacts(facts),
            id: facts.article!.id,
          })
        }
      }
      for (const it of facts.entities) known.add(it.id)
      yield* facts.entities
    } catch (thrown) {
      problem(file, thrown)
    }
  }

  const events = new Set<string>()
  for (const group of groupsOf(set.files)) {
    const [first = group.text!] = group.files
    if (group.files.length === 0 && context.options.bareTexts !== true) continue
    const text = group.text ?? set.beside(first, `${posix.basename(group.base)}.txt`)
    if (!text) {
      context.problem(first, first.path, {
        code: 'import.brat.no_text',
        message: `${first.path}: there is no ${posix.basename(group.base)}.txt beside it. Add the text and import both.`,
        params: { file: first.name, text: `${posix.basename(group.base)}.txt` },
      })
      continue
    }
    try {
      const bytes = text.bytes()
      const raw = textOf(text)
      const lines = group.files.flatMap((file) =>
        textOf(file)
          .split('\n')
          .map((line, index) => ({
            text: line.endsWith('\r') ? line.slice(0, -1) : line,
            place: `line ${index + 1}`,
            file,
          })),
      )
      const facts = own.get(group.base)
      const cutter = textFor(
        raw,
        lines.map((it) => it.text),
        facts !== undefined && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
      )
      const id = facts?.id ?? group.base
      const assembled = assemble({
        id,
        cutter,
        lines,
        conf: configurations.conf(posix.dirname(first.path)),
        known,
        joinLines: context.options.joinLines === true,
        problem: (at, code, line) => {
          const { file } = at as (typeof lines)[number]
          const shown = line.length > 120 ? `${line.slice(0, 120)}…` : line
          context.problem(file, at.place, {
            code: `import.brat.${code}`,
            message: `${file.path}, ${at.place}: ${notices[code](shown)}`,
            params: { place: at.place, line: shown },
          })
        },
      })
      for (const { label, foreign } of assembled.mentions) {
        if ((foreign as Record<string, JsonValue> | undefined)?.event !== undefined) events.add(label)
      }
      yield {
        kind: 'document',
        title: facts ? '' : posix.basename(group.base),
        ...facts,
        id,
        place: text.path,
        file: text.path,
        text: cutter.text,
        ...assembled,
        ...(Buffer.from(cutter.text, 'utf8').compare(bytes) !== 0 && {
          original: { name: text.name, mediaType: 'text/plain', bytes },
        }),
      }
    } catch (thrown) {
      problem(first, thrown)
    }
  }
  for (const [name, data] of parts) yield { kind: 'setPart', name, data }
  if (events.size > 0) yield { kind: 'setPart', name: 'events', data: [...events].sort() }
}
