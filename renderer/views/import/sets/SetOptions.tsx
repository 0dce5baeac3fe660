import type { ImportFormatInfo } from '@shared/contract/imports.ts'
import type { ImportSet } from '@shared/model/importSet.ts'
import type { OptionValues } from '@shared/model/option.ts'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../state/i18n.ts'
import { OptionForm } from '../../../ui/OptionForm.tsx'
import { Section } from './Section.tsx'
import type { Survey } from './useSurvey.ts'

/** A pause in typing after which the set is looked through again; milliseconds. */
const pause = 500

interface Props {
  set: ImportSet
  format: ImportFormatInfo | undefined
  survey: Survey
}

/** How the format is read; a change looks the set through again. */
export function SetOptions({ set, format, survey }: Props) {
  const t = useText()
  const [values, setValues] = useState<OptionValues>(set.options)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setValues(set.options), [set.options])
  useEffect(() => () => clearTimeout(waiting.current), [])
  if (!format || format.options.length === 0) return null
  const change = (next: OptionValues) => {
    const typed = format.options.some((it) => it.kind === 'text' && next[it.id] !== values[it.id])
    setValues(next)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => survey.start(next), typed ? pause : 0)
  }
  return (
    <Section title={t('import.set.options')}>
      <OptionForm fields={format.options} values={values} onChange={change} />
    </Section>
  )
}
