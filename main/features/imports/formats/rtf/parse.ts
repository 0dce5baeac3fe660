import iconv from 'iconv-lite'
import type { DocumentProperties } from '../../files/documentFacts.ts'
import { entryOf } from '../../files/entryOf.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { createPageWriter } from './html.ts'
import { readTokens } from './tokens.ts'
import { characters, charsets, codePages, languages, readGroups, skippedGroups, symbols } from './words.ts'

export interface ParsedRtf {
  readonly html: string
  readonly properties: DocumentProperties
  /** The file ends before its groups do. */
  readonly isCutOff: boolean
  /** A code page that is not known here; null for none. */
  readonly unknownCodePage: number | null
}

/** Deeper groups are no document. */
const deepest = 1000

type Fact = 'title' | 'author' | 'made'

/** What a group inherits from the one around it. */
interface Group {
  /** Text of it is no part of the document. */
  skip: boolean
  /** Fallback characters behind every `\u`. */
  uc: number
  font: number
  hidden: boolean
  deleted: boolean
  fact: Fact | null
  /** Its own words have not begun: the first one names its destination. */
  fresh: boolean
  starred: boolean
  inFonts: boolean
  note: boolean
}

/** RTF → HTML: paragraphs, headings, tables, notes at the end. @throws Unreadable `import.rtf_damaged` */
export const parseRtf = (bytes: Uint8Array, path: string): ParsedRtf => {
  const writer = createPageWriter()
  const fonts = new Map<number, string>()
  const facts: Record<Fact, string> = { title: '', author: '', made: '' }
  const date = { yr: 0, mo: 1, dy: 1 }
  let encoding = 'windows-1252'
  let unknownCodePage: number | null = null
  let language = ''
  let isInTable = false
  let level = 0
  /** Fallback characters that still stand for the last `\u`. */
  let fallbacks = 0
  let pending: number[] = []
  const root: Group = {
    skip: false,
    uc: 1,
    font: -1,
    hidden: false,
    deleted: false,
    fact: null,
    fresh: false,
    starred: false,
    inFonts: false,
    note: false,
  }
  let group = root
  const stack: Group[] = []

  const emit = (text: string): void => {
    if (group.fact) facts[group.fact] += facts[group.fact].length < 2000 ? text : ''
    else if (!group.skip && !group.hidden && !group.deleted) writer.text(text)
  }
  const flush = (): void => {
    if (pending.length === 0) return
    emit(iconv.decode(Buffer.from(pending), fonts.get(group.font) ?? encoding))
    pending = []
  }
  const setFontEncoding = (name: string | undefined): void => {
    if (name && group.font >= 0 && iconv.encodingExists(name)) fonts.set(group.font, name)
  }
  const codePage = (number: number): string => {
    const name = codePages[number] ?? `cp${number}`
    if (iconv.encodingExists(name)) return name
    unknownCodePage = number
    return 'windows-1252'
  }

  /** Words that say what a group is for. */
  const destination = (name: string): boolean => {
    if (name === 'fonttbl') group.inFonts = true
    if (name === 'title' || name === 'author') {
      group.fact = name
      group.skip = true
    } else if (name === 'creatim' || (name === 'printim' && date.yr === 0)) group.fact = 'made'
    else if (name === 'upr') group.skip = true
    else if (name === 'ud') group.skip = stack.at(-2)?.skip ?? false
    else if (name === 'footnote' && !group.skip) {
      group.note = true
      writer.openNote()
    } else if (skippedGroups.has(name) || (group.starred && !readGroups.has(name))) group.skip = true
    else return readGroups.has(name)
    return true
  }

  const unicode = (parameter: number): void => {
    const code = parameter < 0 ? parameter + 65_536 : parameter
    // Symbol fonts keep their signs in the private area: the usual bullet.
    if (code > 0xffff) emit(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')
    else emit(code === 0xf0b7 ? '•' : String.fromCharCode(code))
    fallbacks = group.uc
  }

  const word = (name: string, parameter: number | null): void => {
    if (fallbacks > 0 && name !== 'u' && name !== 'uc') fallbacks -= 1
    flush()
    const isFirst = group.fresh
    group.fresh = false
    if (isFirst && destination(name)) return
    const isOn = parameter !== 0
    const character = entryOf(characters, name)
    if (character !== undefined) emit(character)
    else if (name === 'u' && parameter !== null) unicode(parameter)
    else if (name === 'uc') group.uc = Math.min(32, Math.max(0, parameter ?? 1))
    else if (name === 'f') group.font = parameter ?? -1
    else if (name === 'fcharset' && group.inFonts) setFontEncoding(charsets[parameter ?? 0])
    else if (name === 'cpg' && group.inFonts && parameter) setFontEncoding(codePage(parameter))
    else if (name === 'ansicpg' && parameter) encoding = codePage(parameter)
    else if (name === 'mac') encoding = 'macintosh'
    else if (name === 'pc') encoding = 'cp437'
    else if (name === 'pca') encoding = 'cp850'
    else if (name === 'v') group.hidden = isOn
    else if (name === 'deleted') group.deleted = isOn
    else if (name === 'plain') group.hidden = false
    else if (name === 'deflang' && parameter) language = languages[parameter & 0x3ff] ?? ''
    else if (group.fact === 'made' && (name === 'yr' || name === 'mo' || name === 'dy'))
      date[name] = parameter ?? 1
    else if (!group.skip) layout(name, parameter)
  }

  const layout = (name: string, parameter: number | null): void => {
    if (name === 'par' || name === 'sect' || name === 'page' || name === 'column')
      writer.paragraph(isInTable, level)
    else if (name === 'line' || name === 'softline') emit('\n')
    else if (name === 'pard') {
      isInTable = false
      level = 0
    } else if (name === 'intbl') isInTable = true
    else if (name === 'outlinelevel') level = Math.min(6, (parameter ?? 8) < 6 ? (parameter ?? 0) + 1 : 0)
    else if (name === 'cell') writer.cell()
    else if (name === 'nestcell') emit(' ')
    else if (name === 'nestrow') emit('\n')
    else if (name === 'row') writer.row()
  }

  readTokens(bytes, {
    open: () => {
      flush()
      fallbacks = 0
      stack.push(group)
      if (stack.length > deepest)
        throw new Unreadable(
          'import.rtf_damaged',
          `${path}: its groups are nested deeper than ${deepest}. This is no document.`,
        )
      group = { ...group, fresh: true, starred: false, note: false }
    },
    close: () => {
      flush()
      fallbacks = 0
      if (group.note) writer.closeNote()
      group = stack.pop() ?? root
    },
    word,
    symbol: (character) => {
      if (fallbacks > 0 && character !== '*') {
        fallbacks -= 1
        return
      }
      flush()
      if (character === '*') {
        group.starred = true
        return
      }
      group.fresh = false
      const text = symbols[character]
      if (text !== undefined) emit(text)
      else if ((character === '\n' || character === '\r') && !group.skip) writer.paragraph(isInTable, level)
    },
    byte: (value) => {
      group.fresh = false
      if (fallbacks > 0) fallbacks -= 1
      else if (!group.skip || group.fact) pending.push(value)
      if (pending.length > 16_384 && value < 128) flush()
    },
  })
  const isCutOff = stack.length > 0
  if (isCutOff) flush()
  const made =
    date.yr > 0 ? `${date.yr}-${String(date.mo).padStart(2, '0')}-${String(date.dy).padStart(2, '0')}` : ''
  return {
    html: writer.html(),
    properties: { title: facts.title, author: facts.author, language, made },
    isCutOff,
    unknownCodePage,
  }
}
