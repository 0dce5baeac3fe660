import type { ImportFormatInfo } from '@shared/contract/imports.ts'
import type { OptionValues } from '@shared/model/option.ts'
import { useEffect, useRef, useState } from 'react'
import { OptionForm } from '../../ui/OptionForm.tsx'

/** A pause in typing after which the files are read again; milliseconds. */
const pause = 500

interface Props {
  format: ImportFormatInfo
  /** As the files were last read. */
  options: OptionValues
  onRead(options: OptionValues): void
}

/** How a format is read; a change reads again. */
export function ReadOptions({ format, options, onRead }: Props) {
  const [values, setValues] = useState(options)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setValues(options), [options])
  useEffect(() => () => clearTimeout(waiting.current), [])
  const change = (next: OptionValues) => {
    const typed = format.options.some((it) => it.kind === 'text' && next[it.id] !== values[it.id])
    setValues(next)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => onRead(next), typed ? pause : 0)
  }
  return <OptionForm fields={format.options} values={values} onChange={change} />
}
