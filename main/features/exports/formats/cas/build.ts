import {
  type FeatureValue,
  known,
  own,
  type Structure,
  shortName,
  type TypeDeclaration,
} from '../../../../../shared/formats/cas.ts'
import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import { unionSpans } from '../../../../../shared/text/span.ts'
import type { ArticleRow, ExportSource, MentionRow } from '../../format.ts'
import { articleFacts, entityLists, mentionFacts, relationFacts } from '../../support/featureFacts.ts'
import { envelopeOf, mentionRelations } from '../../support/mentionRelations.ts'
import { sentencesAround, tokensOf } from '../../support/tokens.ts'
import { createTypes, type TypeRegister } from './types.ts'

/** What a reader kept of a mention or relation: cas/records.ts. */
interface Kept {
  readonly id: string
  readonly type: string
  /** Feature that holds the label; '' where the type's own name is the label. */
  readonly label: string
  readonly features: Readonly<Record<string, FeatureValue>>
  readonly ends?: readonly [string, string]
  readonly slot?: string
}

export interface BuiltCas {
  /** Id of the only Sofa. */
  readonly sofa: string
  readonly mimeType: string
  readonly text: string
  readonly structures: readonly Structure[]
}

const keptOf = (value: JsonValue | null): Kept | null =>
  isObject(value) && typeof value.type === 'string' && isObject(value.features)
    ? (value as unknown as Kept)
    : null

/** As labels become keys: only then is a type's own name still the label. */
const keyOf = (label: string): string => label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_')

const isOf = (kept: Kept | null, key: string): kept is Kept =>
  kept !== null && (kept.label !== '' || keyOf(shortName(kept.type)) === key)

/** Type systems an import brought along. */
export const typesFrom = (source: ExportSource, formatId: string): TypeRegister =>
  createTypes(
    source
      .setParts(formatId)
      .filter((it) => it.name === 'types' && Array.isArray(it.data))
      .flatMap((it) => it.data as unknown as TypeDeclaration[]),
  )

/** Begins the ids given here, so that they are told from those of the file that structures came from. */
const ours = '@'

type Draft = { id: string; type: string; sofa: string; features: Record<string, FeatureValue> }

/**
 * The feature structures of one article as INCEpTION wants them: metadata, sentences, tokens, named entities with the
 * type's key as `value` and the entity's uid as `identifier`, relations from Governor to Dependent. What the format
 * gave once comes back with new ids; its tokens and sentences then stand in the place of ours.
 */
export const buildCas = (
  source: ExportSource,
  article: ArticleRow,
  formatId: string,
  types: TypeRegister,
): BuiltCas => {
  const text = source.text(article.id)
  const sofa = '1'
  const drafts: Draft[] = []
  /** New ids of what had an id in the file it came from. */
  const renamed = new Map<string, string>()
  const add = (type: string, features: Record<string, FeatureValue>, place = sofa): Draft => {
    const draft = { id: `${ours}${drafts.length + 2}`, type, sofa: place, features }
    drafts.push(draft)
    return draft
  }
  const foreign = source.foreign(formatId, article.uid)
  const before =
    isObject(foreign) && Array.isArray(foreign.structures)
      ? (foreign.structures as unknown as Structure[])
      : []
  for (const it of before) {
    const end = it.features.end
    if (typeof end === 'number' && end > text.length) continue
    renamed.set(it.id, add(it.type, { ...it.features }, it.sofa === '' ? '' : sofa).id)
  }
  metadata(drafts, article, text, add)

  const mentions = source.mentions(article.id)
  if (!before.some((it) => it.type === known.token)) {
    const spans = mentions.map(envelopeOf)
    const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
    const chunks = unionSpans(spans).map((it) => ({ ...it, tag: '', entityUid: null }))
    for (const sentence of sentencesAround(text, chunks, article.language)) {
      add(known.sentence, { begin: sentence.start, end: sentence.end })
      for (const { start, end } of tokensOf(text, sentence, article.language, cuts))
        add(known.token, { begin: start, end })
    }
  }

  const byUid = new Map<string, Draft>()
  const entities = new Set<string>()
  for (const it of mentions) {
    const kept = keptOf(source.foreign(formatId, it.uid))
    const itself = kept ? drafts.find((one) => one.id === renamed.get(kept.id)) : undefined
    byUid.set(it.uid, itself ?? addMention(it, kept, add, renamed))
    if (it.entityUid !== null) entities.add(it.entityUid)
  }
  for (const { relation, evidence, source: from, target: to } of mentionRelations(
    source,
    article.id,
    mentions,
  )) {
    entities.add(relation.sourceUid).add(relation.targetUid)
    const kept = keptOf(source.foreign(formatId, evidence.uid))
    const [head, tail] = [byUid.get(from.uid)!, byUid.get(to.uid)!]
    const facts = {
      ...relationFacts(relation, evidence),
      passageBegin: evidence.start,
      passageEnd: evidence.end,
    }
    if (kept?.slot !== undefined) {
      const link = add(
        kept.type,
        { ...kept.features, role: relation.type, target: { refs: [tail.id] }, ...facts },
        '',
      )
      renamed.set(kept.id, link.id)
      const held = head.features[kept.slot]
      const refs = typeof held === 'object' && held !== null && 'refs' in held ? held.refs : []
      head.features[kept.slot] = { refs: [...refs, link.id], list: true }
      types.widen(kept.type, 'target', tail.type)
      continue
    }
    const like = isOf(kept, relation.type) ? kept : null
    const type = like?.type ?? own.relation
    const [governor, dependent] = like?.ends ?? ['Governor', 'Dependent']
    const label = like ? like.label : 'value'
    const draft = add(type, {
      ...like?.features,
      begin: tail.features.begin!,
      end: tail.features.end!,
      [governor]: { refs: [head.id] },
      [dependent]: { refs: [tail.id] },
      ...(label && { [label]: relation.type }),
      ...facts,
    })
    if (kept) renamed.set(kept.id, draft.id)
    types.widen(type, governor, head.type)
    types.widen(type, dependent, tail.type)
  }
  for (const uid of entities) addEntity(source, uid, add)

  const structures = drafts.map((it) => numbered(it, renamed))
  for (const it of structures) types.add(it)
  const sofaBefore = isObject(foreign) && isObject(foreign.sofa) ? foreign.sofa : null
  const mimeType =
    typeof sofaBefore?.mimeType === 'string' && sofaBefore.mimeType !== '' ? sofaBefore.mimeType : 'text'
  return { sofa, mimeType, text, structures }
}

