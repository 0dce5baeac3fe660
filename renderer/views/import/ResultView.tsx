import type { ImportReport } from '@shared/contract/imports.ts'
import type { ImportedSet } from '@shared/model/importSet.ts'
import { CircleAlert, CircleCheck, Undo2 } from 'lucide-react'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { NoticeList } from './NoticeList.tsx'
import { gainsOf } from './sets/setWords.ts'
import { undoImport } from './undoImport.ts'

/** What an import tells at its end. */
export interface ImportResult {
  title: string
  detail: string
  /** Steps of the history it made; null: the latest one of its kind. */
  steps: readonly number[] | null
  articleIds: readonly number[]
  sets: ImportReport['sets']
  left: ImportReport['left']
}

/** New types told by name. */
const mostNames = 12

function SetResult({ set }: { set: ImportedSet }) {
  const t = useText()
  const gains = gainsOf(set, t)
  const leftTitle = t('import.result.leftOfSet', { count: set.leftCount })
  return (
    <li className="import-result-set">
      <p className="import-result-name">
        <b>{set.name}</b>
        <span>{set.format}</span>
      </p>
      <p>{gains.length > 0 ? gains.join(' · ') : t('import.result.nothing')}</p>
      {set.newTypes.length > 0 && (
        <p>
          {t('import.result.newTypes', { names: set.newTypes.slice(0, mostNames).join(', ') })}
          {set.newTypes.length > mostNames &&
            ` ${t('import.more', { count: set.newTypes.length - mostNames })}`}
        </p>
      )}
      {set.present > 0 && <p>{t('import.result.present', { count: set.present })}</p>}
      {set.kept > 0 && <p>{t('import.result.kept', { count: set.kept, format: set.format })}</p>}
      {set.leftCount > 0 && (
        <details open={set.leftCount <= 3}>
          <summary>{leftTitle}</summary>
          <NoticeList label={leftTitle} items={set.left} total={set.leftCount} />
        </details>
      )}
    </li>
  )
}

/** What came in, what did not and why. */
export function ResultView({ result, close }: { result: ImportResult; close(): void }) {
  const t = useText()
  const first = result.articleIds[0]
  const nothing = result.steps?.length === 0
  const Icon = nothing ? CircleAlert : CircleCheck
  const leftTitle = t('import.left', { count: result.left.length })
  return (
    <div className="import-result">
      <div className={nothing ? 'import-result-head import-result-none' : 'import-result-head'}>
        <Icon size={24} strokeWidth={1.5} aria-hidden />
        <div>
          <p className="import-working-title" role="status">
            {result.title}
          </p>
          <p className="import-quiet">{result.detail}</p>
        </div>
      </div>
      <div className="import-result-body">
        {result.sets.length > 0 && (
          <ul className="import-result-sets" aria-label={t('import.sets')}>
            {result.sets.map((it, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two sets may have the same name
              <SetResult key={index} set={it} />
            ))}
          </ul>
        )}
        {result.left.length > 0 && (
          <section className="import-left" aria-label={leftTitle}>
            <h3>{leftTitle}</h3>
            <NoticeList label={leftTitle} items={result.left} total={result.left.length} />
          </section>
        )}
      </div>
      <div className="import-buttons">
        {!nothing && (
          <Button
            icon={Undo2}
            onClick={() =>
              undoImport(result.steps)
                .then((undone) => undone && close())
                .catch(showFailure)
            }
          >
            {t('import.undo')}
          </Button>
        )}
        <Button onClick={close}>{t('frame.close')}</Button>
        {first !== undefined && (
          <Button
            variant="primary"
            autoFocus
            onClick={() => {
              useSelection.getState().openArticle(first)
              close()
            }}
          >
            {t('import.openFirst')}
          </Button>
        )}
      </div>
    </div>
  )
}
