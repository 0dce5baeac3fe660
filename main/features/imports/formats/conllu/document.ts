import type { JsonValue } from '../../../../../shared/model/json.ts'
import { documentFacts, type Facts, relationsOf } from '../../files/commentFacts.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadDocument } from '../records.ts'
import { entityMentions } from './mentions.ts'
import { commentPair, type Sentence, tenColumns } from './sentences.ts'
import { addSentence, createSurface, endSurface } from './surface.ts'
import { tagMentions } from './tags.ts'

export interface Draft {
  /** Unique within the set. */
  readonly id: string
  readonly file: string
  readonly line: number
  readonly sentences: Sentence[]
  columns: readonly string[]
  /** Fields of a bracket, as `# global.Entity` lists them. */
  entityFields: readonly string[]
  readonly facts: Facts
}

const ownMisc = new Set(['Entity', 'SpaceAfter', 'SpacesAfter', 'SpacesBefore'])
const ownComment = /^#\s*(newdoc|newpar|sent_id|text|global\.Entity)\b/

/** Is there anything that the writer would not make again by itself? */
const holdsMore = ({ words, comments }: Sentence): boolean =>
  comments.some((it) => !ownComment.test(it)) ||
  words.some(
    ({ kind, cells, misc }) =>
      kind !== 'word' ||
      Object.entries(cells).some(([name, it]) => !/^(ID|FORM|MISC)$/.test(name) && it !== '_') ||
      [...misc.keys()].some((it) => !ownMisc.has(it)),
  )

/** Facts about the article that corpora (GUM among them) write as comments. */
const statedFacts = (sentences: readonly Sentence[]): Partial<ReadDocument> => {
  const said = new Map((sentences[0]?.comments ?? []).flatMap((it) => [commentPair(it) ?? ['', '']]))
  const [title, date, address] = ['title', 'dateCreated', 'sourceURL'].map(
    (it) => said.get(`meta::${it}`) ?? said.get(it),
  )
  return {
    ...(title && { title }),
    ...(date && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) && { publishedOn: date }),
    ...(address && /^https?:\/\/\S+$/.test(address) && { sourceUrl: address }),
  }
}

export const documentOf = (draft: Draft, problem: (line: number, notice: Notice) => void): ReadDocument => {
  const { id, file, line, sentences, columns, facts, entityFields } = draft
  const surface = createSurface()
  for (const it of sentences) {
    addSentence(
      surface,
      it,
      it.comments.some((comment) => /^#\s*newpar\b/.test(comment)),
      problem,
    )
  }
  endSurface(surface)
  const { mentions, byNumber } = entityMentions(id, sentences, entityFields, surface, facts, problem)
  mentions.push(...tagMentions(sentences, columns, surface))
  const foreign: Record<string, JsonValue> = {
    ...(columns.join() !== tenColumns.join() && { columns: [...columns] }),
    ...(sentences.some(holdsMore) && { sentences: sentences.map((it) => it.lines) }),
  }
  return {
    kind: 'document',
    id,
    place: `line ${line}`,
    file,
    text: sentences.length === 0 ? (facts.article?.text ?? '') : surface.text,
    ...(!surface.isStated && { textIsBuilt: true }),
    ...statedFacts(sentences),
    ...documentFacts(facts),
    mentions,
    relations: relationsOf(facts, surface.text, byNumber),
    ...(Object.keys(foreign).length > 0 && { foreign }),
  }
}
