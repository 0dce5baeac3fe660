import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { ImportItem, Notice } from '../../../shared/contract/imports.ts'
import { toFailure } from '../../core/errors.ts'
import { defaultMaxBytes } from './reading/limits.ts'

/** A file or pasted text to read; `bytes` throws what the file system says. */
export interface Incoming {
  name: string
  mediaType?: string
  bytes(): Uint8Array
}

/** Folders deeper than this are not followed; a person has none, a loop of links has. */
const maxDepth = 32

/** What lies beside articles in any folder and is none: never a line in the result. */
const ignored = (entry: Dirent): boolean =>
  entry.name.startsWith('.') ||
  entry.name === 'Thumbs.db' ||
  entry.name === 'desktop.ini' ||
  entry.isSymbolicLink()

class TooLarge extends Error {
  readonly notice: Notice
  constructor(name: string, megabytes: number) {
    const limit = defaultMaxBytes / 1_048_576
    super(`${name} has ${megabytes} MB; the limit is ${limit} MB. Split it into articles first.`)
    this.notice = { code: 'import.too_large', message: this.message, params: { megabytes, limit } }
  }
}

const fromFile = (path: string, name: string): Incoming => ({
  name,
  bytes: () => {
    const { size } = statSync(path)
    if (size > defaultMaxBytes) {
      throw new TooLarge(name, Math.round(size / 1_048_576))
    }
    return readFileSync(path)
  },
})

const unreadable = (name: string, thrown: unknown): Incoming => ({
  name,
  bytes: () => {
    throw thrown
  },
})

function* walk(path: string, name: string, depth: number): Generator<Incoming> {
  let entries: Dirent[]
  try {
    if (!statSync(path).isDirectory()) {
      yield fromFile(path, name)
      return
    }
    entries = readdirSync(path, { withFileTypes: true }).filter((it) => !ignored(it))
  } catch (error) {
    yield unreadable(name, error)
    return
  }
  if (depth >= maxDepth) return
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const names = new Set(entries.map((it) => it.name))
  for (const entry of entries) {
    // A saved page brings a folder of its pictures and scripts along; the page is the article.
    const page = /^(.*)_(?:files|Dateien|文件)$/.exec(entry.name)?.[1]
    if (entry.isDirectory() && page && ['.html', '.htm'].some((it) => names.has(page + it))) continue
    yield* walk(join(path, entry.name), entry.name, depth + 1)
  }
}

/** All files behind the items: folders are walked in natural order, hidden files and links left alone. */
export function* incomingFiles(items: readonly ImportItem[]): Generator<Incoming> {
  for (const item of items) {
    if ('text' in item) {
      yield {
        name: item.name,
        bytes: () => new TextEncoder().encode(item.text),
        ...(extname(item.name) ? {} : { mediaType: 'text/plain' }),
      }
    } else yield* walk(item.path, item.name ?? basename(item.path), 0)
  }
}

/** Why a file could not be opened, for the result list. */
export const reasonFor = (thrown: unknown): Notice => {
  if (thrown instanceof TooLarge) return thrown.notice
  const { code, message } = toFailure(thrown)
  return { code: `import.${code}`, message, params: { message } }
}
