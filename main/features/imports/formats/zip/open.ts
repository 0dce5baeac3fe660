import type { SetFile } from '../../files/setFile.ts'
import { zipFiles } from '../../files/zip.ts'

/** What archivers and systems add for themselves. */
const isOfSystem = (path: string): boolean =>
  path
    .split('/')
    .some((it) => it.startsWith('.') || it === '__MACOSX' || it === 'Thumbs.db' || it === 'desktop.ini')

/** @throws Unreadable `import.zip` · `import.zip_bomb` · `import.encrypted` */
export const openZip = (file: SetFile): SetFile[] =>
  zipFiles(file).filter((it) => it.size > 0 && !isOfSystem(it.path.slice(file.path.length + 1)))
