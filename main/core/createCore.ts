import type { CoreEvent } from '../../shared/contract/events.ts'
import { contract } from '../../shared/contract/index.ts'
import { loadReading } from '../features/imports/index.ts'
import { createProjects, type OpenProject, projectHandlers } from '../features/projects/index.ts'
import { createSettings, settingsHandlers } from '../features/settings/index.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { LigatureError } from './errors.ts'
import type { UntypedHandlers } from './handlers.ts'
import { createJobs } from './jobs.ts'
import { createSession, type Session } from './session.ts'

export interface CoreOptions {
  /** Where settings, locks, the sample project and new projects live. */
  dataFolder: string
  /** The sample corpus as shipped: `assets/sample`. */
  sampleFolder: string
  /** Entry of the worker that runs one job (`main/shell/worker/jobWorker`). */
  jobWorkerUrl: URL
  /** Who works here, for provenance; the system's user name as a rule. */
  personName: string
  /** Told after every commit and at every step of a job. */
  emit(event: CoreEvent): void
}

export interface Core {
  readonly dispatch: Dispatch
  /** Stops jobs, folds the log back and closes the project; the core is of no use afterwards. */
  close(): Promise<void>
}

/** The composition root: everything is put together here and nowhere else. */
export const createCore = (options: CoreOptions): Core => {
  let session: Session | null = null
  const { emit } = options
  const jobs = createJobs(options.jobWorkerUrl, emit)
  const settings = createSettings({
    folder: options.dataFolder,
    project: () => session?.context.db ?? null,
    changed: () => emit({ event: 'refreshed', payload: { what: ['setting'] } }),
  })

  const projects = createProjects({
    dataFolder: options.dataFolder,
    sampleFolder: options.sampleFolder,
    personName: options.personName,
    settings,
    jobs,
    current: () => session?.project ?? null,
    loadSample: async () => {
      const [{ fillSample }, reading] = await Promise.all([
        import('../features/sample/index.ts'),
        loadReading(),
      ])
      return ({ context, file }, folder) =>
        fillSample({ ...context, db: file.db, journal: file.journal }, folder, reading)
    },
    // What cannot be opened leaves the open project as it is.
    swap: async (open: (() => OpenProject) | null) => {
      const next = open && createSession(open(), { jobs, emit })
      await jobs.stopAll()
      const previous = session
      session = next
      try {
        previous?.project.file.close()
      } finally {
        emit({ event: 'refreshed', payload: { what: ['projects', 'history', 'import_draft', 'setting'] } })
      }
    },
  })

  const always = {
    projects: projectHandlers(projects),
    settings: settingsHandlers(settings),
    jobs: {
      list: () => jobs.list(),
      cancel: ({ jobId }: { jobId: string }) => {
        jobs.cancel(jobId)
        return {}
      },
    },
  } as unknown as UntypedHandlers

  const dispatch = createDispatch({
    contract,
    handlers: () => (session ? { ...always, ...session.handlers } : always),
    runCommand: (method, work) => {
      if (!session) throw new LigatureError('no_project', 'No project is open.', { method })
      return session.runCommand(method, work)
    },
    whenWritable: () => jobs.whenWritable(),
  })

  return {
    dispatch,
    close: async () => {
      await jobs.stopAll()
      session?.project.file.close()
      session = null
    },
  }
}
