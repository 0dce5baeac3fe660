import { createFileSet } from './files/fileSet.ts'
import { probeOf } from './files/probe.ts'
import { diskFile, type Origin, type SetFile } from './files/setFile.ts'
import { Unreadable } from './files/unreadable.ts'
import type { ContainerFormat, FileSet } from './formats/format.ts'
import { importFormats } from './formats/index.ts'
import type { SetRow } from './setRepository.ts'

const containers = importFormats.filter((it): it is ContainerFormat => it.kind === 'container')

const gone = (shown: string): Unreadable =>
  new Unreadable('import.gone', `${shown} is not where it was any more. Import it again.`, { file: shown })

const membersOf = async (file: SetFile): Promise<SetFile[]> => {
  const probe = probeOf(file, new Set([file.name]))
  const found = containers
    .map((format) => ({ format, score: format.recognise(probe)?.score ?? 0 }))
    .reduce((a, b) => (b.score > a.score ? b : a))
  const members: SetFile[] = []
  for await (const member of found.format.open(file, { options: {}, problem: () => {} })) members.push(member)
  return members
}

/** Finds files again that were looked through earlier. @throws Unreadable `import.gone` */
const createOpener = (): ((origin: Origin) => Promise<SetFile>) => {
  const archives = new Map<string, Promise<SetFile[]>>()
  const membersAt = (key: string, file: () => Promise<SetFile>): Promise<SetFile[]> => {
    let members = archives.get(key)
    if (!members) {
      members = file().then(membersOf)
      archives.set(key, members)
    }
    return members
  }
  const open = async ({ path, inside, shown }: Origin): Promise<SetFile> => {
    const name = inside.at(-1)
    if (name === undefined) {
      try {
        return diskFile(path, shown)
      } catch {
        throw gone(shown)
      }
    }
    const outer = inside.slice(0, -1)
    const members = await membersAt(JSON.stringify([path, outer]), () =>
      open({ path, inside: outer, shown: outer.at(-1) ?? rootOf(name, path) }),
    )
    const found = members.find((it) => it.path === name)
    if (!found) throw gone(shown)
    return { ...found, origin: { path, inside, shown } }
  }
  return open
}

/** Members carry the path of their archive in front; it ends with the archive's own name. */
const rootOf = (member: string, path: string): string => {
  const name = path.split(/[\\/]/).at(-1)!
  const at = member.indexOf(`${name}/`)
  return at < 0 ? name : member.slice(0, at + name.length)
}

/** The files of a set that waits, as they are now. @throws Unreadable */
export const openSetFiles = async ({ name, files }: Pick<SetRow, 'name' | 'files'>): Promise<FileSet> => {
  const open = createOpener()
  const all: SetFile[] = []
  for (const origin of files.all) all.push(await open(origin))
  const byPath = new Map(all.map((it) => [it.path, it]))
  return createFileSet(
    name,
    files.own.map((it) => byPath.get(it.shown) ?? failGone(it)),
    all,
  )
}

const failGone = ({ shown }: Origin): never => {
  throw gone(shown)
}
