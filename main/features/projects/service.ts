import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, extname, isAbsolute, join, resolve } from 'node:path'
import { v7 as newUid } from 'uuid'
import type { ProjectInfo } from '../../../shared/contract/projects.ts'
import type { UiLanguage } from '../../../shared/messages/define.ts'
import type { ProjectContext } from '../../core/context.ts'
import { LigatureError } from '../../core/errors.ts'
import type { Jobs } from '../../core/jobs.ts'
import { openProjectFile, openToRead, type ProjectFile } from '../../db/index.ts'
import { createTextStore } from '../articles/index.ts'
import { seedSchema } from '../schema/index.ts'
import type { Settings } from '../settings/index.ts'
import { createProjectRepository } from './repository.ts'

/** A project file that is open, with what its services need. */
export interface OpenProject {
  readonly path: string
  readonly file: ProjectFile
  readonly context: Omit<ProjectContext, 'db' | 'journal'>
}

interface Recent {
  path: string
  name: string
  openedAt: string
}

export interface ProjectsOptions {
  dataFolder: string
  sampleFolder: string
  personName: string
  settings: Settings
  jobs: Jobs
  current(): OpenProject | null
  /** Opens what `open` returns, then closes what was open; null leaves nothing open. */
  swap(open: (() => OpenProject) | null): Promise<void>
  /** Brings what fills a new sample project with the shipped corpus. */
  loadSample(): Promise<(project: OpenProject, sampleFolder: string) => void>
}

const extension = '.ligature'
const recentKept = 12

/** A file name from a project's name: what no file system minds. */
const fileNameOf = (name: string): string => {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return `${plain.slice(0, 100) || 'project'}${extension}`
}

const withExtension = (path: string): string =>
  extname(path).toLowerCase() === extension ? path : path + extension

