import { FileText, FileX2 } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import './source.css'
import { sealedPage } from './sourceStyle.ts'
import { useSourceFrame } from './useSourceFrame.ts'

/** The original of the article in the active reader: sanitised, in a frame that runs and loads nothing. */
export function SourcePanel() {
  const t = useText()
  const articleId = useSelection(activeArticleId)
  const frame = useRef<HTMLIFrameElement>(null)
  const { data, error, isPending, refetch } = useAnswer(
    'articles.source',
    { id: articleId ?? 1 },
    { enabled: articleId !== null },
  )
  const article = useAnswer('articles.get', { id: articleId ?? 1 }, { enabled: articleId !== null }).data
  const onLoad = useSourceFrame(frame, articleId, article?.title ?? '')
  const page = useMemo(() => (data?.html ? sealedPage(data.html) : ''), [data?.html])

  const content = (): React.ReactNode => {
    if (articleId === null)
      return <EmptyState icon={FileText} title={t('source.none')} text={t('source.noneText')} />
    if (error) return <FailedState error={error} onRetry={() => void refetch()} />
    if (isPending || !article)
      return (
        <div className="source-loading">
          <Skeleton lines={8} />
        </div>
      )
    if (page === '')
      return <EmptyState icon={FileX2} title={t('source.missing')} text={t('source.missingText')} />
    return (
      <iframe
        ref={frame}
        key={articleId}
        className="source-frame"
        title={t('source.frame', { name: data.name })}
        sandbox="allow-same-origin"
        srcDoc={page}
        onLoad={onLoad}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the panel hands the focus it is given to the page
    <div
      className="source-panel"
      data-panel="source"
      tabIndex={-1}
      onFocus={(event) => event.target === event.currentTarget && frame.current?.focus()}
    >
      {content()}
    </div>
  )
}
