import type { RecipeData } from '@shared/model/recipe.ts'
import { useText } from '../../state/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'

interface Props {
  data: RecipeData
  onChange(patch: Partial<RecipeData>): void
}

/** How texts are cleaned, what counts as one document, and what shape the whole has. */
export function TextSection({ data, onChange }: Props) {
  const t = useText()
  return (
    <div className="release-pair">
      <section aria-label={t('release.cleaning')}>
        <h3>
          {t('release.cleaning')}
          <small>{t('release.cleaningHint')}</small>
        </h3>
        <div className="release-column">
          {(['invisible', 'blanks', 'nfc'] as const).map((it) => (
            <Checkbox
              key={it}
              label={t(`release.cleaning.${it}`)}
              checked={data.cleaning[it]}
              onCheckedChange={(on) => onChange({ cleaning: { ...data.cleaning, [it]: on } })}
            />
          ))}
        </div>
      </section>
      <section aria-label={t('release.identity')}>
        <h3>{t('release.identity')}</h3>
        <Select
          label={t('release.identityOf')}
          value={data.identity}
          options={(['article', 'text', 'address'] as const).map((it) => ({
            value: it,
            label: t(`release.identity.${it}`),
          }))}
          onValueChange={(identity) => onChange({ identity })}
        />
      </section>
    </div>
  )
}

/** One folder or one ZIP file. */
export function ShapeSection({ data, onChange }: Props) {
  const t = useText()
  return (
    <section aria-label={t('release.shape')}>
      <h3>{t('release.shape')}</h3>
      <Select
        label={t('release.shapeOf')}
        value={data.shape}
        options={(['folder', 'zip'] as const).map((it) => ({ value: it, label: t(`release.shape.${it}`) }))}
        onValueChange={(shape) => onChange({ shape })}
      />
    </section>
  )
}
