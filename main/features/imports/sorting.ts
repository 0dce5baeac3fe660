import { posix } from 'node:path'
import { createFileSet } from './files/fileSet.ts'
import { probeOf } from './files/probe.ts'
import { isRoundtripFile } from './files/roundtripFile.ts'
import type { SetFile } from './files/setFile.ts'
import { Unreadable } from './files/unreadable.ts'
import type { Tree } from './files.ts'
import { reasonFor } from './files.ts'
import type {
  AnnotationFormat,
  ArticleFormat,
  ContainerFormat,
  FileSet,
  ImportFormat,
  Notice,
  Probe,
  ReadContext,
  ReferenceFormat,
  WholeFormat,
} from './formats/format.ts'
import { recogniseBinary } from './reading/binary.ts'

/** Below this a format is a guess and the file is named instead. */
const leastScore = 0.1

/** Archives in archives in archives are followed, and no further. */
const deepestNesting = 3

/** Bytes of the archives in archives that are opened for one tree; each stays in memory while its files are read. */
const mostNested = 256 << 20

/** Lines about single records of one archive. */
const mostTold = 200

export interface SortedArticle {
  readonly file: SetFile
  readonly format: ArticleFormat
  readonly why: string
}

export interface SortedSet {
  readonly format: AnnotationFormat | ReferenceFormat | WholeFormat
  readonly set: FileSet
  readonly why: string
}

/** Files sorted out by what they are. */
export interface Sorted {
  readonly articles: SortedArticle[]
  readonly sets: SortedSet[]
  readonly left: { readonly name: string; readonly reason: Notice }[]
}

interface Options {
  readonly formats: readonly ImportFormat[]
  /** Id of the format everything is read as that could be it at all. */
  readonly forced?: string | undefined
  context(format: ImportFormat): ReadContext
  stopIfCancelled(): void
  seen(file: SetFile): void
}

/** Keeps nothing of the probe: a folder may have 200,000 files. */
interface Recognised {
  readonly file: SetFile
  readonly format: ImportFormat
  readonly score: number
  readonly why: string
  /** Paths of the tree that belong to this file; folders end with `/`. */
  readonly companions: readonly string[]
}

const unknown = (file: SetFile, probe: Probe): Notice => {
  const binary = recogniseBinary(probe.bytes)
  if (binary) return binary
  const what = probe.xmlRoot
    ? `XML <${probe.xmlRoot.name}>`
    : probe.json.length > 0
      ? 'JSON'
      : probe.text === ''
        ? 'binary data'
        : `text (${posix.extname(file.name) || file.name})`
  return {
    code: 'import.unknown',
    message: `${file.path}: this is ${what} of no format that is known here. It was left out; nothing was guessed.`,
    params: { what },
  }
}

const best = (file: SetFile, probe: Probe, { formats, forced }: Options): Recognised | null => {
  let found: Omit<Recognised, 'companions'> | null = null
  for (const format of formats) {
    if (forced !== undefined && format.id !== forced && format.kind !== 'container') continue
    const recognition = format.recognise(probe)
    const extension = posix.extname(file.name).slice(1).toLowerCase()
    const asked =
      format.id === forced && (format.extensions.length === 0 || format.extensions.includes(extension))
        ? { score: 1, why: 'you said so' }
        : null
    const it = recognition ?? asked
    if (it && it.score >= leastScore && it.score > (found?.score ?? 0)) found = { file, format, ...it }
  }
  return found && { ...found, companions: companionsOf(found, probe) }
}

const companionsOf = ({ file, format }: Pick<Recognised, 'file' | 'format'>, probe: Probe): string[] => {
  if (!('companions' in format) || !format.companions) return []
  const folder = posix.dirname(file.path)
  return [...format.companions(probe)].map((name) => (folder === '.' ? name : `${folder}/${name}`))
}

const siblingsOf = (files: readonly SetFile[]): Map<string, Set<string>> => {
  const result = new Map<string, Set<string>>()
  const add = (folder: string, name: string): void => {
    const known = result.get(folder)
    if (known) known.add(name)
    else result.set(folder, new Set([name]))
  }
  for (const { path } of files) {
    let [folder, name] = [posix.dirname(path), posix.basename(path)]
    add(folder, name)
    // Folders are neighbours too.
    while (folder !== '.' && folder !== '/' && folder !== '') {
      ;[folder, name] = [posix.dirname(folder), posix.basename(folder)]
      if (result.get(folder)?.has(name)) break
      add(folder, name)
    }
  }
  return result
}

/** Paths that belong to another file of the tree and are nothing of their own; folders end with `/`. */
const claimedBy = (recognised: readonly Recognised[]): Map<string, Recognised> => {
  const claims = new Map<string, Recognised>()
  for (const it of recognised) for (const path of it.companions) claims.set(path, it)
  return claims
}

