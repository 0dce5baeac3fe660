import { connect } from '../../../main/db/index.ts'
import type { NetworkFilter } from '../../../shared/contract/network.ts'
import { startBenchCore } from '../core.ts'
import { inTurns, type Measured, type Row } from '../measure.ts'

const filters = (types: number[], relations: number[]): Record<string, NetworkFilter> => ({
  'no filter': {},
  'by entity type': { entityTypeIds: types.slice(0, 1) },
  'by relation type': { relationTypeIds: relations.slice(0, 2) },
  'by name': { text: 'an' },
  'by status': { articles: { statuses: ['done', 'reviewed'] } },
  'by language': { articles: { languages: ['de'] } },
  'by date': { articles: { publishedFrom: '2012', publishedTo: '2018-06' } },
  'by words in articles': { articles: { text: 'handel' } },
  'by everything at once': {
    entityTypeIds: types.slice(0, 3),
    relationTypeIds: relations,
    text: 'an',
    articles: { statuses: ['done', 'unread'], languages: ['de', 'en'], publishedFrom: '2012', text: 'markt' },
  },
})

export const network: Row = {
  id: 'network',
  run: async ({ project, workingCopy, scratch, quick }) => {
    const core = startBenchCore(scratch)
    await core.ask('projects.open', { path: workingCopy })
    const db = connect(workingCopy, { mustExist: true, readOnly: true })
    try {
      const schema = await core.ask('schema.get', {})
      const all = filters(
        schema.entityTypes.map((it) => it.id),
        schema.relationTypes.map((it) => it.id),
      )
      const result: Measured[] = []
      for (const [name, filter] of Object.entries(all)) {
        const samples = await inTurns(
          quick ? 3 : 12,
          () => core.ask('network.graph', { filter, limit: 500 }),
          () =>
            db.all(
              `SELECT e.id, e.type_id, e.name, c.mentions FROM derived_entity_count c JOIN entity e ON e.id = c.entity_id
               ORDER BY c.mentions DESC LIMIT 500`,
            ),
        )
        result.push({
          what: `network, strongest 500 nodes with edges, ${project.mentions.toLocaleString('en')} mentions: ${name}`,
          baseline: 'bare `SELECT` of the top 500 of all nodes, no edges',
          unit: 'ms',
          ...samples,
          goal: { p95: 200 },
        })
      }
      return result
    } finally {
      db.close()
      await core.close()
    }
  },
}
