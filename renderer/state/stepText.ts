import type { Step } from '@shared/contract/history.ts'
import { canFill } from '@shared/messages/bestText.ts'
import type { MessageKey } from '@shared/messages/index.ts'
import { hasText, type Translate } from './i18n.ts'

/** A text for one thing and one for several, each with what to say when its blanks cannot be filled. */
const forms = (key: string, several: boolean): string[] =>
  several && hasText(`${key}.many`) ? [`${key}.many`, `${key}.many.plain`] : [key, `${key}.plain`]

/** What a step did, in the program's language: `Tagged “JD.com” as Company`. The most telling text that fits. */
export const stepText = (step: Pick<Step, 'code' | 'params'>, t: Translate): string => {
  const word = (name: string): string => {
    const key = `step.${name}.${step.params[name]}`
    return hasText(key) ? t(key) : ''
  }
  const params = { ...step.params, field: word('field'), status: word('status') }
  const base = `step.${step.code}`
  const variant = step.params.field || step.params.by
  const keys = [...(variant ? [`${base}.${variant}`, `${base}.field`] : []), base].flatMap((it) =>
    forms(it, Number(step.params.count ?? 1) > 1),
  )
  const key = [...keys, `${base}.plain`].find((it) => canFill(it, params))
  return key ? t(key as MessageKey, params) : t('step.unknown', { code: step.code })
}
