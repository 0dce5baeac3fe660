import { createOffsetMap, type OffsetMap } from '../../../../../shared/text/offsets.ts'
import type { JsonValue } from '../../files/json.ts'
import type { ReadDocument, ReadMention, ReadRelation } from '../records.ts'
import type { BratConf } from './conf.ts'
import { type BratLine, parseLine } from './lines.ts'
import { argumentNote, mentionNote, ownMention, ownRelation, ownScheme, relationNote } from './own.ts'
import { type Cutter, fragmentsOf, joinedOverLines } from './spans.ts'

type LineOf<K extends BratLine['kind']> = Extract<BratLine, { kind: K }>

/** What hangs on a mention or relation and is given back on export to the same format. */
interface Bag {
  [key: string]: JsonValue | undefined
  attributes?: JsonValue[]
  notes?: JsonValue[]
}

type Draft<T> = { -readonly [K in keyof Omit<T, 'foreign'>]: T[K] } & { foreign?: Bag }
type Mention = Draft<ReadMention>
type Relation = Draft<ReadRelation>

/** A line of the annotation files and where it stands. */
export interface AnnLine {
  readonly text: string
  readonly place: string
}

export interface BratSource {
  /** Id of the document, for ids of entities that are its own. */
  readonly id: string
  readonly cutter: Cutter
  readonly lines: readonly AnnLine[]
  readonly conf: BratConf | null
  /** Entities with records of their own: what normalisations say of them is said better there. */
  readonly known: ReadonlySet<string>
  /** Fragments with nothing but a line end between them are one. */
  readonly joinLines: boolean
  /** `code` without its `import.brat.`. */
  problem(at: AnnLine, code: 'line' | 'duplicate' | 'reference', line: string): void
}

type Parts = Pick<ReadDocument, 'mentions' | 'relations' | 'foreign'>

const add = <K extends 'attributes' | 'notes'>(it: { foreign?: Bag }, key: K, value: JsonValue): void => {
  it.foreign ??= {}
  it.foreign[key] = [...(it.foreign[key] ?? []), value]
}

/** Joined by lines, since a note of several lines is several notes in a format of lines. */
const joinedNote = (known: string | undefined, text: string): string =>
  known === undefined ? text : `${known}\n${text}`

/** `Target2` is a second `Target`, unless it is declared so or stands beside a `Target1`. */
const roleOf = (role: string, event: LineOf<'event'>, conf: BratConf | null): string => {
  const found = /^(.*\D)([2-9]|[1-9]\d+)$/.exec(role)
  if (!found) return role
  const declared = conf?.events.find((it) => it.name === event.type)?.roles.some((it) => it.name === role)
  return declared || event.args.some((it) => it.role === `${found[1]}1`) ? role : found[1]!
}