type Add = (type: string, features: Record<string, FeatureValue>, place?: string) => Draft

/** The structure with numbers as ids; references to what is no more are left out. */
const numbered = (it: Draft, renamed: ReadonlyMap<string, string>): Structure => {
  const features: Record<string, FeatureValue> = {}
  for (const [name, value] of Object.entries(it.features)) {
    if (typeof value !== 'object' || value === null || !('refs' in value)) {
      features[name] = value
      continue
    }
    const refs = value.refs
      .map((id) => (id.startsWith(ours) ? id : renamed.get(id)))
      .filter((id) => id !== undefined)
      .map((id) => id.slice(ours.length))
    if (refs.length > 0 || value.list) features[name] = { ...value, refs }
  }
  return { ...it, id: it.id.slice(ours.length), features }
}

/** DocumentMetaData for what it has places for, string fields for the rest; those an import brought are overwritten. */
const metadata = (drafts: readonly Draft[], article: ArticleRow, text: string, add: Add): void => {
  const { title, language, sourceUrl, ...others } = articleFacts(article)
  const given = drafts.find((it) => it.type === known.metadata)
  const data = given ?? add(known.metadata, { documentId: article.uid, isLastSegment: false })
  Object.assign(data.features, {
    begin: 0,
    end: text.length,
    language: language ?? 'x-unspecified',
    ...(title !== undefined && { documentTitle: title }),
    ...(sourceUrl !== undefined && { documentUri: sourceUrl }),
  })
  const fields = drafts.filter((it) => it.type === known.metadataField)
  for (const [key, value] of Object.entries(others)) {
    const field = fields.find((it) => it.features.key === key)
    if (field) field.features.value = value
    else add(known.metadataField, { begin: 0, end: 0, key, value })
  }
}

const addMention = (it: MentionRow, kept: Kept | null, add: Add, renamed: Map<string, string>): Draft => {
  const { start, end } = envelopeOf(it)
  const like = isOf(kept, it.type) ? kept : null
  const label = like ? like.label : 'value'
  const links =
    it.fragments.length < 2
      ? []
      : it.fragments.map((fragment) => {
          const part = add(own.part, { begin: fragment.start, end: fragment.end })
          return add(own.partLink, { role: 'part', target: { refs: [part.id] } }, '').id
        })
  const draft = add(like?.type ?? known.namedEntity, {
    ...like?.features,
    begin: start,
    end,
    ...(label && { [label]: it.type }),
    ...(it.entityUid !== null && { identifier: it.entityUid }),
    ...mentionFacts(it),
    ...(links.length > 0 && { parts: { refs: links, list: true } }),
  })
  if (kept) renamed.set(kept.id, draft.id)
  return draft
}

const addEntity = (source: ExportSource, uid: string, add: Add): void => {
  const it = source.entity(uid)
  const { aliases, outsideIds } = entityLists(it)
  const list = (items: string[]): FeatureValue => ({ items, of: 'uima.cas.StringArray' })
  add(
    own.entity,
    {
      identifier: uid,
      value: it.type,
      name: it.name,
      ...(it.note && { note: it.note }),
      ...(aliases.length > 0 && { aliases: list(aliases) }),
      ...(outsideIds.length > 0 && { outsideIds: list(outsideIds) }),
    },
    '',
  )
}
