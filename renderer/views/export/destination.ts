import type { ExportFormatInfo } from '@shared/contract/exports.ts'

/** Characters no file system of the three platforms refuses; the rest becomes a hyphen. */
export const safeName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 80) || 'dataset'

/** The name a dataset gets unless a person says otherwise: the project's and the format's. */
export const suggestedName = (
  project: string,
  format: Pick<ExportFormatInfo, 'id' | 'shape' | 'extension'>,
): string => {
  const name = safeName(project)
  return format.shape === 'folder' ? `${name} ${format.id}` : `${name}.${format.extension}`
}

/** Joins a folder and a name as the platform writes paths. */
export const joinPath = (folder: string, name: string, separator: string): string =>
  folder.endsWith(separator) ? folder + name : folder + separator + name

/** The folder part of a path; empty where there is none. */
export const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '')
