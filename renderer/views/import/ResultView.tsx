import type { ImportReport } from '@shared/contract/imports.ts'
import { CircleCheck, Undo2 } from 'lucide-react'
import { call } from '../../api/client.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { remarkText } from './words.ts'

/** What an import of drafts or of a dataset tells at its end. */
export interface ImportResult {
  kind: 'imports.commit' | 'imports.dataset'
  title: string
  detail: string
  articleIds: number[]
  left: ImportReport['left']
}

/** Takes an import back, as long as it is the latest step. */
export const undoImport = async (kind: ImportResult['kind'], tooLate: string): Promise<boolean> => {
  const { undo } = await call('history.state', {})
  if (undo?.code !== kind) {
    useNotices.getState().show({ tone: 'info', text: tooLate })
    return false
  }
  await call('history.undo', {})
  return true
}

/** What came in, what did not and why. */
export function ResultView({ result, close }: { result: ImportResult; close(): void }) {
  const t = useText()
  const first = result.articleIds[0]
  return (
    <div className="import-result">
      <div className="import-result-head">
        <CircleCheck size={24} strokeWidth={1.5} aria-hidden />
        <div>
          <p className="import-working-title" role="status">
            {result.title}
          </p>
          <p className="import-quiet">{result.detail}</p>
        </div>
      </div>
      {result.left.length > 0 && (
        <section className="import-left" aria-label={t('import.left', { count: result.left.length })}>
          <h3>{t('import.left', { count: result.left.length })}</h3>
          <ul>
            {result.left.map((it, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
              <li key={index}>
                <b>{it.name}</b>
                <span>{remarkText(it.reason)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="import-buttons">
        <Button
          icon={Undo2}
          onClick={() =>
            undoImport(result.kind, t('import.undoGone'))
              .then((undone) => undone && close())
              .catch(showFailure)
          }
        >
          {t('import.undo')}
        </Button>
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
