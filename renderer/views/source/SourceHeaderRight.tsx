import { Scissors } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { activeArticleId, useSelection } from '../../state/selection.ts'

/** The file's name and how much of it was cut. */
export function SourceHeaderRight() {
  const t = useText()
  const articleId = useSelection(activeArticleId)
  const { data } = useAnswer('articles.source', { id: articleId ?? 1 }, { enabled: articleId !== null })
  if (articleId === null || !data || data.name === '') return null
  return (
    <div className="source-header">
      <span className="source-name" title={data.name}>
        {data.name}
      </span>
      {data.cuts > 0 && (
        <span className="source-cuts" title={t('source.cuts', { count: data.cuts })}>
          <span className="source-cuts-words">{t('source.cuts', { count: data.cuts })}</span>
          <span className="source-cuts-short" aria-hidden>
            <Scissors size={14} /> {formatNumber(data.cuts)}
          </span>
        </span>
      )}
    </div>
  )
}
