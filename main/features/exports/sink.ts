import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { open as openAsync } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { ExportFormatInfo, ExportLoss } from '../../../shared/contract/exports.ts'
import { LigatureError } from '../../core/errors.ts'
import type { ExportSink, Misplaced } from './format.ts'

/** UTF-16 units gathered before they are encoded and written. */
const bufferUnits = 1 << 17

/** Examples of losses are cut to this many characters. */
const exampleLength = 200

export interface Target {
  readonly path: string
  readonly shape: ExportFormatInfo['shape']
  readonly overwrite: boolean
  /** The open project, which no export may replace. */
  readonly projectPath: string
}

export interface FinishedFile {
  readonly name: string
  readonly byteLength: number
}

/** What could not be held, by message key. */
export type Losses = Map<string, { count: number; example: string }>

export interface Output extends ExportSink {
  /** Where the files are until they are finished, by their names; for who reads them again before. */
  readonly folder: string
  readonly losses: Losses
  /** By uid, mentions that do not stand where they stand in the article. */
  readonly misplaced: ReadonlyMap<string, Misplaced>
  /** Makes everything durable and gives it its name. Rejects as `openOutput` throws. */
  finish(): Promise<FinishedFile[]>
  /** Takes away whatever was written; the target stays as it was. */
  abandon(): void
}

/** Says what the file system refused, where, and what to do about it. */
const explained = (thrown: unknown, path: string): unknown => {
  const system = (thrown as { code?: unknown }).code
  if (thrown instanceof LigatureError || typeof system !== 'string') return thrown
  const details = { path, system }
  if (system === 'ENOSPC' || system === 'EDQUOT') {
    const sentence = 'The disk is full. Free some space or choose another place; nothing was changed there.'
    return new LigatureError('disk_full', `${path}: ${sentence}`, details)
  }
  if (system === 'ENOENT' || system === 'ENOTDIR') {
    return new LigatureError(
      'io',
      `${dirname(path)}: there is no such folder. Choose another place.`,
      details,
    )
  }
  return new LigatureError(
    'io',
    `${path} cannot be written (${system}). Choose another place or name.`,
    details,
  )
}

const sameFile = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((it) => statSync(it, { throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}

/** @throws LigatureError invalid_input · not_allowed · conflict, before anything is written. */
const assertTarget = ({ path, shape, overwrite, projectPath }: Target): void => {
  if (!isAbsolute(path))
    throw new LigatureError('invalid_input', `${path} is not an absolute path.`, { path })
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    if (resolve(path) === resolve(projectPath + suffix) || sameFile(path, projectPath + suffix)) {
      throw new LigatureError('not_allowed', `${path} is the open project. Choose another name.`, { path })
    }
  }
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!overwrite) {
    throw new LigatureError(
      'conflict',
      `${path} exists already. Choose another name or allow replacing it.`,
      { path },
    )
  }
  if (found.isDirectory() !== (shape === 'folder')) {
    const is = found.isDirectory()
      ? 'a folder, and this format writes a file'
      : 'a file, and this format writes a folder'
    throw new LigatureError('conflict', `${path} is ${is}. Choose another name.`, { path })
  }
}

/** A folder is only replaced when it holds nothing but files of these names: an export, not somebody's documents. */
const assertReplaceable = (folder: string, names: readonly string[]): void => {
  const own = new Set(names.flatMap((it) => [it, it.split('/')[0]!]))
  const foreign = readdirSync(folder).find((it) => !own.has(it))
  if (foreign !== undefined) {
    throw new LigatureError(
      'conflict',
      `${folder} holds other files too (${foreign}) and was not replaced. Choose another name.`,
      { path: folder, foreign },
    )
  }
}

interface OpenFile {
  readonly name: string
  /** Text or bytes; a file is written with one of them. */
  write(piece: string | Uint8Array): void
  end(): FinishedFile
  drop(): void
}

const openFile = (folder: string, name: string, told: string, beforeFlush: () => void): OpenFile => {
  const path = join(folder, name)
  if (dirname(name) !== '.') mkdirSync(dirname(path), { recursive: true })
  const handle = openSync(path, 'wx')
  let open = true
  let parts: string[] = []
  let units = 0
  let byteLength = 0
  let finished: FinishedFile | null = null
  const put = (bytes: Uint8Array): void => {
    beforeFlush()
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at)
    } catch (thrown) {
      throw explained(thrown, told)
    }
    byteLength += bytes.length
  }
  const flush = (): void => {
    put(Buffer.from(parts.join(''), 'utf8'))
    parts = []
    units = 0
  }
  const close = (): void => {
    if (open) closeSync(handle)
    open = false
  }
  return {
    name,
    write: (piece) => {
      if (typeof piece !== 'string') {
        put(piece)
        return
      }
      parts.push(piece)
      units += piece.length
      if (units >= bufferUnits) flush()
    },
    end: () => {
      if (finished) return finished
      flush()
      close()
      finished = { name, byteLength }
      return finished
    },
    drop: close,
  }
}

