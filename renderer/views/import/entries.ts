import type { FoundFile } from '../../state/overlays.ts'

const isNoise = (name: string): boolean =>
  name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini'

/**
 * Which of the paths of a folder are worth reading: hidden files stay out, and so does the folder of pictures and
 * scripts that a browser saves beside a page.
 */
export const worthReading = (paths: readonly string[]): string[] => {
  const known = new Set(paths)
  const besidePage = (folder: string): boolean => {
    const page = /^(.*)_(?:files|Dateien|文件)$/.exec(folder)?.[1]
    return page !== undefined && ['.html', '.htm'].some((it) => known.has(page + it))
  }
  return paths.filter((path) => {
    const parts = path.split('/')
    if (parts.some(isNoise)) return false
    return !parts.slice(0, -1).some((_, index) => besidePage(parts.slice(0, index + 1).join('/')))
  })
}

const readAll = async (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => {
  const entries: FileSystemEntry[] = []
  for (;;) {
    // A reader gives a hundred entries at a time and an empty list at the end.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return entries
    entries.push(...batch)
  }
}

async function* walk(entry: FileSystemEntry, path: string): AsyncGenerator<FoundFile> {
  if (isNoise(entry.name)) return
  if (entry.isFile) {
    yield {
      file: await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      ),
      path,
    }
    return
  }
  for (const it of await readAll((entry as FileSystemDirectoryEntry).createReader()))
    yield* walk(it, `${path}/${it.name}`)
}

/** A file that came without a folder. */
export const alone = (file: File): FoundFile => ({ file, path: file.name })

/**
 * The files of a drop, folders included. Where the shell knows real paths a folder is taken as it is, and the core
 * walks it. Must be called within the drop event: its items are gone afterwards.
 */
export const droppedFiles = async (data: DataTransfer, walksFolders: boolean): Promise<FoundFile[]> => {
  const items = [...data.items].filter((it) => it.kind === 'file')
  if (walksFolders)
    return items
      .map((it) => it.getAsFile())
      .filter((it) => it !== null)
      .map(alone)
  const entries = items.map((it) => ({ entry: it.webkitGetAsEntry(), file: it.getAsFile() }))
  const found: FoundFile[] = []
  for (const { entry, file } of entries) {
    if (!entry) {
      if (file) found.push(alone(file))
      continue
    }
    for await (const it of walk(entry, entry.name)) found.push(it)
  }
  const kept = new Set(worthReading(found.map((it) => it.path)))
  return found.filter((it) => kept.has(it.path))
}
