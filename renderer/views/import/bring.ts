import type { ImportItem } from '@shared/contract/imports.ts'
import { transport, type Uploaded, type UploadPlace } from '../../api/transport.ts'
import type { FoundFile } from '../../state/overlays.ts'
import { isInFolder, itemsOf } from './items.ts'

export interface Brought {
  items: ImportItem[]
  /** Paths of files that could not be brought in. */
  failed: string[]
}

/** Files under way at the same time. */
const lanes = 4

/**
 * Makes picked or dropped files reachable for the core, in their order. Stops early, with what there is, on `signal`.
 *
 * @param togetherName what files without a folder are called as a whole
 */
export const bringFiles = async (
  files: readonly FoundFile[],
  togetherName: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
  upload: (file: File, place: UploadPlace) => Promise<Uploaded> = transport.upload,
): Promise<Brought> => {
  const brought: ((Uploaded & { path: string }) | null)[] = files.map(() => null)
  const failed: string[] = []
  // Apart from each other, so that the folder of single files holds nothing else.
  const [loose, foldered] = [crypto.randomUUID(), crypto.randomUUID()]
  let next = 0
  let done = 0
  const lane = async () => {
    while (next < files.length && !signal.aborted) {
      const index = next++
      const { file, path } = files[index]!
      try {
        const place = { drop: isInFolder(path) ? foldered : loose, path }
        brought[index] = { ...(await upload(file, place)), path }
      } catch {
        failed.push(path)
      }
      onProgress(++done)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return {
    items: itemsOf(
      brought.filter((it) => it !== null),
      togetherName,
    ),
    failed,
  }
}
