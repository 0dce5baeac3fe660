import type { ImportItem } from '@shared/contract/imports.ts'
import type { Uploaded } from '../../api/transport.ts'

/** Whether a file came within a dropped folder. */
export const isInFolder = (path: string): boolean => path.includes('/')

/**
 * What the core is given: every dropped folder as one item, files that came without a folder as one folder together,
 * so that a file finds what belongs to it.
 */
export const itemsOf = (
  brought: readonly (Uploaded & { path: string })[],
  togetherName: string,
): ImportItem[] => {
  const loose = brought.filter((it) => !isInFolder(it.path))
  const together = loose.length > 1 ? loose[0]!.root : null
  const items = new Map<string, string>()
  for (const { path, top, root } of brought) {
    if (root !== null && root === together) items.set(root, togetherName)
    else items.set(top, path.split('/')[0]!)
  }
  return [...items].map(([path, name]) => ({ path, name }))
}
