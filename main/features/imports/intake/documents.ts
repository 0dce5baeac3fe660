import type { ReadDocument } from '../formats/records.ts'
import type { createArticleDesk } from './articles.ts'
import { canonicalText } from './canonicalText.ts'
import type { Desk } from './desk.ts'
import type { MentionDesk, StagedMention } from './mentions.ts'
import { placeFragments } from './quotes.ts'
import type { RelationDesk } from './relations.ts'
import { type Counting, createCounter } from './units.ts'

interface Options {
  readonly desk: Desk
  readonly articles: ReturnType<typeof createArticleDesk>
  readonly mentions: MentionDesk
  readonly relations: RelationDesk
  /** How the set counts its offsets. */
  readonly counting: Counting
  /** Number of the staged person of a name in the files; null for one whose work stays out. */
  person(annotator: string | undefined): number | null
}

/** Stages one document: its article, its mentions, and the relations between them. */
export const stageDocument = (
  document: ReadDocument,
  { desk, articles, mentions, relations, counting, person }: Options,
): void => {
  const wanted = (it: { suggestion?: boolean; rejected?: boolean }): boolean =>
    (!it.suggestion || desk.mapping.suggestions) && (!it.rejected || desk.mapping.rejected)
  const name = document.title ?? document.id
  const canonical = canonicalText(document.text)
  const article = articles.of(document, canonical)
  if (!article) return
  const counter = createCounter(document.text)
  const counted: Counting = document.unit ? { unit: document.unit, crlfAsOne: false } : counting
  const place = (fragments: ReadDocument['mentions'][number]['fragments']) =>
    placeFragments(document.text, counter, counted, fragments, desk.mapping.repair)
  const found = new Map<string, StagedMention>()
  for (const mention of document.mentions) {
    const by = wanted(mention) ? person(mention.annotator) : null
    if (by === null) continue
    const staged = mentions.add(mention, article, place(mention.fragments), canonical, by, name)
    if (staged && !found.has(mention.id)) found.set(mention.id, staged)
  }
  for (const relation of document.relations) {
    const by = wanted(relation) ? person(relation.annotator) : null
    if (by === null) continue
    relations.add(relation, article, found, (it) => place([it]), canonical, by, name)
  }
  mentions.restore(article)
  relations.keep(article, mentions.restored)
}
