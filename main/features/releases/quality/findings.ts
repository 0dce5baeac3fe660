import { type FindingCode, findingCodes } from '../../../../shared/messages/releaseFindings.ts'
import type { Finding } from '../../../../shared/model/recipe.ts'
import type { ExportSource } from '../../exports/index.ts'
import type { Check, CheckMaker, Tell } from './check.ts'
import { articleChecks } from './checks/articles.ts'
import { entityChecks } from './checks/entities.ts'
import { relationChecks } from './checks/relations.ts'
import { spanChecks } from './checks/spans.ts'
import { surfaceChecks } from './checks/surfaces.ts'
import { untaggedCheck } from './checks/untagged.ts'

const makers: readonly CheckMaker[] = [
  spanChecks,
  surfaceChecks,
  untaggedCheck,
  entityChecks,
  relationChecks,
  articleChecks,
]

/** Examples listed of one finding, and their length in characters. */
const most = { examples: 10, length: 200 }

/** Rows between two looks at the wish to stop. */
const stopEvery = 50

const shown = (example: string): string => {
  const line = example.replace(/\s+/gu, ' ').trim()
  return line.length > most.length ? `${line.slice(0, most.length).toWellFormed()}…` : line
}

function* watched<T>(rows: Iterable<T>, stopIfCancelled: () => void): Generator<T> {
  let count = 0
  for (const row of rows) {
    if (count % stopEvery === 0) stopIfCancelled()
    count += 1
    yield row
  }
}

const tell = (checks: readonly Check[], source: ExportSource, stopIfCancelled: () => void): void => {
  for (const entity of watched(source.entities(), stopIfCancelled)) {
    const mentions = source.countMentions(entity.id)
    for (const check of checks) check.entity?.(entity, mentions)
  }
  for (const article of watched(source.articles(), stopIfCancelled)) {
    const view = {
      article,
      name: article.title.trim() || article.uid,
      text: source.text(article.id),
      mentions: source.mentions(article.id),
      evidence: source.evidenceIn(article.id),
    }
    for (const check of checks) check.article?.(view)
  }
  for (const relation of watched(source.relations(), stopIfCancelled)) {
    const evidence = source.evidenceOf(relation.id).length
    for (const check of checks) check.relation?.(relation, evidence)
  }
  for (const check of checks) check.end?.()
}

/**
 * Everything of the scope that looks inconsistent, in the order of the codes; the same scope gives the same findings.
 * Memory holds one article, the entities' names and at most as many wordings as each check says.
 * @throws what `stopIfCancelled` throws
 */
export const collectFindings = (source: ExportSource, stopIfCancelled: () => void): Finding[] => {
  const found = new Map<FindingCode, { count: number; examples: string[] }>()
  const note: Tell = (code, example, count = 1) => {
    const known = found.get(code) ?? { count: 0, examples: [] }
    known.count += count
    if (known.examples.length < most.examples) known.examples.push(shown(example))
    found.set(code, known)
  }
  const checks = makers.map((make) => make(source, note))
  tell(checks, source, stopIfCancelled)
  return findingCodes.flatMap((code) => {
    const it = found.get(code)
    return it ? [{ code, ...it }] : []
  })
}
