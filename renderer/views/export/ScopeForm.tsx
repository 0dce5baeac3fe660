import type { ExportScope } from '@shared/contract/exports.ts'
import { type ArticleFilter, articleStatus } from '@shared/model/article.ts'
import { partialDate } from '@shared/model/provenance.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, languageName, useText } from '../../state/i18n.ts'
import { Chip } from '../../ui/Chip.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'

interface Props {
  scope: ExportScope
  onChange(scope: ExportScope): void
}

const toggled = <T,>(list: readonly T[] | undefined, value: T): T[] | undefined => {
  const next = list?.includes(value) ? list.filter((it) => it !== value) : [...(list ?? []), value]
  return next.length > 0 ? next : undefined
}

/** Without the keys that say nothing. */
const tidy = (filter: { [K in keyof ArticleFilter]?: ArticleFilter[K] | undefined }): ArticleFilter =>
  Object.fromEntries(
    Object.entries(filter).filter(([, it]) => it !== undefined && it !== ''),
  ) as ArticleFilter

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="export-row" aria-label={label}>
      <span className="export-row-label">{label}</span>
      <div className="export-row-chips">{children}</div>
    </fieldset>
  )
}

function DateField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange(value: string): void
}) {
  const t = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const right = partialDate.safeParse(typed.trim()).success
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      className="export-date"
      value={typed}
      error={right ? undefined : t('export.dateForm')}
      onValueChange={(next) => {
        setTyped(next)
        if (partialDate.safeParse(next.trim()).success) onChange(next.trim())
      }}
    />
  )
}

/** Which articles and which types go into the dataset. */
export function ScopeForm({ scope, onChange }: Props) {
  const t = useText()
  const facets = useAnswer('articles.facets', {}).data
  const types = useAnswer('schema.get', {}).data?.entityTypes ?? []
  const { articles, typeIds } = scope

  const setArticles = (patch: { [K in keyof ArticleFilter]?: ArticleFilter[K] | undefined }) =>
    onChange({ ...scope, articles: tidy({ ...articles, ...patch }) })
  const setTypes = (next: number[] | undefined) => {
    const { typeIds: _, ...rest } = scope
    onChange(next ? { ...rest, typeIds: next } : rest)
  }
  const countOf = (list: readonly { key: string; count: number }[] | undefined, key: string) =>
    formatNumber(list?.find((it) => it.key === key)?.count ?? 0)
  const chosen = articles.ids || articles.text || articles.entityId

  return (
    <div className="export-scope">
      {chosen && (
        <Row label={t('export.chosen')}>
          {articles.ids && (
            <Chip
              selected
              label={t('export.chosenArticles', { count: articles.ids.length })}
              onRemove={() => setArticles({ ids: undefined })}
            />
          )}
          {articles.text && (
            <Chip
              selected
              label={t('export.withText', { text: articles.text })}
              onRemove={() => setArticles({ text: undefined })}
            />
          )}
          {articles.entityId && (
            <Chip
              selected
              label={t('export.withEntity')}
              onRemove={() => setArticles({ entityId: undefined })}
            />
          )}
        </Row>
      )}
      <Row label={t('export.statuses')}>
        {articleStatus.options.map((it) => (
          <Chip
            key={it}
            label={t(`corpus.status.${it}`)}
            count={countOf(facets?.statuses, it)}
            selected={articles.statuses?.includes(it) ?? false}
            onToggle={() => setArticles({ statuses: toggled(articles.statuses, it) })}
          />
        ))}
      </Row>
      <Row label={t('export.languages')}>
        {facets?.languages.map((it) => (
          <Chip
            key={it.key}
            label={languageName(it.key)}
            count={formatNumber(it.count)}
            selected={articles.languages?.includes(it.key) ?? false}
            onToggle={() => setArticles({ languages: toggled(articles.languages, it.key) })}
          />
        ))}
      </Row>
      <Row label={t('export.dates')}>
        <DateField
          label={t('export.from')}
          value={articles.publishedFrom ?? ''}
          onChange={(publishedFrom) => setArticles({ publishedFrom })}
        />
        <DateField
          label={t('export.to')}
          value={articles.publishedTo ?? ''}
          onChange={(publishedTo) => setArticles({ publishedTo })}
        />
      </Row>
      <Row label={t('export.types')}>
        {types.map((it) => (
          <Chip
            key={it.id}
            label={it.name}
            mark={<TypeDot colour={it.colour} />}
            selected={typeIds?.includes(it.id) ?? false}
            onToggle={() => setTypes(toggled(typeIds, it.id))}
          />
        ))}
      </Row>
    </div>
  )
}
