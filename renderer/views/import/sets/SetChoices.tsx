import type { ImportMapping, ImportSet } from '@shared/model/importSet.ts'
import { useText } from '../../../state/i18n.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from './Section.tsx'
import { changeMapping } from './useSets.ts'

/** What of a set comes in: suggestions, refused things, entities by name, texts that are there already. */
export function SetChoices({ set }: { set: ImportSet }) {
  const t = useText()
  const { suggestions, rejected } = set.survey
  const { mapping } = set
  const put = (patch: Partial<ImportMapping>) => changeMapping(set.id, (it) => ({ ...it, ...patch }))
  return (
    <Section title={t('import.choices')}>
      <div className="set-choices">
        {suggestions > 0 && (
          <Checkbox
            label={t('import.choices.suggestions', { count: suggestions })}
            checked={mapping.suggestions}
            onCheckedChange={(on) => put({ suggestions: on })}
          />
        )}
        {rejected > 0 && (
          <Checkbox
            label={t('import.choices.rejected', { count: rejected })}
            checked={mapping.rejected}
            onCheckedChange={(on) => put({ rejected: on })}
          />
        )}
        <Checkbox
          label={t('import.choices.linkByName')}
          checked={mapping.linkByName}
          onCheckedChange={(linkByName) => put({ linkByName })}
        />
        <Checkbox
          label={t('import.choices.matchEntities')}
          checked={mapping.matchEntities}
          onCheckedChange={(matchEntities) => put({ matchEntities })}
        />
        {set.survey.documents > 0 && (
          <Select
            label={t('import.choices.existing')}
            value={mapping.existing}
            onValueChange={(existing) => put({ existing })}
            options={(['add', 'skip', 'copy'] as const).map((value) => ({
              value,
              label: t(`import.choices.existing.${value}`),
            }))}
          />
        )}
      </div>
    </Section>
  )
}
