import type { ActionId } from '@shared/actions/index.ts'
import { CaseUpper, Palette, TextSearch } from 'lucide-react'
import { runAction } from '../../actions/run.ts'
import { useText } from '../../state/i18n.ts'
import { useSelection } from '../../state/selection.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { type Side, useReaderFacts } from './readerSession.ts'

/** Language, number of mentions, how many wait for an entity; and what can be shown besides. */
export function ReaderHeader({ side }: { side: Side }) {
  const t = useText()
  /** Of two readers the one whose button was pressed does it; it binds its actions when it becomes the active one. */
  const run = (id: ActionId) => () => {
    useSelection.getState().setActiveReader(side)
    requestAnimationFrame(() => runAction(id))
  }
  const facts = useReaderFacts((it) => it[side])
  if (facts.articleId === null) return null
  return (
    <div className="reader-header">
      {facts.language !== '' && <span className="reader-header-language">{facts.language}</span>}
      <span className="reader-header-count">{t('reader.mentions', { count: facts.mentions })}</span>
      {facts.unlinked > 0 && (
        <span className="reader-header-open">{t('reader.unlinked', { count: facts.unlinked })}</span>
      )}
      <span className="reader-header-tools">
        <IconButton
          icon={TextSearch}
          label={t('action.reader.find')}
          shortcut="Mod+F"
          compact
          onClick={run('reader.find')}
        />
        <IconButton
          icon={CaseUpper}
          label={t('action.reader.toggleLabels')}
          shortcut="L"
          compact
          onClick={run('reader.toggleLabels')}
        />
        <IconButton
          icon={Palette}
          label={t('action.reader.legend')}
          shortcut="K"
          compact
          onClick={run('reader.legend')}
        />
      </span>
    </div>
  )
}

export function ReaderHeaderRight() {
  return <ReaderHeader side="first" />
}
