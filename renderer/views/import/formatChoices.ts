import type { ImportFormatInfo } from '@shared/contract/imports.ts'
import type { SelectOption } from '../../ui/Select.tsx'

const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** Formats a file may be read as, the present one and those of its ending first. */
export const formatChoices = (
  formats: readonly ImportFormatInfo[],
  present: string,
  path: string,
): SelectOption<string>[] => {
  const ending = endingOf(path)
  const able = formats.filter((it) => it.kind !== 'container')
  const fits = (it: ImportFormatInfo) => it.id === present || it.extensions.includes(ending)
  return [...able.filter(fits), ...able.filter((it) => !fits(it))].map((it) => ({
    value: it.id,
    label: it.name,
  }))
}
