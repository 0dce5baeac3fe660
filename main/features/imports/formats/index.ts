import type { ImportFormat } from './format.ts'

/** Every format that is read; a new one is a folder here and a line in this list. */
export const importFormats: readonly ImportFormat[] = []
