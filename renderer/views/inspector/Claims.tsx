import type { Relation } from '@shared/model/relation.ts'
import { formatValue } from '@shared/values/format.ts'
import { useMemo } from 'react'
import { useAnswer, useAnswers } from '../../api/queries.ts'
import { formatDate, language, useText } from '../../state/i18n.ts'
import { classes } from '../../ui/classes.ts'
import { articlesOf, claimRows, claimsOf } from './claims.ts'

/** So many articles are compared side by side, the newest. */
const mostArticles = 5
const kinds = ['money', 'percentage', 'quantity', 'date'] as const

/**
 * What each article says in the passages that prove the relation: the amounts, shares and dates tagged in them, an
 * article a line. Nothing is shown unless at least two articles say something.
 */
export function Claims({ relation }: { relation: Relation }) {
  const t = useText()
  const articles = useMemo(() => articlesOf(relation.evidence).slice(0, mostArticles), [relation.evidence])
  const found = useAnswers(
    'mentions.ofArticle',
    articles.map((articleId) => ({ articleId })),
  )
  const known = found.every((it) => it.data !== undefined)
  const ids = found.flatMap((it) => it.data ?? []).slice(0, 5000)
  const { data: mentions } = useAnswer(
    'mentions.get',
    { ids },
    { enabled: known && ids.length > 0, keepPrevious: true },
  )

  const columns = claimsOf(
    relation.evidence.filter((it) => articles.includes(it.articleId)),
    mentions ?? [],
  ).filter((it) => it.claims.size > 0)
  const rows = claimRows(columns, kinds)
  if (columns.length < 2 || rows.length === 0) return null
  return (
    <div className="inspector-claims-scroll">
      <table className="inspector-claims">
        <thead>
          <tr>
            <th scope="col">{t('inspector.claim')}</th>
            {rows.map((it) => (
              <th key={it.kind} scope="col">
                {t(`inspector.claim.${it.kind}`)}
                {it.differs && <span className="ui-hidden"> ({t('inspector.differs')})</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column.articleId}>
              <th scope="row" title={column.title}>
                {[column.language, formatDate(column.publishedOn)].filter(Boolean).join(' · ') ||
                  column.title}
              </th>
              {rows.map((row) => (
                <td
                  key={row.kind}
                  className={classes(row.differs && 'inspector-differs')}
                  title={row.differs ? t('inspector.differs') : undefined}
                  lang={column.language || undefined}
                >
                  {row.cells[index]!.map((it) => (
                    <span key={it.quote} title={formatValue(it.value, language())}>
                      {it.quote}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
