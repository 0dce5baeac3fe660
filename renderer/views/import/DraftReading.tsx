import type { Draft } from '@shared/contract/imports.ts'
import { SlidersHorizontal } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { formatChoices } from './formatChoices.ts'
import { ReadOptions } from './ReadOptions.tsx'
import { useReading } from './useReading.ts'
import { whyText } from './words.ts'

/** How the file of a draft was read and why, and the ways to read it otherwise. */
export function DraftReading({ draft }: { draft: Pick<Draft, 'id' | 'name' | 'reading'> }) {
  const t = useText()
  const formats = useAnswer('imports.formats', {}).data ?? []
  const again = useReading({ draft: draft.id })
  const { reading } = draft
  if (!reading) return null
  const format = formats.find((it) => it.id === reading.format)
  return (
    <div className="import-reading" aria-busy={again.running}>
      <Select
        label={t('import.set.readAs')}
        hideLabel
        quiet
        value={reading.format}
        disabled={again.running}
        onValueChange={(id) => id !== reading.format && again.start({}, id)}
        options={formatChoices(formats, reading.format, draft.name)}
      />
      {format && format.options.length > 0 && (
        <Popover
          label={t('import.set.options')}
          align="end"
          className="import-reading-options"
          trigger={
            <Button compact variant="quiet" icon={SlidersHorizontal}>
              {t('import.set.options')}
            </Button>
          }
        >
          {reading.drafts > 1 && (
            <p className="ui-hint">{t('import.rereadAll', { count: reading.drafts })}</p>
          )}
          <ReadOptions format={format} options={reading.options} onRead={(it) => again.start(it)} />
        </Popover>
      )}
      <span className="import-reading-why" role={again.running || again.failure ? 'status' : undefined}>
        {again.running
          ? t('import.readingUnknown')
          : again.failure !== null
            ? t('import.set.surveyFailed', { reason: again.failure })
            : reading.why === ''
              ? t('import.set.askedFor')
              : t('import.set.why', { why: whyText(reading.why) })}
      </span>
    </div>
  )
}