const isClaimed = (path: string, claims: ReadonlyMap<string, Recognised>): Recognised | undefined => {
  const own = claims.get(path)
  if (own) return own
  for (let folder = posix.dirname(path); folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) {
    const found = claims.get(`${folder}/`)
    if (found) return found
  }
  return undefined
}

/**
 * Sorts the files of a tree out by their content: articles to read, sets of annotated data (all files of one format in
 * the tree are one set), references; archives are opened and sorted alike. What is of no known format is named.
 */
export const sortTree = async (
  tree: Tree,
  options: Options,
  depth = 0,
  budget = { bytes: mostNested },
): Promise<Sorted> => {
  const sorted: Sorted = { articles: [], sets: [], left: [...tree.unreadable] }
  const neighbours = siblingsOf(tree.files)
  const recognised: Recognised[] = []
  const unknowns: Sorted['left'] = []
  for (const file of tree.files) {
    // It goes along with the file it stands beside.
    if (isRoundtripFile(file)) continue
    options.stopIfCancelled()
    options.seen(file)
    try {
      const probe = probeOf(file, neighbours.get(posix.dirname(file.path))!)
      const found = best(file, probe, options)
      if (found) recognised.push(found)
      else unknowns.push({ name: file.path, reason: unknown(file, probe) })
    } catch (thrown) {
      sorted.left.push({ name: file.path, reason: reasonFor(thrown) })
    }
  }
  // The surest files speak first: what they claim claims nothing itself.
  const claims = claimedBy(recognised.toSorted((a, b) => b.score - a.score))
  const free = recognised.filter((it) => {
    const owner = isClaimed(it.file.path, claims)
    return (
      !owner ||
      owner === it ||
      (it.format.id === owner.format.id && it.format.kind === 'annotations' && it.score >= owner.score)
    )
  })
  sorted.left.push(...unknowns.filter((it) => !isClaimed(it.name, claims)))

  const sets = new Map<string, Recognised[]>()
  for (const it of free) {
    const { format, file, why } = it
    if (format.kind === 'articles') sorted.articles.push({ file, format, why })
    else if (format.kind === 'container') await openContainer(format, file, sorted, options, depth, budget)
    else {
      // Formats that keep a whole dataset in one file make one set of each.
      const key =
        format.kind !== 'annotations' || format.oneFileIsASet ? `${format.id} ${file.path}` : format.id
      const known = sets.get(key)
      if (known) known.push(it)
      else sets.set(key, [it])
    }
  }
  for (const members of sets.values()) {
    const [{ format, why }] = members as [Recognised]
    if (format.kind === 'articles' || format.kind === 'container') continue
    const files = members.map((it) => it.file)
    const name = files.length === 1 ? files[0]!.path : tree.name
    sorted.sets.push({ format, set: createFileSet(name, files, tree.files), why })
  }
  return sorted
}

const withOrigin = ({ origin }: SetFile, member: SetFile): SetFile =>
  origin
    ? {
        ...member,
        origin: { path: origin.path, inside: [...origin.inside, member.path], shown: member.path },
      }
    : member

const openContainer = async (
  format: ContainerFormat,
  file: SetFile,
  into: Sorted,
  options: Options,
  depth: number,
  budget: { bytes: number },
): Promise<void> => {
  if (depth >= deepestNesting) {
    const message = `${file.path} lies more than ${deepestNesting} archives deep and was not opened.`
    into.left.push({
      name: file.path,
      reason: { code: 'import.nested', message, params: { deepest: deepestNesting } },
    })
    return
  }
  let told = 0
  const problem: ReadContext['problem'] = (member, place, reason) => {
    told += 1
    const name = place === '' ? member.path : `${member.path}: ${place}`
    if (told <= mostTold) into.left.push({ name, reason })
  }
  try {
    if (depth > 0) budget.bytes -= file.size
    if (budget.bytes < 0)
      throw new Unreadable(
        'import.zip_bomb',
        `${file.path}: the archives it lies in hold more than ${mostNested >> 20} MB of archives. It was not unpacked.`,
      )
    const files: SetFile[] = []
    for await (const member of format.open(file, { ...options.context(format), problem }))
      files.push(withOrigin(file, member))
    if (files.length + told === 0)
      throw new Unreadable('import.empty', `${file.path}: there is nothing in it to read. Leave it out.`)
    const inner = await sortTree({ name: file.name, files, unreadable: [] }, options, depth + 1, budget)
    into.articles.push(...inner.articles)
    into.sets.push(...inner.sets)
    into.left.push(...inner.left)
  } catch (thrown) {
    if (thrown instanceof Unreadable) into.left.push({ name: file.path, reason: thrown.notice })
    else throw thrown
  }
}
