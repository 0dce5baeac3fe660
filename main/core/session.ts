import type { CoreEvent } from '../../shared/contract/events.ts'
import type { Step } from '../db/index.ts'
import { articleHandlers, createArticles } from '../features/articles/index.ts'
import { createEntities, entityHandlers } from '../features/entities/index.ts'
import { createExports, exportHandlers } from '../features/exports/index.ts'
import { createHistory, historyHandlers } from '../features/history/index.ts'
import { createImports, importHandlers, renderSource } from '../features/imports/index.ts'
import { createMentions, mentionHandlers } from '../features/mentions/index.ts'
import { createNetwork, networkHandlers } from '../features/network/index.ts'
import { createOverview, overviewHandlers } from '../features/overview/index.ts'
import type { OpenProject } from '../features/projects/index.ts'
import { createRelations, relationHandlers } from '../features/relations/index.ts'
import { createReleases, releaseHandlers } from '../features/releases/index.ts'
import { createSchema, schemaHandlers } from '../features/schema/index.ts'
import type { ProjectContext } from './context.ts'
import type { UntypedHandlers } from './handlers.ts'
import type { JobKind, Jobs } from './jobs.ts'

/** An open project with everything that can be asked of it. */
export interface Session {
  readonly project: OpenProject
  readonly context: ProjectContext
  readonly handlers: UntypedHandlers
  runCommand(method: string, work: (step: Step) => unknown): unknown
}

interface SessionOptions {
  jobs: Jobs
  emit(event: CoreEvent): void
}

export const createSession = (project: OpenProject, { jobs, emit }: SessionOptions): Session => {
  const context: ProjectContext = { ...project.context, db: project.file.db, journal: project.file.journal }
  const startJob = (kind: JobKind, input: unknown): string =>
    jobs.start({ kind, input, projectPath: project.path, personId: context.personId })
  const refresh = (...what: Extract<CoreEvent, { event: 'refreshed' }>['payload']['what']): void =>
    emit({ event: 'refreshed', payload: { what } })

  const schema = createSchema(context)
  const articles = createArticles(context)
  const entities = createEntities(context, { schema })
  const mentions = createMentions(context, { articles, entities, schema })
  const relations = createRelations(context, { articles, entities, schema })
  const handlers = {
    schema: schemaHandlers(schema),
    articles: articleHandlers(articles, { mentions, relations, renderSource }),
    entities: entityHandlers(entities),
    mentions: mentionHandlers(mentions, { entities, schema }),
    relations: relationHandlers(relations),
    network: networkHandlers(createNetwork(context)),
    overview: overviewHandlers(createOverview(context)),
    imports: importHandlers(createImports(context, { startJob, refresh })),
    exports: exportHandlers(createExports(context, { startJob })),
    releases: releaseHandlers(createReleases(context, { startJob })),
    history: historyHandlers(
      createHistory(context, {
        whenWritable: () => jobs.whenWritable(),
        changed: (seq, touched) => emit({ event: 'changed', payload: { seq, touched } }),
      }),
    ),
  } as unknown as UntypedHandlers

  return {
    project,
    context,
    handlers,
    runCommand: (method, work) => {
      const { result, seq, touched } = context.journal.record(method, context.personId, context.now(), work)
      if (seq !== null) emit({ event: 'changed', payload: { seq, touched } })
      return result
    },
  }
}
