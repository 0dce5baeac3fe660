import type { Output as Answer } from '../../../../shared/contract/define.ts'
import type { contract } from '../../../../shared/contract/index.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import type { Output } from '../output.ts'
import { onCopy, pathOf } from '../workplace.ts'

type Overview = Answer<typeof contract.overview.get>
type Schema = Answer<typeof contract.schema.get>

const tellCounts = (heading: string, counts: readonly (readonly [string, number])[], say: Output): void => {
  const some = counts.filter(([, count]) => count > 0)
  if (some.length === 0) return
  say.line(heading)
  for (const [name, count] of some) say.line(`  ${name}  ${count}`)
}

const tellOverview = (it: Overview, schema: Schema, say: Output): void => {
  const { t, textOf } = say
  const entityNames = new Map(schema.entityTypes.map(({ id, name }) => [id, name]))
  const relationNames = new Map(schema.relationTypes.map(({ id, name }) => [id, name]))
  const byType = (of: Overview['mentions'], names: ReadonlyMap<number, string>) =>
    of.map(({ typeId, count }) => [names.get(typeId) ?? String(typeId), count] as const)
  const sum = (of: Overview['mentions']): number => of.reduce((total, { count }) => total + count, 0)
  say.line(
    t('import.datasetCounts', {
      articles: it.articles,
      entities: sum(it.entities),
      mentions: sum(it.mentions),
      relations: sum(it.relations),
    }),
  )
  const named = (of: Overview['statuses'], prefix: string) =>
    of.map(({ key, count }) => [prefix === '' ? key || '–' : textOf(prefix + key), count] as const)
  tellCounts(t('cli.stats.statuses'), named(it.statuses, 'corpus.status.'), say)
  tellCounts(t('cli.stats.languages'), named(it.languages, ''), say)
  tellCounts(t('cli.stats.mentions'), byType(it.mentions, entityNames), say)
  tellCounts(t('cli.stats.entities'), byType(it.entities, entityNames), say)
  tellCounts(t('cli.stats.relations'), byType(it.relations, relationNames), say)
  tellCounts(
    t('cli.stats.toDo'),
    [
      [t('cli.stats.unlinked'), it.unlinkedMentions],
      [t('cli.stats.doubtful'), it.doubtfulMentions],
      [t('cli.stats.unproved'), it.relationsWithoutEvidence],
    ],
    say,
  )
  if (it.persons.length > 0) say.line(t('cli.stats.persons'))
  for (const { name, mentions, relations, evidence } of it.persons)
    say.line(`  ${t('cli.stats.person', { name, mentions, relations, evidence })}`)
}

export const statsCommand: Command = {
  name: 'stats',
  textKey: 'cli.stats.about',
  forms: ['stats [options] <project>'],
  words: [1, 1],
  options: [],
  examples: ['stats deals.ligature', 'stats --json deals.ligature'],
  formats: [],
  run: (call) =>
    onCopy(call, pathOf(call, call.words[0]!), async (core, project) => {
      const overview = await core.ask('overview.get', {})
      const schema = await core.ask('schema.get', {})
      call.say.line(project.name)
      tellOverview(overview, schema, call.say)
      const keyOf = new Map(schema.entityTypes.map(({ id, key }) => [id, key]))
      const relationKeyOf = new Map(schema.relationTypes.map(({ id, key }) => [id, key]))
      const keyed = (of: Overview['mentions'], keys: ReadonlyMap<number, string>) =>
        of.map(({ typeId, count }) => ({ type: keys.get(typeId) ?? '', count }))
      return {
        exit: exitCodes.ok,
        result: {
          project: { name: project.name, uid: project.uid, note: project.note },
          ...overview,
          entities: keyed(overview.entities, keyOf),
          mentions: keyed(overview.mentions, keyOf),
          relations: keyed(overview.relations, relationKeyOf),
          strongest: overview.strongest.map(({ name, typeId, mentions }) => ({
            ...{ name, mentions },
            type: keyOf.get(typeId) ?? '',
          })),
        },
      }
    }),
}