const sameFile = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((it) => statSync(it, { throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}

export const createProjects = (options: ProjectsOptions) => {
  const { dataFolder, settings, current, swap } = options
  const samplePath = join(dataFolder, `sample${extension}`)
  const projectsFolder = join(dataFolder, 'projects')

  const absolute = (path: string): string => {
    if (!isAbsolute(path)) {
      throw new LigatureError('invalid_input', `"${path}" is no absolute path.`, { path })
    }
    return resolve(path)
  }

  const recents = (): Recent[] => {
    const kept = settings.get('app').recentProjects
    return Array.isArray(kept) ? (kept as unknown as Recent[]) : []
  }
  const remember = (path: string, name: string): void => {
    const others = recents().filter((it) => it.path !== path)
    const list = [{ path, name, openedAt: new Date().toISOString() }, ...others].slice(0, recentKept)
    settings.set('app', 'recentProjects', list as never)
  }

  const open = (path: string, create?: { name: string; language: UiLanguage }): OpenProject => {
    if (create) mkdirSync(dirname(path), { recursive: true })
    const file = openProjectFile(path, {
      lockFolder: join(dataFolder, 'locks'),
      holder: `${options.personName} on ${hostname()} (process ${process.pid})`,
      ...(create ? { create: true } : {}),
    })
    try {
      const repository = createProjectRepository(file.db)
      const now = (): string => new Date().toISOString()
      file.db.transaction(() => {
        if (create) {
          repository.create({ uid: newUid(), name: create.name, madeAt: now() })
          seedSchema({ db: file.db, newUid }, create.language)
        }
      })
      createTextStore(file.db).sweep()
      return { path, file, context: { personId: repository.person(options.personName, newUid), now, newUid } }
    } catch (error) {
      file.close()
      throw error
    }
  }

  const removeFile = (path: string): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
  }

  /** Makes a project beside its place and moves it there when it is complete, so that a crash leaves no half one. */
  const make = (
    path: string,
    create: { name: string; language: UiLanguage },
    fill: (project: OpenProject) => void = () => {},
  ): OpenProject => {
    const unfinished = `${path}.new`
    removeFile(unfinished)
    try {
      const project = open(unfinished, create)
      try {
        fill(project)
      } finally {
        project.file.close()
      }
      removeFile(path)
      renameSync(unfinished, path)
    } catch (error) {
      removeFile(unfinished)
      throw error
    }
    return open(path)
  }

  /** @throws project.locked when another process has the project open; a damaged one belongs to nobody. */
  const assertNobodyHas = (path: string): void => {
    try {
      open(path).file.close()
    } catch (error) {
      if (error instanceof LigatureError && error.code === 'project.locked') throw error
    }
  }

  const info = (project: OpenProject): ProjectInfo => {
    const repository = createProjectRepository(project.file.db)
    return {
      ...repository.read(),
      path: project.path,
      isSample: project.path === samplePath,
      readOnly: false,
      byteLength: repository.byteLength(),
      articles: repository.articles(),
    }
  }

  const switchTo = async (prepare: () => OpenProject, recently = true): Promise<ProjectInfo> => {
    await swap(prepare)
    const opened = info(current()!)
    if (recently) remember(opened.path, opened.name)
    return opened
  }

  const needed = (): OpenProject => {
    const project = current()
    if (!project) throw new LigatureError('no_project', 'No project is open.')
    return project
  }

  const isOpen = (path: string): boolean => {
    const project = current()
    return project !== null && sameFile(path, project.path)
  }

  const freePath = (name: string): string => {
    const path = join(projectsFolder, fileNameOf(name))
    for (let n = 2; ; n++) {
      const candidate = n === 2 && !existsSync(path) ? path : join(projectsFolder, fileNameOf(`${name} ${n}`))
      if (!existsSync(candidate)) return candidate
    }
  }

  return {
    current: (): ProjectInfo | null => {
      const project = current()
      return project ? info(project) : null
    },
    recent: () => recents().map((it) => ({ ...it, missing: !existsSync(it.path) })),
    create: async (
      name: string,
      language: UiLanguage,
      given: string | undefined,
      recently: boolean,
    ): Promise<ProjectInfo> => {
      const path = given === undefined ? freePath(name) : withExtension(absolute(given))
      if (existsSync(path)) {
        throw new LigatureError('project.exists', `${path} exists already. Choose another name.`, { path })
      }
      return switchTo(() => make(path, { name, language }), recently)
    },
    open: async (given: string, recently: boolean): Promise<ProjectInfo> => {
      const path = absolute(given)
      const project = current()
      return project?.path === path ? info(project) : switchTo(() => open(path), recently)
    },
    openSample: async (reset: boolean): Promise<ProjectInfo> => {
      const project = current()
      if (project?.path === samplePath) {
        if (!reset) return info(project)
        await swap(null)
      }
      if (existsSync(samplePath) && !reset) return switchTo(() => open(samplePath))
      const fill = await options.loadSample()
      return switchTo(() => {
        if (existsSync(samplePath)) assertNobodyHas(samplePath)
        return make(samplePath, { name: 'Sample', language: 'en' }, (it) => fill(it, options.sampleFolder))
      })
    },
    saveCopy: async (given: string, from: string | undefined): Promise<{ path: string }> => {
      const path = withExtension(absolute(given))
      if (existsSync(path)) {
        throw new LigatureError('project.exists', `${path} exists already. Choose another name.`, { path })
      }
      const other = from === undefined || isOpen(absolute(from)) ? null : openToRead(absolute(from))
      try {
        await (other ?? needed().file.db).backup(path)
      } catch (error) {
        rmSync(path, { force: true })
        throw error
      } finally {
        other?.close()
      }
      return { path }
    },
    close: () => swap(null),
    forget: (path: string): void =>
      settings.set('app', 'recentProjects', recents().filter((it) => it.path !== path) as never),
    update: (patch: { name?: string; note?: string }): void => {
      createProjectRepository(needed().file.db).update(patch)
      if (patch.name !== undefined) remember(needed().path, patch.name)
    },
    startCheck: (given: string | undefined): string => {
      const path = given === undefined ? undefined : absolute(given)
      const kind = 'projects.check'
      if (path !== undefined && !isOpen(path))
        return options.jobs.start({ kind, input: { path }, projectPath: null, personId: 1 })
      const { path: projectPath, context } = needed()
      return options.jobs.start({ kind, input: {}, projectPath, personId: context.personId })
    },
  }
}
export type Projects = ReturnType<typeof createProjects>
