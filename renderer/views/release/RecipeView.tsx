import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import type { Recipe } from '@shared/model/recipe.ts'
import { Copy, Trash2 } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { failureText } from '../../state/failureText.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { pickToSave } from '../../state/pickFiles.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { joinPath } from '../export/destination.ts'
import { ScopeForm } from '../export/ScopeForm.tsx'
import { KeptField } from '../schema/KeptField.tsx'
import { CardSection } from './CardSection.tsx'
import { FormatsSection } from './FormatsSection.tsx'
import { RedactionSection } from './RedactionSection.tsx'
import { releaseName } from './recipes.ts'
import { SplitSection } from './SplitSection.tsx'
import { ShapeSection, TextSection } from './TextSection.tsx'
import { type RecipeDraft, useRecipeDraft } from './useRecipeDraft.ts'

interface Props {
  recipe: Recipe
  formats: readonly ExportFormatInfo[]
  /** It was just made: its name comes first. */
  isNew: boolean
  /** Takes what writes the release, for the shortcut of the whole dialog. */
  runRef: RefObject<() => void>
  onPreview(data: Recipe['data']): void
  onRun(order: { path: string; overwrite: boolean }): void
  onDuplicate(data: Recipe['data']): void
  onRemove(): void
}

function KeptState({ draft }: { draft: RecipeDraft }) {
  const t = useText()
  if (draft.problem || draft.failure)
    return (
      <span className="release-state release-state-wrong" role="alert">
        {draft.problem
          ? t(`release.problem.${draft.problem}`)
          : draft.failure && failureText(draft.failure, t)}{' '}
        <Button compact variant="quiet" onClick={draft.discard}>
          {t('release.discard')}
        </Button>
      </span>
    )
  return (
    <span className="release-state" role="status">
      {t(draft.state === 'kept' ? 'release.kept' : 'release.keeping')}
    </span>
  )
}

/** A recipe, section by section, kept as it is changed; below it where its release goes. */
export function RecipeView(props: Props) {
  const { recipe, formats, isNew, runRef, onPreview, onRun, onDuplicate, onRemove } = props
  const t = useText()
  const draft = useRecipeDraft(recipe, formats)
  const { data } = draft
  const host = useAnswer('host.info', {}).data
  const counts = useAnswer('exports.preview', { scope: data.scope }, { keepPrevious: true }).data
  // Empty as long as the person leaves the suggestion alone.
  const [ownPath, setOwnPath] = useState('')
  const [overwrite, setOverwrite] = useState(false)
  const body = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isNew) return
    const field = body.current?.querySelector<HTMLInputElement>('[data-recipe-name]')
    field?.focus()
    field?.select()
  }, [isNew])

  const suggested = host ? joinPath(host.folders.exports, releaseName(draft), host.pathSeparator) : ''
  const path = ownPath || suggested
  const canRun = draft.problem === null && path !== '' && counts?.articles !== 0

  const choosePath = async () => {
    const chosen = await pickToSave('export', releaseName(draft))
    if (chosen) setOwnPath(chosen)
  }
  const run = async () => {
    if (canRun && (await draft.keep())) onRun({ path, overwrite })
  }
  useEffect(() => {
    runRef.current = () => void run()
  })
  const preview = async () => {
    if (draft.problem === null && (await draft.keep())) onPreview(data)
  }

  return (
    <section ref={body} tabIndex={-1} className="release-detail" aria-label={draft.name}>
      <div className="release-scroll">
        <div className="release-name">
          <KeptField
            label={t('release.name')}
            data-recipe-name=""
            stored={draft.name}
            maxLength={200}
            check={(value) => (value === '' ? t('release.nameEmpty') : undefined)}
            onKeep={draft.rename}
          />
          <Button icon={Copy} onClick={() => onDuplicate(data)}>
            {t('release.duplicate')}
          </Button>
          <Button icon={Trash2} variant="danger" onClick={onRemove}>
            {t('release.remove')}
          </Button>
        </div>
        <section aria-label={t('export.scope')}>
          <h3>
            {t('export.scope')}
            <small>
              {counts
                ? t(counts.articles === 0 ? 'export.empty' : 'export.counts', counts)
                : t('export.counting')}
            </small>
          </h3>
          <ScopeForm scope={data.scope} onChange={(scope) => draft.change({ scope })} />
        </section>
        <FormatsSection
          formats={formats}
          chosen={data.formats}
          redacted={data.redaction.on}
          onChange={(chosen) => draft.change({ formats: chosen })}
        />
        <TextSection data={data} onChange={draft.change} />
        <SplitSection split={data.split} onChange={draft.change} />
        <RedactionSection data={data} formats={formats} onChange={draft.change} />
        <ShapeSection data={data} onChange={draft.change} />
        <CardSection card={data.card} onChange={draft.change} />
      </div>
      <footer className="release-foot release-foot-run">
        <div className="release-fields">
          <TextField
            label={t('export.path')}
            hideLabel
            className="release-wide"
            value={path}
            onValueChange={setOwnPath}
          />
          <Button onClick={() => void choosePath().catch(showFailure)}>{t('export.choose')}</Button>
          <Checkbox label={t('export.overwrite')} checked={overwrite} onCheckedChange={setOverwrite} />
        </div>
        <div className="release-fields">
          <KeptState draft={draft} />
          <span className="release-space" />
          <Button disabled={draft.problem !== null} onClick={() => void preview()}>
            {t('release.preview')}
          </Button>
          <Button variant="primary" shortcut="Mod+Enter" disabled={!canRun} onClick={() => void run()}>
            {t('release.run')}
          </Button>
        </div>
      </footer>
    </section>
  )
}
