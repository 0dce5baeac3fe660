import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { foldForIndex } from '../../../shared/text/search.ts'
import type { ProjectContext } from '../../core/context.ts'
import { createArticleRepository, createArticles, createTextStore } from '../articles/index.ts'
import { createEntities } from '../entities/index.ts'
import type { Reading } from '../imports/index.ts'
import { createMentions } from '../mentions/index.ts'
import { createRelations } from '../relations/index.ts'
import { createSchema } from '../schema/index.ts'
import { readSampleCorpus, type SampleArticle } from './corpus.ts'
import { placesOf } from './places.ts'

type Cut = { start: number; end: number; reason: string; on: boolean }

/** Cuts whole blocks by their text; proposals of the reader that the annotators did not take stay switched off. */
const cutsFor = (fullText: string, proposed: readonly Cut[], wanted: readonly string[]): Cut[] => {
  const texts = new Set(wanted)
  const cuts: Cut[] = []
  let start = 0
  for (const line of fullText.split('\n')) {
    const reason = proposed.find((it) => it.start <= start && start < it.end)?.reason
    if (texts.has(line.trim()))
      cuts.push({ start, end: start + line.length, reason: reason ?? 'hand', on: true })
    start += line.length + 1
  }
  return cuts
}

/**
 * Makes the sample project: the shipped articles go through the same reading as any import, and the annotation through
 * the same services as a person's keystrokes. One transaction; not a step of the history, which starts empty.
 */
export const fillSample = (
  context: ProjectContext,
  folder: string,
  { applyCuts, readArticle }: Reading,
): void => {
  const { db } = context
  const corpus = readSampleCorpus(folder)
  const schema = createSchema(context)
  const articles = createArticles(context)
  const entities = createEntities(context, { schema })
  const mentions = createMentions(context, { articles, entities, schema })
  const relations = createRelations(context, { articles, entities, schema })
  const rows = createArticleRepository(context)
  const store = createTextStore(db)
  const typeIds = new Map(schema.read().entityTypes.map((it) => [it.key, it.id]))
  const relationTypeIds = new Map(schema.read().relationTypes.map((it) => [it.key, it.id]))
  const entityIds = new Map<string, number>()

  const importArticle = (article: SampleArticle): number => {
    const bytes = readFileSync(join(folder, article.file))
    const name = basename(article.file)
    const read = readArticle({ name, bytes })
    if (!read.ok) throw new Error(`${article.file}: ${read.error.message}`)
    const { draft } = read
    const cuts = cutsFor(draft.fullText, draft.cuts, article.cuts)
    const { textId } = store.add(applyCuts(draft.fullText, cuts))
    const sourceId = store.addSource({
      name,
      mediaType: draft.mediaType,
      encoding: draft.encoding,
      extraction: { reader: draft.reader, cuts, ...(cuts.length > 0 ? { fullText: draft.fullText } : {}) },
      bytes,
    })
    const id = rows.add({
      textId,
      sourceId,
      title: article.title,
      titleTokens: foldForIndex(article.title),
      language: article.language,
      publishedOn: article.publishedOn,
      publisher: article.publisher,
      sourceUrl: article.sourceUrl,
    })
    articles.update([id], { status: article.status, note: article.note })
    return id
  }

  const annotate = (articleId: number, article: SampleArticle): void => {
    const { content } = articles.text(articleId)
    const made = placesOf(content, article.mentions).map(({ mention, fragments }) => ({
      entity: mention.entity,
      quote: fragments.map((it) => content.slice(it.start, it.end)).join(' '),
      ...mentions.create({
        articleId,
        typeId: typeIds.get(mention.type)!,
        fragments,
        entityId: mention.entity === undefined ? undefined : entityIds.get(mention.entity)!,
        value: mention.value,
        certainty: mention.certainty,
        note: mention.note,
      }),
    }))

    for (const {
      type,
      source,
      target,
      evidence,
      sourceQuote,
      targetQuote,
      ...attributes
    } of article.relations) {
      const start = content.indexOf(evidence)
      if (start < 0) throw new Error(`${article.file}: the text does not hold the evidence "${evidence}".`)
      const span = { start, end: start + evidence.length }
      const endAt = (entity: string, quote: string): number | undefined =>
        made.find(
          (it) =>
            it.entity === entity &&
            it.quote === quote &&
            it.fragments.every((piece) => piece.start >= span.start && piece.end <= span.end),
        )?.id
      const request = {
        typeId: relationTypeIds.get(type)!,
        sourceId: entityIds.get(source)!,
        targetId: entityIds.get(target)!,
        evidence: {
          articleId,
          span,
          sourceMentionId: endAt(source, sourceQuote),
          targetMentionId: endAt(target, targetQuote),
        },
      }
      const stated = relations.state(request)
      if (stated.created) relations.update(stated.id, attributes)
    }
  }

  db.transaction(() => {
    db.run('UPDATE project SET name = ? WHERE id = 1', [corpus.project.name])
    for (const entity of corpus.entities) {
      const id = entities.create({
        typeId: typeIds.get(entity.type)!,
        name: entity.name,
        note: entity.note,
        aliases: entity.aliases,
      })
      for (const { scheme, value } of entity.outsideIds) entities.addOutsideId(id, scheme, value)
      entityIds.set(entity.key, id)
    }
    for (const article of corpus.articles) annotate(importArticle(article), article)
  })
}
