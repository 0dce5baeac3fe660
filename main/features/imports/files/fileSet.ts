import { posix } from 'node:path'
import type { FileSet } from '../formats/format.ts'
import type { SetFile } from './setFile.ts'

/** Files of one format that came together; `all` is everything below their root, for configurations and texts. */
export const createFileSet = (name: string, files: readonly SetFile[], all: readonly SetFile[]): FileSet => {
  const byPath = new Map(all.map((it) => [it.path, it]))
  return {
    name,
    files,
    all,
    beside: (file, path) => byPath.get(posix.normalize(posix.join(posix.dirname(file.path), path))) ?? null,
  }
}
