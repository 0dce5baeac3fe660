import type { z } from 'zod'
import { foldKey } from '../../../../shared/text/fold.ts'
import { foldForIndex } from '../../../../shared/text/search.ts'
import { LigatureError } from '../../../core/errors.ts'
import type { TextStore } from '../../articles/index.ts'
import {
  type DatasetHeader,
  type DatasetLine,
  datasetLine,
  datasetVersion,
  headerLine,
} from '../../exports/index.ts'
import type { Line } from '../files/lines.ts'
import { createLeftOut, type LeftOut, type Skipped } from './leftOut.ts'
import { createQuoteCheck, type QuoteCheck } from './quotes.ts'
import type { DatasetRepository, StagedCell, StagedTable } from './repository.ts'

interface CurrentArticle {
  readonly uid: string
  /** Number of the article; null when it was left out. */
  readonly number: number | null
  readonly skipped: Skipped | null
  readonly quotes: QuoteCheck
  readonly mentions: Map<string, number>
}

export interface DatasetReader {
  line(line: Line): void
  /** What was read. @throws LigatureError when the file ended too early. */
  finish(): { project: DatasetHeader['project']; left: LeftOut[] }
}

/**
 * Understands one line after the other and stages its rows. A line that is no line of a dataset ends the import; a row
 * that cannot come in (its uid is here already, its quote does not stand where it says) is left out and listed.
 */
