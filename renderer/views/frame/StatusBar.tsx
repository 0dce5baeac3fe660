import { actions, findAction } from '@shared/actions/index.ts'
import { articleStatus } from '@shared/model/article.ts'
import { useBindings } from '../../actions/bindings.ts'
import { useAnswer } from '../../api/queries.ts'
import { useAnnouncement } from '../../state/announce.ts'
import { useFocusedPanel } from '../../state/focus.ts'
import { textOf, useText } from '../../state/i18n.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { DraftsWaiting } from '../import/DraftsWaiting.tsx'

function Key({ shortcut, name }: { shortcut: string; name: string }) {
  return (
    <span className="frame-key">
      <Kbd shortcut={shortcut} /> {name}
    </span>
  )
}

/** The keys that tag, and the one that relates; in the corpus list the keys that set the status. */
function Keys() {
  const t = useText()
  const inList = useFocusedPanel((it) => it.panel === 'corpus' && !it.inField)
  const stacks = useBindings((it) => it.stacks)
  const types = useAnswer('schema.get', {}).data?.entityTypes ?? []
  if (inList)
    return (
      <>
        <span className="frame-keys-where">{t('frame.panel.corpus')}</span>
        {actions
          .filter((it) => it.when === 'corpus' && it.shortcut?.length === 1 && stacks.has(it.id))
          .map((it) => (
            <Key key={it.id} shortcut={it.shortcut!} name={textOf(it.titleKey)} />
          ))}
      </>
    )
  const relate = findAction('reader.relate')
  return (
    <>
      <span className="frame-keys-where">{t('frame.panel.reader')}</span>
      {types
        .filter((it) => it.shortcut !== '')
        .map((it) => (
          <Key key={it.id} shortcut={it.shortcut} name={it.name} />
        ))}
      {relate?.shortcut && <Key shortcut={relate.shortcut} name={t('frame.relate')} />}
    </>
  )
}

function Unlinked() {
  const t = useText()
  const articleId = useSelection(activeArticleId)
  const { data } = useAnswer(
    'articles.page',
    {
      filter: { ids: articleId === null ? [] : [articleId] },
      sort: { by: 'added', descending: false },
      offset: 0,
      limit: 1,
    },
    { enabled: articleId !== null, keepPrevious: true },
  )
  const count = articleId === null ? 0 : (data?.rows[0]?.unlinked ?? 0)
  if (count === 0) return null
  return (
    <Tooltip text={t('frame.toCheckHint')} side="top">
      <span className="frame-warn">{t('frame.toCheck', { count })}</span>
    </Tooltip>
  )
}

function Done() {
  const t = useText()
  const { data } = useAnswer('articles.facets', {})
  if (!data || data.total === 0) return null
  const finished = [articleStatus.enum.done, articleStatus.enum.reviewed] as readonly string[]
  const done = data.statuses.filter((it) => finished.includes(it.key)).reduce((sum, it) => sum + it.count, 0)
  return <span>{t('frame.progress', { done, total: data.total })}</span>
}

export function StatusBar() {
  const t = useText()
  const { text } = useAnnouncement()
  return (
    <footer className="frame-status">
      <section className="frame-keys" aria-label={t('frame.keys')}>
        <Keys />
      </section>
      <span className="frame-announcement" role="status">
        {text}
      </span>
      <div className="frame-facts">
        <DraftsWaiting />
        <Unlinked />
        <Done />
        <Tooltip text={t('frame.offlineHint')} side="top">
          <span>{t('frame.offline')}</span>
        </Tooltip>
      </div>
    </footer>
  )
}