/** The mentions and relations of a document's lines; what cannot be read or belongs to nothing is kept as it stands. */
export const assemble = ({ id, cutter, lines, conf, known, joinLines, problem }: BratSource): Parts => {
  const mentions = new Map<string, Mention>()
  const relations = new Map<string, Relation>()
  /** T and E ids → the mention they mean. */
  const meant = new Map<string, Mention>()
  const kept: string[] = []
  const equivalences: string[] = []
  const seen = new Set<string>()
  const parsed: { line: BratLine; at: AnnLine }[] = []
  let offsets: OffsetMap | null = null
  const map = (): OffsetMap => {
    offsets ??= createOffsetMap(cutter.text)
    return offsets
  }

  for (const at of lines) {
    const { text } = at
    if (text.trim() === '') continue
    const line = parseLine(text)
    if (!line) {
      kept.push(text)
      problem(at, 'line', text)
    } else if (line.kind !== 'equivalence' && seen.has(line.id)) problem(at, 'duplicate', text)
    else {
      if (line.kind !== 'equivalence') seen.add(line.id)
      parsed.push({ line, at })
    }
  }

  const each = <K extends BratLine['kind']>(kind: K, take: (line: LineOf<K>) => boolean): void => {
    for (const { line, at } of parsed) {
      if (line.kind !== kind || take(line as LineOf<K>)) continue
      kept.push(at.text)
      problem(at, 'reference', at.text)
    }
  }

  each('span', (line) => {
    const fragments = fragmentsOf(cutter, line.spans, line.tail)
    const mention: Mention = {
      id: line.id,
      label: line.type,
      fragments: joinLines ? joinedOverLines(cutter, fragments) : fragments,
    }
    mentions.set(line.id, mention)
    meant.set(line.id, mention)
    return true
  })

  each('event', (line) => {
    const trigger = mentions.get(line.trigger)
    if (!trigger) return false
    // Several events of one trigger are several mentions in one place.
    const isFirst = trigger.foreign?.event === undefined
    const mention: Mention = isFirst ? trigger : { ...trigger, id: line.id, foreign: {} }
    mention.label = line.type
    mention.entity = `${id}#${line.id}`
    mention.foreign = {
      ...mention.foreign,
      event: line.id,
      ...(trigger.label !== line.type && { triggerType: trigger.label }),
    }
    if (!isFirst) mentions.set(line.id, mention)
    meant.set(line.id, mention)
    return true
  })

  each('event', (line) => {
    const source = meant.get(line.id)
    if (!source) return true
    const lost: string[] = []
    line.args.forEach(({ role, id: argument }, index) => {
      const target = meant.get(argument)
      if (!target) {
        lost.push(`${role}:${argument}`)
        return
      }
      const label = roleOf(role, line, conf)
      const key = relations.has(`${line.id}:${role}`) ? `${line.id}:${role}#${index}` : `${line.id}:${role}`
      relations.set(key, {
        id: key,
        label,
        source: source.id,
        target: target.id,
        foreign: { event: line.id, ...(label !== role && { number: role.slice(label.length) }) },
      })
    })
    if (lost.length === 0) return true
    source.foreign = { ...source.foreign, lostArguments: lost }
    const { at } = parsed.find((it) => it.line === line)!
    problem(at, 'reference', at.text)
    return true
  })

  each('relation', (line) => {
    const [source, target] = line.args.map((it) => meant.get(it.id))
    if (!source || !target) return false
    const roles = line.args.map((it) => it.role)
    const isPlain = roles[0] === 'Arg1' && roles[1] === 'Arg2'
    relations.set(line.id, {
      id: line.id,
      label: line.type,
      source: source.id,
      target: target.id,
      ...(!isPlain && { foreign: { roles } }),
    })
    return true
  })

  each('attribute', ({ id: own, name, target, value }) => {
    const it = meant.get(target) ?? relations.get(target)
    if (!it) return false
    add(it, 'attributes', {
      id: own,
      name,
      ...(value !== '' && { value }),
      ...(it.foreign?.event !== undefined && target.startsWith('T') && { ofTrigger: true }),
    })
    return true
  })

  each('normalisation', ({ target, type, scheme, value, name }) => {
    const mention = meant.get(target)
    if (!mention) return false
    if (scheme === ownScheme) mention.entity = value
    else mention.outsideIds = [...(mention.outsideIds ?? []), { scheme, value }]
    if (name !== '' && (scheme === ownScheme || mention.entityName === undefined)) mention.entityName = name
    if (type !== 'Reference') mention.foreign = { ...mention.foreign, normalisationType: type }
    return true
  })

  for (const mention of mentions.values()) {
    if (mention.entity === undefined || !known.has(mention.entity)) continue
    delete mention.outsideIds
    delete mention.entityName
  }

  const chains = new Map<Mention, Mention[]>()
  each('equivalence', ({ type, ids }) => {
    const members = ids.map((it) => meant.get(it))
    if (!members.every((it) => it !== undefined)) return false
    equivalences.push(`${type} ${ids.join(' ')}`)
    const joined = [...new Set((members as Mention[]).flatMap((it) => chains.get(it) ?? [it]))]
    for (const it of joined) chains.set(it, joined)
    return true
  })
  for (const chain of new Set(chains.values())) {
    const first = chain.find((it) => it.outsideIds || it.entityName !== undefined)
    const entity =
      chain.find((it) => it.entity !== undefined)?.entity ??
      (first?.outsideIds
        ? `${first.outsideIds[0]!.scheme} ${first.outsideIds[0]!.value}`
        : `${id}*${chain[0]!.id}`)
    for (const it of chain) {
      it.entity = entity
      if (it.entityName === undefined && first?.entityName !== undefined) it.entityName = first.entityName
    }
  }

  each('note', ({ type, target, text }) => {
    const [mention, relation] = [meant.get(target), relations.get(target)]
    if (mention) {
      const argument = type === argumentNote ? /^(\S+) (.*)$/s.exec(text) : null
      const role = argument && relations.get(`${target}:${argument[1]}`)
      if (role) {
        Object.assign(role, ownRelation(argument[2]!, cutter.text, map()))
        return true
      }
      const own = type === mentionNote ? ownMention(text, cutter.text, map()) : null
      if (own) Object.assign(mention, own)
      else if (type === 'AnnotatorNotes') mention.note = joinedNote(mention.note, text)
      else add(mention, 'notes', { type, text })
      return true
    }
    if (!relation) return false
    const own = type === relationNote ? ownRelation(text, cutter.text, map()) : null
    if (own) Object.assign(relation, own)
    else if (type === 'AnnotatorNotes') relation.evidenceNote = joinedNote(relation.evidenceNote, text)
    else add(relation, 'notes', { type, text })
    return true
  })

  const foreign: Record<string, JsonValue> = {
    ...(kept.length > 0 && { lines: kept }),
    ...(equivalences.length > 0 && { equivalences }),
  }
  return {
    mentions: [...mentions.values()],
    relations: [...relations.values()],
    ...(Object.keys(foreign).length > 0 && { foreign }),
  }
}
