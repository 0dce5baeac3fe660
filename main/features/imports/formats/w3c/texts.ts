import { posix } from 'node:path'
import type { SetFile } from '../../files/setFile.ts'
import { textOf } from '../../files/text.ts'
import type { FileSet } from '../format.ts'

/** Files whose bytes are the text that positions count in. */
const isText = (path: string): boolean => /\.(txt|text|md)$|(^|\/)[^./]+$/i.test(path)

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/**
 * The file that holds the text of an address: at that relative path, of that name beside the annotations, or (where no
 * address is given) of the annotations' own name. Nothing is fetched.
 */
export const textFileOf = (set: FileSet, file: SetFile, source: string): SetFile | null => {
  const path = decoded(source.replace(/[?#].*$/s, ''))
  const stem = file.name.replace(/\.[^.]*$/, '')
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(path)
  const candidates =
    path === '' ? [`${stem}.txt`] : isAddress ? [posix.basename(path)] : [path, posix.basename(path)]
  for (const it of candidates) {
    if (it === '' || !isText(it)) continue
    const found = set.beside(file, it)
    if (found) return found
  }
  return null
}

/** @throws Unreadable */
export const textIn = (file: SetFile): string => textOf(file)
