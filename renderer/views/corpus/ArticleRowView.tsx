import type { ArticleRow } from '@shared/model/article.ts'
import { expectArticle } from '../../api/articleAhead.ts'
import { formatDate, formatNumber, useText } from '../../state/i18n.ts'
import { classes } from '../../ui/classes.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'

/** Share of the work done: linked mentions of those to link; all of it once somebody said so. */
const progress = ({ status, mentions, unlinked }: ArticleRow): number =>
  status === 'done' || status === 'reviewed' ? 1 : mentions === 0 ? 0 : (mentions - unlinked) / mentions

/** A passage with the words that were searched for emphasised; spans are UTF-16. */
function Snippet({ text, spans }: NonNullable<ArticleRow['snippet']>) {
  const parts = spans.map((span, index) => ({
    ...span,
    before: text.slice(spans[index - 1]?.end ?? 0, span.start),
  }))
  return (
    <p className="corpus-snippet">
      {parts.map((it) => (
        <span key={it.start}>
          {it.before}
          <mark>{text.slice(it.start, it.end)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </p>
  )
}

interface Props {
  row: ArticleRow | undefined
  open: boolean
  selected: boolean
}

export function ArticleRowView({ row, open, selected }: Props) {
  const t = useText()
  if (!row)
    return (
      <div className="corpus-row corpus-row-waiting">
        <span className="ui-skeleton-bar" />
        <span className="ui-skeleton-bar" />
      </div>
    )
  const share = progress(row)
  return (
    <div
      className={classes('corpus-row', open && 'corpus-row-open', selected && 'corpus-row-selected')}
      lang={row.language || undefined}
      onPointerEnter={() => !open && expectArticle(row.id)}
    >
      <StatusGlyph status={row.status} />
      <div
        className={classes('corpus-title', row.status === 'set_aside' && 'corpus-faint')}
        title={row.title}
      >
        {row.title || t('corpus.untitled')}
      </div>
      <div className="corpus-meta">
        <span className="corpus-when">
          {row.language || '–'} · {formatDate(row.publishedOn) || t('corpus.undated')}
        </span>
        <span className="corpus-count" title={t('corpus.mentions', { count: row.mentions })}>
          {formatNumber(row.mentions)}
          <span className="ui-hidden"> {t('corpus.mentions', { count: row.mentions })}</span>
        </span>
        <span
          className="corpus-bar"
          title={t('corpus.linked', { done: row.mentions - row.unlinked, count: row.mentions })}
        >
          <i style={{ width: `${share * 100}%` }} className={share === 1 ? 'corpus-bar-full' : undefined} />
        </span>
      </div>
      {row.snippet && <Snippet {...row.snippet} />}
    </div>
  )
}
