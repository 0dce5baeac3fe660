import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import type { RecipeData } from '@shared/model/recipe.ts'
import { TriangleAlert } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { NumberField } from './NumberField.tsx'
import { carriesTexts, newRecipeData } from './recipes.ts'

interface Props {
  data: RecipeData
  formats: readonly ExportFormatInfo[]
  onChange(patch: Partial<RecipeData>, how?: 'typed'): void
}

/** For texts that may not be passed on: offsets, hashes and short quotes alone. */
export function RedactionSection({ data, formats, onChange }: Props) {
  const t = useText()
  const { redaction } = data
  const isFull = ({ formatId, options }: RecipeData['formats'][number]): boolean => {
    const format = formats.find((it) => it.id === formatId)
    return format !== undefined && carriesTexts(format, options)
  }
  const full = data.formats.filter(isFull)
  const rest = data.formats.filter((it) => !isFull(it))
  const withoutFull = rest.length > 0 ? rest : newRecipeData('').formats
  return (
    <section aria-label={t('release.redaction')}>
      <h3>
        {t('release.redaction')}
        <small>{t('release.redactionHint')}</small>
      </h3>
      <div className="release-column">
        <Checkbox
          label={t('release.redaction.on')}
          checked={redaction.on}
          onCheckedChange={(on) => onChange({ redaction: { ...redaction, on } })}
        />
        {redaction.on && (
          <NumberField
            label={t('release.quoteLength')}
            value={redaction.quoteLength}
            max={1000}
            onValue={(quoteLength) => onChange({ redaction: { ...redaction, quoteLength } }, 'typed')}
          />
        )}
        {redaction.on && full.length > 0 && (
          <div className="release-wrong" role="alert">
            <TriangleAlert size={14} aria-hidden />
            <span>
              {t('release.redactionConflict', {
                names: full
                  .map(({ formatId }) => formats.find((it) => it.id === formatId)?.name ?? formatId)
                  .join(', '),
              })}
            </span>
            <Button compact onClick={() => onChange({ formats: withoutFull })}>
              {t('release.takeOut')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