export const createDatasetReader = (
  path: string,
  repository: DatasetRepository,
  texts: TextStore,
): DatasetReader => {
  const mayClash = !repository.isEmpty()
  const known = new Map(repository.entityTypes().map((it) => [it.key, it]))
  const leftOut = createLeftOut()
  let number = 0
  let header: DatasetHeader | null = null
  let ended = false
  let article: CurrentArticle | null = null
  const lines = { articles: 0, mentions: 0, entities: 0, relations: 0, evidence: 0 }
  const ids = Object.fromEntries(Object.keys(datasetLine).map((it) => [it, 0])) as Record<string, number>
  const persons = new Map<string, number>()
  const entityTypes = new Map<string, number>()
  const relationTypes = new Map<string, number>()
  const entities = new Map<string, number | Skipped>()
  const relations = new Map<string, number | Skipped>()
  const articles = new Set<string>()

  const fail = (sentence: string): never => {
    throw new LigatureError('import.unreadable', `${path}, line ${number}: ${sentence}`, {
      path,
      line: number,
    })
  }
  const leaveOut = (what: string, uid: string, reason: string): Skipped =>
    leftOut.add(`line ${number}: ${what} ${uid}`, reason)
  const next = (table: string): number => {
    ids[table] = (ids[table] ?? 0) + 1
    return ids[table]
  }
  const stage = (table: StagedTable, ...cells: StagedCell[]): number => {
    const id = next(table)
    repository.stage(table, [id, ...cells])
    return id
  }
  const found = <T>(map: ReadonlyMap<string, T>, uid: string, what: string): T =>
    map.get(uid) ??
    fail(`there is no ${what} "${uid}" in the lines before it. The file is damaged or not in order.`)
  const unseen = (map: { has(uid: string): boolean }, uid: string, what: string): void => {
    if (map.has(uid)) fail(`the ${what} "${uid}" was there before. Every uid must be there once.`)
  }
  const clashes = (table: Parameters<DatasetRepository['hasUid']>[0], uid: string): boolean =>
    mayClash && repository.hasUid(table, uid)
  const isHere = 'is in this project already'

  const readArticle = (it: DatasetLine['article']): void => {
    unseen(articles, it.uid, 'article')
    articles.add(it.uid)
    lines.articles += 1
    if (!it.text.isWellFormed() || it.text.includes('\r')) {
      fail(
        'the text holds half a character or a carriage return. Texts of a dataset are Unicode with LF line ends.',
      )
    }
    const quotes = createQuoteCheck(it.text, header!.offsetUnit)
    if (clashes('article', it.uid)) {
      article = {
        uid: it.uid,
        number: null,
        skipped: leaveOut('article', it.uid, isHere),
        quotes,
        mentions: new Map(),
      }
      return
    }
    const { textId, hash } = texts.add(it.text)
    if (hash !== it.textHash) fail('the text is not the one its textHash was made of. The file was altered.')
    const { source } = it
    const sourceId =
      source &&
      texts.addSource({
        ...source,
        extraction: source.extraction ?? null,
        bytes: Buffer.from(source.bytes ?? '', 'base64'),
      })
    const id = stage(
      'article',
      ...[
        it.uid,
        textId,
        sourceId,
        it.title,
        foldForIndex(it.title),
        it.language,
        it.publishedOn,
        it.publisher,
      ],
      ...[it.sourceUrl, it.status, it.note, found(persons, it.madeBy, 'person'), it.madeHow, it.madeAt],
    )
    article = { uid: it.uid, number: id, skipped: null, quotes, mentions: new Map() }
  }

  /** The article that mentions and evidence stand under. */
  const articleOf = (uid: string): CurrentArticle =>
    article?.uid === uid
      ? article
      : fail(
          `the line belongs to article "${uid}" and does not stand under it. The file is damaged or not in order.`,
        )

  const readMention = (it: DatasetLine['mention']): void => {
    lines.mentions += 1
    const current = articleOf(it.article)
    const entity = it.entity === null ? null : found(entities, it.entity, 'entity')
    const type = found(entityTypes, it.type, 'entity type')
    const person = found(persons, it.madeBy, 'person')
    if (current.number === null) {
      current.skipped!.hanging += 1
      return
    }
    if (entity !== null && typeof entity !== 'number') {
      entity.hanging += 1
      return
    }
    const fragments = current.quotes(it.fragments)
    if (typeof fragments === 'string') return void leaveOut('mention', it.uid, fragments)
    if (entity !== null && it.value !== null) {
      return void leaveOut('mention', it.uid, 'has both an entity and a value')
    }
    if (clashes('mention', it.uid)) return void leaveOut('mention', it.uid, isHere)
    const id = stage(
      'mention',
      ...[
        it.uid,
        current.number,
        type,
        entity,
        it.value === null ? '' : JSON.stringify(it.value),
        it.certainty,
      ],
      ...[it.note, person, it.madeHow, it.madeAt],
    )
    current.mentions.set(it.uid, id)
    fragments.forEach(({ start, end, quote }, ordinal) => {
      stage('fragment', id, ordinal, start, end, quote)
    })
  }

  const readEvidence = (it: DatasetLine['evidence']): void => {
    lines.evidence += 1
    const current = articleOf(it.article)
    const relation = found(relations, it.relation, 'relation')
    const person = found(persons, it.madeBy, 'person')
    if (current.number === null) {
      current.skipped!.hanging += 1
      return
    }
    if (typeof relation !== 'number') {
      relation.hanging += 1
      return
    }
    const spans = current.quotes([it])
    if (typeof spans === 'string') return void leaveOut('evidence', it.uid, spans)
    if (clashes('evidence', it.uid)) return void leaveOut('evidence', it.uid, isHere)
    // A mention that was left out takes nothing but itself along: the passage still proves the relation.
    const [source, target] = [it.sourceMention, it.targetMention].map(
      (uid) => current.mentions.get(uid ?? '') ?? null,
    )
    stage(
      'evidence',
      ...[
        it.uid,
        relation,
        current.number,
        spans[0]!.start,
        spans[0]!.end,
        it.quote,
        source!,
        target!,
        it.note,
      ],
      ...[person, it.madeHow, it.madeAt],
    )
  }

  const readers: { [K in keyof DatasetLine]: (line: DatasetLine[K]) => void } = {
    person: (it) => {
      unseen(persons, it.uid, 'person')
      persons.set(it.uid, stage('person', it.uid, it.name, null))
    },
    entityType: (it) => {
      unseen(entityTypes, it.key, 'entity type')
      const own = known.get(it.key)
      if (mayClash && own && (own.kind !== it.kind || own.valueKind !== (it.valueKind ?? ''))) {
        fail(`the type "${it.key}" is of another kind in this project. Rename one of them first.`)
      }
      if ((it.kind === 'value') !== (it.valueKind !== null))
        fail(`the type "${it.key}" needs a valueKind if it is of kind value, and none if not.`)
      entityTypes.set(
        it.key,
        stage(
          'entity_type',
          ...[
            it.uid,
            it.key,
            it.name,
            it.kind,
            it.valueKind ?? '',
            it.colour,
            it.pattern,
            it.label,
            it.shortcut,
          ],
          ...[it.position, null],
        ),
      )
    },
    relationType: (it) => {
      unseen(relationTypes, it.key, 'relation type')
      const directed = it.directed ? 1 : 0
      relationTypes.set(
        it.key,
        stage(
          'relation_type',
          it.uid,
          it.key,
          it.name,
          it.inverseName,
          directed,
          it.colour,
          it.dash,
          it.position,
          null,
        ),
      )
    },
    rule: (it) => {
      const relationType = found(relationTypes, it.relationType, 'relation type')
      const [source, target] = [it.source, it.target].map((key) => found(entityTypes, key, 'entity type'))
      stage('rule', it.uid, relationType, source!, target!)
    },
    entity: (it) => {
      unseen(entities, it.uid, 'entity')
      lines.entities += 1
      const type = found(entityTypes, it.type, 'entity type')
      const person = found(persons, it.madeBy, 'person')
      if (clashes('entity', it.uid)) return void entities.set(it.uid, leaveOut('entity', it.uid, isHere))
      const id = stage(
        'entity',
        it.uid,
        type,
        it.name,
        foldKey(it.name),
        it.note,
        person,
        it.madeHow,
        it.madeAt,
      )
      entities.set(it.uid, id)
      for (const alias of it.aliases) {
        if (clashes('alias', alias.uid)) leaveOut('alias', alias.uid, isHere)
        else stage('alias', alias.uid, id, alias.text, foldKey(alias.text), alias.language)
      }
      for (const outside of it.outsideIds) {
        if (clashes('outside_id', outside.uid)) leaveOut('outside id', outside.uid, isHere)
        else stage('outside_id', outside.uid, id, outside.scheme, outside.value)
      }
      if (it.position)
        repository.stage('position', [id, it.position.x, it.position.y, it.position.pinned ? 1 : 0])
    },
    relation: (it) => {
      unseen(relations, it.uid, 'relation')
      lines.relations += 1
      const type = found(relationTypes, it.type, 'relation type')
      const person = found(persons, it.madeBy, 'person')
      const [source, target] = [found(entities, it.source, 'entity'), found(entities, it.target, 'entity')]
      for (const end of [source, target]) {
        if (typeof end === 'number') continue
        end.hanging += 1
        return void relations.set(it.uid, end)
      }
      if (clashes('relation', it.uid)) return void relations.set(it.uid, leaveOut('relation', it.uid, isHere))
      const id = stage(
        'relation',
        ...[it.uid, type, source as number, target as number, it.status, it.validFrom, it.validTo, it.amount],
        ...[it.currency, it.share, it.certainty, it.note, person, it.madeHow, it.madeAt],
      )
      relations.set(it.uid, id)
    },
    article: readArticle,
    mention: readMention,
    evidence: readEvidence,
    end: (it) => {
      for (const [what, count] of Object.entries(lines)) {
        const said = it[what as keyof typeof lines]
        if (said !== count)
          fail(`the file says it holds ${said} ${what}, and ${count} were read. Lines are missing.`)
      }
      ended = true
    },
  }

  const checked = <S extends z.ZodType>(schema: S, raw: unknown): z.infer<S> => {
    const result = schema.safeParse(raw)
    if (!result.success) {
      const [issue] = result.error.issues
      return fail(`${issue!.path.map(String).join('.') || 'the line'}: ${issue!.message}`)
    }
    // The raw object, not the parsed one: its keys stand in the order in which they will be written again.
    return raw as z.infer<S>
  }

  const readHeader = (raw: unknown): DatasetHeader => {
    const { format, version } = (raw ?? {}) as { format?: unknown; version?: unknown }
    if (format !== 'ligature')
      return fail('this is no Ligature dataset: the first line does not say "format":"ligature".')
    if (version !== datasetVersion) {
      return fail(
        `version ${version} of the format is not known here, only ${datasetVersion}. Update Ligature to import it.`,
      )
    }
    return checked(headerLine, raw)
  }

  return {
    line: (line) => {
      number = line.number
      if (line.text === null) return fail('the line is not UTF-8.')
      if (ended) return fail('there is something behind the last line of the dataset.')
      let raw: unknown
      try {
        raw = JSON.parse(line.text)
      } catch (thrown) {
        return fail(
          `this is no complete JSON (${(thrown as Error).message}). The file is cut off or damaged.`,
        )
      }
      if (!header) {
        header = readHeader(raw)
        return
      }
      const record = (raw as { record?: unknown } | null)?.record as keyof DatasetLine
      if (typeof record !== 'string' || !Object.hasOwn(readers, record)) {
        return fail(
          `"record" is ${JSON.stringify(record) ?? 'missing'}; known are ${Object.keys(readers).join(', ')}.`,
        )
      }
      const read = readers[record] as (line: unknown) => void
      read(checked(datasetLine[record], raw))
    },
    finish: () => {
      if (!header || !ended) {
        number += 1
        return fail('the file ends here without its last line ("record":"end"). It is cut off.')
      }
      return { project: header.project, left: leftOut.list() }
    },
  }
}
