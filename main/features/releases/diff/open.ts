import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isObject, type JsonObject } from '../../../../shared/model/json.ts'
import { LigatureError } from '../../../core/errors.ts'
import { archiveMembers, DamagedZip, diskFile, type SetFile, unpackMember } from '../../imports/index.ts'
import { baseFile, releaseFile, schemaFile, standoffFile } from '../layout.ts'

/** A release as far as it is compared. */
export interface OpenRelease {
  readonly path: string
  /** Its title and version; the name of its folder for one that does not say. */
  readonly name: string
  /** The annotations, a JSON object per line. */
  readonly data: SetFile
  /** There are no texts in it (`data/standoff.jsonl`). */
  readonly redacted: boolean
  /** Types and rules, for a release whose data does not hold them. */
  readonly schema: JsonObject
  close(): void
}

/** The small files, which are read in one piece; bytes. */
const mostBytes = 64 << 20

const wanted = [baseFile, standoffFile, schemaFile, releaseFile]

const damaged = (path: string, file: string, sentence: string): LigatureError =>
  new LigatureError(
    'import.unreadable',
    `${path}: ${file} ${sentence}. Copy the release again, or make it again from its project.`,
    { release: path, file },
  )

const notOne = (path: string, sentence: string): LigatureError =>
  new LigatureError(
    'import.unreadable',
    `${path} ${sentence}. Choose the folder or the ZIP archive that Ligature wrote as a release (it holds ${baseFile} or ${standoffFile}).`,
    { noRelease: path },
  )

/** The members of a release in an archive: at its top or in its only folder. */
const unpacked = async (path: string, size: number): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-release-'))
  try {
    for (const member of archiveMembers(path, size)) {
      const name = wanted.find((it) => member.name === it || member.name.replace(/^[^/]+\//, '') === it)
      if (name === undefined) continue
      const target = join(folder, basename(name))
      if (existsSync(target)) throw notOne(path, 'holds more than one release')
      await unpackMember(path, member, target)
    }
    return folder
  } catch (thrown) {
    rmSync(folder, { recursive: true, force: true })
    if (thrown instanceof DamagedZip) {
      const sentence = `${path}: ${thrown.message}. Copy the release again, or make it again from its project.`
      throw new LigatureError('import.unreadable', sentence, { release: path, file: basename(path) })
    }
    throw thrown
  }
}

const jsonIn = (path: string, file: string, name: string): JsonObject => {
  if (!existsSync(file)) return {}
  if (statSync(file).size > mostBytes) throw damaged(path, name, 'is far too large')
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isObject(read)) return read
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
  }
  throw damaged(path, name, 'is no JSON object')
}

const nameOf = (release: JsonObject, path: string): string => {
  const text = (key: string): string => (typeof release[key] === 'string' ? release[key].trim() : '')
  const named = [text('title') || text('name'), text('release')].filter((it) => it !== '').join(' ')
  return named || basename(path)
}

/**
 * Opens a release: a folder, or a ZIP archive, of which the few files that are compared are unpacked beside.
 * @throws LigatureError io (there is nothing) · import.unreadable (it is no release, or damaged)
 */
export const openRelease = async (path: string): Promise<OpenRelease> => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat)
    throw new LigatureError('io', `${path}: there is no such file or folder. Choose a release.`, { path })
  const isFolder = stat.isDirectory()
  if (!isFolder && !isZip(path, stat.size)) throw notOne(path, 'is no release')
  const folder = isFolder ? path : await unpacked(path, stat.size)
  const close = (): void => {
    if (!isFolder) rmSync(folder, { recursive: true, force: true })
  }
  const at = (name: string): string => join(folder, isFolder ? name : basename(name))
  try {
    const name = [baseFile, standoffFile].find((it) => statSync(at(it), { throwIfNoEntry: false })?.isFile())
    if (name === undefined) throw notOne(path, 'is no release')
    return {
      path,
      name: nameOf(jsonIn(path, at(releaseFile), releaseFile), path),
      data: diskFile(at(name), name),
      redacted: name === standoffFile,
      schema: jsonIn(path, at(schemaFile), schemaFile),
      close,
    }
  } catch (thrown) {
    close()
    throw thrown
  }
}

const isZip = (path: string, size: number): boolean =>
  size >= 4 && Buffer.from(diskFile(path).head(2)).toString('latin1') === 'PK'
