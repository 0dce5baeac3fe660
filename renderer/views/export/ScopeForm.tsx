import type { ExportScope } from '@shared/contract/exports.ts'
import { type ArticleFilter, type ArticleStatus, articleStatus } from '@shared/model/article.ts'
import { certainty } from '@shared/model/provenance.ts'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, languageName, useText } from '../../state/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { TypeDot } from '../../ui/TypeDot.tsx'
import { DateField, Row } from './ScopeParts.tsx'

interface Props {
  scope: ExportScope
  onChange(scope: ExportScope): void
}

const toggled = <T,>(list: readonly T[] | undefined, value: T): T[] | undefined => {
  const next = list?.includes(value) ? list.filter((it) => it !== value) : [...(list ?? []), value]
  return next.length > 0 ? next : undefined
}

/** Without the keys that say nothing. */
const tidy = (it: object): object =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined && value !== ''))

/** Which articles and what of their annotations go into a dataset. */
export function ScopeForm({ scope, onChange }: Props) {
  const t = useText()
  const facets = useAnswer('articles.facets', {}).data
  const types = useAnswer('schema.get', {}).data?.entityTypes ?? []
  const persons = useAnswer('overview.get', {}).data?.persons ?? []
  const { articles, typeIds, certainties, personIds } = scope

  const setArticles = (patch: { [K in keyof ArticleFilter]?: ArticleFilter[K] | undefined }) =>
    onChange({ ...scope, articles: tidy({ ...articles, ...patch }) as ArticleFilter })
  const set = (patch: { [K in keyof ExportScope]?: ExportScope[K] | undefined }) =>
    onChange(tidy({ ...scope, ...patch }) as ExportScope)
  // Who asks for articles that were set aside wants them.
  const setStatuses = (statuses: ArticleStatus[] | undefined) => {
    const { statuses: _, ...rest } = articles
    const asks = statuses?.includes('set_aside') && !articles.statuses?.includes('set_aside')
    set({ articles: tidy({ ...rest, statuses }) as ArticleFilter, ...(asks && { setAside: true }) })
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
            onToggle={() => setStatuses(toggled(articles.statuses, it))}
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
            onToggle={() => set({ typeIds: toggled(typeIds, it.id) })}
          />
        ))}
      </Row>
      <Row label={t('export.certainties')}>
        {certainty.options.map((it) => (
          <Chip
            key={it}
            label={t(`export.certainty.${it}`)}
            selected={certainties?.includes(it) ?? false}
            onToggle={() => set({ certainties: toggled(certainties, it) })}
          />
        ))}
      </Row>
      {(persons.length > 1 || personIds) && (
        <Row label={t('export.persons')}>
          {persons.map((it) => (
            <Chip
              key={it.id}
              label={it.name || t('export.nameless')}
              count={formatNumber(it.mentions + it.relations + it.evidence)}
              selected={personIds?.includes(it.id) ?? false}
              onToggle={() => set({ personIds: toggled(personIds, it.id) })}
            />
          ))}
        </Row>
      )}
      <Row label={t('export.also')}>
        <Checkbox
          label={t('export.setAside')}
          checked={scope.setAside ?? false}
          onCheckedChange={(on) => set({ setAside: on || undefined })}
        />
        <Checkbox
          label={t('export.suggestions')}
          checked={scope.suggestions ?? false}
          onCheckedChange={(on) => set({ suggestions: on || undefined })}
        />
      </Row>
    </div>
  )
}
