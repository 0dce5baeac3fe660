import type { ImportItem } from '@shared/contract/imports.ts'
import { transport } from '../../api/transport.ts'

export interface Brought {
  items: ImportItem[]
  /** Names of files that could not be brought in. */
  failed: string[]
}

/** Files under way at the same time. */
const lanes = 4

/** Makes picked or dropped files reachable for the core, in their order. Stops early, with what there is, on `signal`. */
export const bringFiles = async (
  files: readonly File[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Brought> => {
  const items: (ImportItem | null)[] = files.map(() => null)
  const failed: string[] = []
  let next = 0
  let done = 0
  const lane = async () => {
    while (next < files.length && !signal.aborted) {
      const index = next++
      const file = files[index]!
      try {
        items[index] = { path: await transport.upload(file), name: file.name }
      } catch {
        failed.push(file.name)
      }
      onProgress(++done)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { items: items.filter((it) => it !== null), failed }
}
