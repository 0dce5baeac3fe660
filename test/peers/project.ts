import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connectToProject } from '../../main/db/index.ts'
import type { ExportSource } from '../../main/features/exports/format.ts'
import { openSource, withSnapshot } from '../../main/features/exports/repository.ts'
import { fillScope } from '../../main/features/exports/scope.ts'
import { envelopeOf, mentionRelations } from '../../main/features/exports/support/mentionRelations.ts'
import { createOffsetMap, spanTo } from '../../shared/text/offsets.ts'
import { startTestCore } from '../support/core.ts'
import { createEmptyProject, fillFixture } from '../support/fixtureProject.ts'
import { everything } from '../support/interchange.ts'

/** Makes the shipped sample project in a folder; gives its file's path. */
export const makeSample = async (folder: string): Promise<string> => {
  const t = await startTestCore(folder)
  await t.ask('projects.openSample', {})
  await t.close()
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.ligature'))!)
}

/** The small project of everything that makes exports go wrong; gives its file's path. */
export const makeTrouble = (folder: string): string => {
  const { path, file } = createEmptyProject(folder, 'trouble')
  fillFixture(file.db)
  file.close()
  return path
}

const documentsOf = (source: ExportSource) =>
  [...source.articles()].map((article) => {
    const text = source.text(article.id)
    const map = createOffsetMap(text)
    const mentions = source.mentions(article.id)
    return {
      ...{ uid: article.uid, title: article.title, language: article.language, status: article.status },
      ...{ publishedOn: article.publishedOn, publisher: article.publisher, sourceUrl: article.sourceUrl },
      text,
      mentions: mentions.map((it) => {
        const span = envelopeOf(it)
        return {
          ...{ uid: it.uid, type: it.type, entity: it.entityUid, ...spanTo(map, 'codepoint', span) },
          quote: text.slice(span.start, span.end),
          fragments: it.fragments.map((fragment) => {
            const { start, end } = spanTo(map, 'codepoint', fragment)
            return { start, end, quote: fragment.quote }
          }),
        }
      }),
      relations: mentionRelations(source, article.id, mentions).map((it) => ({
        ...{ uid: it.relation.uid, evidence: it.evidence.uid, type: it.relation.type },
        ...{ source: it.source.uid, target: it.target.uid, passage: it.evidence.quote },
      })),
      evidence: source.evidenceIn(article.id).map(({ uid, relationUid, start, end, quote }) => ({
        ...{ uid, relation: relationUid, ...spanTo(map, 'codepoint', { start, end }), quote },
      })),
    }
  })

/**
 * What a project holds, as every peer should find it: offsets in code points, half-open; `start` and `end` of a mention
 * from its first to its last character. Relations of a document join mentions, one per piece of evidence; those at the
 * top join entities.
 */
export const factsOf = (projectPath: string) => {
  const db = connectToProject(projectPath)
  try {
    return withSnapshot(db, () => {
      fillScope(db, everything)
      const source = openSource(db)
      return {
        documents: documentsOf(source),
        entities: [...source.entities()].map(({ uid, type, name, aliases, outsideIds }) => ({
          ...{ uid, type, name, aliases: aliases.map((it) => it.text) },
          outsideIds: outsideIds.map(({ scheme, value }) => ({ scheme, value })),
        })),
        relations: [...source.relations()].map((it) => ({
          ...{
            uid: it.uid,
            type: it.type,
            source: it.sourceUid,
            target: it.targetUid,
            directed: it.directed,
          },
          ...{ sourceName: it.sourceName, targetName: it.targetName, status: it.status },
          ...{ validFrom: it.validFrom, validTo: it.validTo, amount: it.amount, currency: it.currency },
          share: it.share,
        })),
      }
    })
  } finally {
    db.close()
  }
}
