import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import type { ProjectInfo } from '../../../shared/contract/projects.ts'
import type { Call } from './command.ts'
import { type CommandCore, openCore } from './core.ts'

/* Where a command works: on the project itself, or on a copy or an empty project that nobody sees. */

type Work<T> = (core: CommandCore, project: ProjectInfo) => Promise<T>

const extension = '.ligature'

/** The absolute path behind a word of the command line. */
export const pathOf = ({ world }: Pick<Call, 'world'>, word: string): string =>
  resolve(world.startFolder, word)

const withCore = async <T>(
  call: Call,
  folder: string,
  work: (core: CommandCore) => Promise<T>,
): Promise<T> => {
  const core = await openCore(call.world, call.say, folder)
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

/** Runs something in a folder of its own that is gone afterwards. */
export const inTemporaryFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A core without a project. */
export const onNothing = <T>(call: Call, work: (core: CommandCore) => Promise<T>): Promise<T> =>
  inTemporaryFolder((folder) => withCore(call, folder, work))

/** An empty project that is gone afterwards. */
export const onEmpty = <T>(call: Call, work: Work<T>): Promise<T> =>
  inTemporaryFolder((folder) =>
    withCore(call, folder, async (core) => {
      const path = join(folder, `project${extension}`)
      const { language } = call.say
      return work(
        core,
        await core.ask('projects.create', { name: 'Project', language, path, remember: false }),
      )
    }),
  )

/** A copy of a project, which is gone afterwards: the project is only read, also while another program has it open. */
export const onCopy = <T>(call: Call, path: string, work: Work<T>): Promise<T> =>
  inTemporaryFolder((folder) =>
    withCore(call, folder, async (core) => {
      const target = join(folder, `${basename(path, extname(path))}${extension}`)
      const copy = await core.ask('projects.saveCopy', { from: path, path: target })
      core.stopIfAsked()
      const project = await core.ask('projects.open', { path: copy.path, remember: false })
      return work(core, project)
    }),
  )

/** The project itself, locked against others meanwhile. */
export const onProject = <T>(call: Call, path: string, work: Work<T>): Promise<T> =>
  withCore(call, call.world.dataFolder(), async (core) =>
    work(core, await core.ask('projects.open', { path, remember: false })),
  )

/** A new project at the path; it is taken away again where the work does not succeed. */
export const onNew = async <T>(call: Call, path: string, work: Work<T>): Promise<T> => {
  let made: string | null = null
  try {
    return await withCore(call, call.world.dataFolder(), async (core) => {
      const name = basename(path, extension)
      const { language } = call.say
      const project = await core.ask('projects.create', { name, language, path, remember: false })
      made = project.path
      return work(core, project)
    })
  } catch (thrown) {
    if (made !== null) rmSync(made, { force: true })
    throw thrown
  }
}
