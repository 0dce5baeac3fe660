import { type Dirent, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { ImportItem, Notice } from '../../../shared/contract/imports.ts'
import { toFailure } from '../../core/errors.ts'
import { diskFile, memoryFile, type SetFile } from './files/setFile.ts'
import { Unreadable } from './files/unreadable.ts'

/** What came in together: a folder with all below it, or single files of one folder. */
export interface Tree {
  readonly name: string
  readonly files: readonly SetFile[]
  /** Files and folders that could not be opened. */
  readonly unreadable: readonly { readonly name: string; readonly reason: Notice }[]
}

/** Folders deeper than this are not followed; a person has none, a loop of links has. */
const maxDepth = 32

/** What lies beside articles in any folder and is none: never a line in the result. */
const ignored = (entry: Dirent): boolean =>
  entry.name.startsWith('.') ||
  entry.name === 'Thumbs.db' ||
  entry.name === 'desktop.ini' ||
  entry.isSymbolicLink()

/** Why a file could not be opened, for the result list. */
export const reasonFor = (thrown: unknown): Notice => {
  if (thrown instanceof Unreadable) return thrown.notice
  const { code, message } = toFailure(thrown)
  return { code: code.startsWith('import.') ? code : `import.${code}`, message, params: { message } }
}

interface Growing {
  name: string
  files: SetFile[]
  unreadable: { name: string; reason: Notice }[]
}

const walk = (path: string, shown: string, depth: number, into: Growing): void => {
  try {
    if (!statSync(path).isDirectory()) {
      into.files.push(diskFile(path, shown))
      return
    }
    if (depth >= maxDepth) return
    const entries = readdirSync(path, { withFileTypes: true }).filter((it) => !ignored(it))
    entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    for (const entry of entries) {
      walk(join(path, entry.name), shown === '' ? entry.name : `${shown}/${entry.name}`, depth + 1, into)
    }
  } catch (thrown) {
    into.unreadable.push({ name: shown || basename(path), reason: reasonFor(thrown) })
  }
}

/**
 * Everything behind the items: each folder is a tree, walked in natural order, hidden files and links left alone;
 * single files of one folder are a tree together, so that a file finds what belongs to it.
 */
export const incomingTrees = (items: readonly ImportItem[]): Tree[] => {
  const trees: Growing[] = []
  const byFolder = new Map<string, Growing>()
  const treeOf = (folder: string, name: string): Growing => {
    let tree = byFolder.get(folder)
    if (!tree) {
      tree = { name, files: [], unreadable: [] }
      byFolder.set(folder, tree)
      trees.push(tree)
    }
    return tree
  }
  for (const item of items) {
    if ('text' in item) {
      const tree = treeOf('', 'text')
      // Pasted text is no file of any folder; a name twice is two texts.
      const taken = tree.files.some((it) => it.path === item.name)
      const name = taken ? `${tree.files.length + 1} ${item.name}` : item.name
      const file = memoryFile(name, new TextEncoder().encode(item.text))
      tree.files.push(extname(item.name) ? file : { ...file, mediaType: 'text/plain' })
      continue
    }
    let isFolder = false
    try {
      isFolder = statSync(item.path).isDirectory()
    } catch {
      // Told by `walk`.
    }
    const name = item.name ?? basename(item.path)
    if (isFolder) {
      const tree: Growing = { name, files: [], unreadable: [] }
      trees.push(tree)
      walk(item.path, '', 0, tree)
    } else walk(item.path, name, 0, treeOf(dirname(item.path), basename(dirname(item.path))))
  }
  return trees
}