/** Files on their way to the disk at one time; many small ones share its journal's commits, one by one each waits for its own. */
const syncedAtOnce = 64

const syncAll = async (folder: string, names: readonly string[]): Promise<void> => {
  const waiting = [...names]
  const syncNext = async (): Promise<void> => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const file = await openAsync(join(folder, name))
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    }
  }
  await Promise.all(Array.from({ length: syncedAtOnce }, syncNext))
}

/**
 * Files under a temporary folder beside the target, which becomes the target when all is written: a reader sees the
 * old dataset or the new one and never half of one.
 * @throws LigatureError invalid_input · not_allowed · conflict · io · disk_full
 */
export const openOutput = (target: Target, stopIfCancelled: () => void): Output => {
  const { path, shape } = target
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.partial`)
  try {
    assertTarget(target)
    mkdirSync(temporary)
  } catch (thrown) {
    throw explained(thrown, path)
  }
  // Of a file that is done only name and length stay: there may be 200,000 of them.
  const files: (OpenFile | FinishedFile)[] = []
  const places = new Map<OpenFile, number>()
  const finished = (file: OpenFile): FinishedFile => {
    const done = file.end()
    files[places.get(file)!] = done
    places.delete(file)
    return done
  }
  const losses: Losses = new Map()
  const misplaced = new Map<string, Misplaced>()

  const open = (name: string): OpenFile => {
    try {
      const file = openFile(temporary, name, path, stopIfCancelled)
      places.set(file, files.push(file) - 1)
      return file
    } catch (thrown) {
      throw explained(thrown, path)
    }
  }

  const putInPlace = (): void => {
    assertTarget(target)
    if (shape === 'file') {
      renameSync(join(temporary, files[0]!.name), path)
      rmSync(temporary, { recursive: true })
      return
    }
    if (!existsSync(path)) {
      renameSync(temporary, path)
      return
    }
    assertReplaceable(
      path,
      files.map((it) => it.name),
    )
    const aside = `${temporary}.old`
    renameSync(path, aside)
    try {
      renameSync(temporary, path)
    } catch (thrown) {
      renameSync(aside, path)
      throw thrown
    }
    rmSync(aside, { recursive: true, force: true })
  }

  return {
    folder: temporary,
    losses,
    misplaced,
    file: open,
    bytes: open,
    done: (file) => {
      if (places.has(file as OpenFile)) finished(file as OpenFile)
    },
    lose: losing(losses, misplaced),
    finish: async () => {
      try {
        for (const file of [...places.keys()]) finished(file)
        const written = files as FinishedFile[]
        await syncAll(
          temporary,
          written.map((it) => it.name),
        )
        stopIfCancelled()
        putInPlace()
        return shape === 'file' ? written.map((it) => ({ ...it, name: basename(path) })) : written
      } catch (thrown) {
        throw explained(thrown, path)
      }
    },
    abandon: () => {
      for (const file of places.keys()) file.drop()
      rmSync(temporary, { recursive: true, force: true })
    },
  }
}

/** Takes everything and keeps nothing but what could not be held. */
export const openNowhere = (stopIfCancelled: () => void): ExportSink & { readonly losses: Losses } => {
  const losses: Losses = new Map()
  const open = () => ({ write: stopIfCancelled })
  return { losses, file: open, bytes: open, done: () => {}, lose: losing(losses) }
}

const losing =
  (losses: Losses, misplaced = new Map<string, Misplaced>()): ExportSink['lose'] =>
  (what, example, mention) => {
    if (mention !== undefined) misplaced.set(mention.uid, mention)
    const known = losses.get(what)
    if (known) known.count += 1
    else losses.set(what, { count: 1, example: shortened(example) })
  }

export const shortened = (example: string): string =>
  example.length > exampleLength ? `${example.slice(0, exampleLength).toWellFormed()}…` : example

/** Losses as the report lists them: most frequent first. */
export const lossList = (losses: Losses): ExportLoss[] =>
  [...losses]
    .map(([what, { count, example }]) => ({ what, count, example: shortened(example) }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
