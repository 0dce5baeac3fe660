import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))

/** Real files of others, outside the repository; undefined where they are missing. */
export function realFolder(
  name: 'readability' | 'encodings/cpython' | 'documents' | 'articles',
): string | undefined {
  const base = name === 'articles' ? shared : `${process.env.LIGATURE_INTEROP ?? `${shared}interop`}/`
  const path = `${base}${name}/`
  return existsSync(path) ? path : undefined
}
