import type { ImportFormatInfo } from '@shared/contract/imports.ts'
import type { ImportSet } from '@shared/model/importSet.ts'
import { ChevronDown, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { call } from '../../../api/client.ts'
import { useText } from '../../../state/i18n.ts'
import { showFailure } from '../../../state/notices.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { Select } from '../../../ui/Select.tsx'
import { formatChoices } from '../formatChoices.ts'
import type { Reading } from '../useReading.ts'
import { whyText } from '../words.ts'
import { holdingsOf } from './setWords.ts'
import { includeSets } from './useSets.ts'

function Files({ set }: { set: ImportSet }) {
  const t = useText()
  const more = set.fileCount - set.files.length
  return (
    <Popover
      label={t('import.set.files', { count: set.fileCount })}
      trigger={
        <button type="button" className="set-files">
          {t('import.set.files', { count: set.fileCount })}
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <ul className="set-file-list">
        {set.files.map((it) => (
          <li key={it}>{it}</li>
        ))}
        {more > 0 && <li className="set-more">{t('import.more', { count: more })}</li>}
      </ul>
    </Popover>
  )
}

interface Props {
  set: ImportSet
  formats: readonly ImportFormatInfo[]
  survey: Reading
}

/** What a set is, why it is taken for that, and how else it could be read. */
export function SetHead({ set, formats, survey }: Props) {
  const t = useText()
  const choices = useMemo(
    () => formatChoices(formats, set.format, set.files[0] ?? ''),
    [formats, set.format, set.files],
  )
  return (
    <header className="set-head">
      <div className="set-head-line">
        <Checkbox
          label={t('import.set.include')}
          hideLabel
          checked={set.included}
          onCheckedChange={(included) => includeSets([set.id], included)}
        />
        <h2 title={set.name}>{set.name}</h2>
        <Select
          label={t('import.set.readAs')}
          hideLabel
          value={set.format}
          disabled={survey.running}
          onValueChange={(format) => format !== set.format && survey.start({}, format)}
          options={choices}
          className="set-format"
        />
        <IconButton
          icon={Trash2}
          label={t('import.set.discard')}
          onClick={() => call('imports.discard', { set: set.id }).catch(showFailure)}
        />
      </div>
      <p className="set-facts">
        {holdingsOf(set, t).map((it) => (
          <span key={it}>{it}</span>
        ))}
        <Files set={set} />
      </p>
      <p className="set-why">
        {set.why === '' ? t('import.set.askedFor') : t('import.set.why', { why: whyText(set.why) })}
      </p>
      {survey.running && (
        <p className="set-busy" role="status">
          {t('import.set.surveying')}
        </p>
      )}
      {survey.failure !== null && (
        <p className="ui-error" role="alert">
          {t('import.set.surveyFailed', { reason: survey.failure })}
        </p>
      )}
    </header>
  )
}
