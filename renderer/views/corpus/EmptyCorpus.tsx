import { Inbox, SearchX } from 'lucide-react'
import { runAction } from '../../actions/run.ts'
import { clearFilter } from '../../state/corpusView.ts'
import { useText } from '../../state/i18n.ts'
import { useOverlays } from '../../state/overlays.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips } from './FilterChips.tsx'

/** Nothing imported yet: three ways in, and something to look at. */
export function EmptyCorpus() {
  const t = useText()
  const open = useOverlays((it) => it.open)
  return (
    <EmptyState icon={Inbox} title={t('corpus.empty')} text={t('corpus.emptyText')}>
      <div className="corpus-ways">
        <Button variant="primary" onClick={() => open('import', { mode: 'files' })}>
          {t('corpus.empty.files')}
        </Button>
        <Button onClick={() => open('import', { mode: 'folder' })}>{t('corpus.empty.folder')}</Button>
        <Button onClick={() => open('import', { mode: 'paste' })}>{t('corpus.empty.paste')}</Button>
        <Button variant="quiet" onClick={() => runAction('project.sample')}>
          {t('corpus.empty.sample')}
        </Button>
      </div>
    </EmptyState>
  )
}

/** Nothing fits the filter: what to loosen. */
export function NothingFound() {
  const t = useText()
  return (
    <EmptyState icon={SearchX} title={t('corpus.nothing')} text={t('corpus.nothingText')}>
      <FilterChips />
      <Button compact onClick={clearFilter}>
        {t('corpus.clearAll')}
      </Button>
    </EmptyState>
  )
}
