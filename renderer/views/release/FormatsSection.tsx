import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import type { RecipeData } from '@shared/model/recipe.ts'
import { Plus, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { textOf, useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { OptionForm } from '../../ui/OptionForm.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { FormatList } from '../export/FormatList.tsx'
import { carriesTexts } from './recipes.ts'

type Chosen = RecipeData['formats']

interface Props {
  formats: readonly ExportFormatInfo[]
  chosen: Chosen
  /** No format may hand on whole texts. */
  redacted: boolean
  onChange(chosen: Chosen): void
}

/** The formats of a release, each with its options. */
export function FormatsSection({ formats, chosen, redacted, onChange }: Props) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const whyNot = (format: ExportFormatInfo): string | undefined => {
    if (chosen.some((it) => it.formatId === format.id)) return t('release.formatThere')
    return redacted && carriesTexts(format, {}) ? t('release.fullText') : undefined
  }
  return (
    <section aria-label={t('release.formats')}>
      <h3>
        {t('release.formats')}
        <small>{t('release.formatsHint')}</small>
      </h3>
      <ul className="release-formats">
        {chosen.map((it) => {
          const format = formats.find(({ id }) => id === it.formatId)
          const name = format?.name ?? it.formatId
          const isFull = redacted && format !== undefined && carriesTexts(format, it.options)
          return (
            <li key={it.formatId} aria-label={name}>
              <div className="release-format-head">
                <b>{name}</b>
                <span className="release-quiet">
                  {format &&
                    `${t(`export.unit.${format.offsetUnit ?? 'none'}`)} · ${t(`export.shape.${format.shape}`)}`}
                </span>
                <IconButton
                  compact
                  icon={X}
                  label={t('release.removeFormat', { name })}
                  disabled={chosen.length === 1}
                  onClick={() => onChange(chosen.filter(({ formatId }) => formatId !== it.formatId))}
                />
              </div>
              {format && <p className="release-quiet">{textOf(format.descriptionKey)}</p>}
              {isFull && (
                <p className="release-wrong">
                  <TriangleAlert size={14} aria-hidden />
                  {t('release.fullText')}
                </p>
              )}
              {format && format.options.length > 0 && (
                <OptionForm
                  fields={format.options}
                  values={it.options}
                  onChange={(options) =>
                    onChange(
                      chosen.map((other) => (other.formatId === it.formatId ? { ...it, options } : other)),
                    )
                  }
                />
              )}
            </li>
          )
        })}
      </ul>
      <Popover
        label={t('release.addFormat')}
        className="release-add"
        open={adding}
        onOpenChange={setAdding}
        trigger={
          <Button icon={Plus} variant="quiet">
            {t('release.addFormat')}
          </Button>
        }
      >
        <FormatList
          formats={formats}
          value={null}
          whyNot={whyNot}
          onChange={(formatId) => {
            setAdding(false)
            onChange([...chosen, { formatId, options: {} }])
          }}
        />
      </Popover>
    </section>
  )
}
