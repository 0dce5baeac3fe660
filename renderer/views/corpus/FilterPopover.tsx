import { type ArticleStatus, articleStatus } from '@shared/model/article.ts'
import { partialDate } from '@shared/model/provenance.ts'
import { ListFilter } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { clearFilter, isFiltered, setFilter, useCorpusView } from '../../state/corpusView.ts'
import { formatNumber, languageName, useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { TextField } from '../../ui/TextField.tsx'

const toggled = <T,>(list: readonly T[] | undefined, value: T): T[] =>
  list?.includes(value) ? list.filter((it) => it !== value) : [...(list ?? []), value]

/** A date as far as it is known; taken over once it is one. */
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
  const wrong = !partialDate.safeParse(typed.trim()).success
  return (
    <TextField
      label={label}
      value={typed}
      placeholder={t('corpus.filter.dateHint')}
      error={wrong && typed.length >= 4 ? t('corpus.filter.dateWrong') : undefined}
      onValueChange={(next) => {
        setTyped(next)
        if (partialDate.safeParse(next.trim()).success) onChange(next.trim())
      }}
    />
  )
}

function EntityField() {
  const t = useText()
  const [typed, setTyped] = useState('')
  const { data } = useAnswer(
    'entities.candidates',
    { text: typed, limit: 6 },
    { enabled: typed.trim() !== '', keepPrevious: true },
  )
  return (
    <div className="corpus-filter-entity">
      <TextField
        label={t('corpus.filter.entity')}
        placeholder={t('corpus.filter.entityPlaceholder')}
        value={typed}
        onValueChange={setTyped}
        clearable
        onKeyDown={(event) => {
          const best = data?.[0]
          if (event.key !== 'Enter' || !best) return
          setFilter({ entityId: best.id })
          setTyped('')
        }}
      />
      {typed.trim() !== '' &&
        data?.map((it) => (
          <button
            key={it.id}
            type="button"
            className="ui-menu-item corpus-filter-candidate"
            onClick={() => {
              setFilter({ entityId: it.id })
              setTyped('')
            }}
          >
            <span className="ui-menu-label">{it.name}</span>
            <span className="corpus-faint">{formatNumber(it.mentions)}</span>
          </button>
        ))}
    </div>
  )
}

/** Everything the list can be narrowed by. */
export function FilterPopover() {
  const t = useText()
  const filter = useCorpusView((it) => it.filter)
  const facets = useAnswer('articles.facets', {}).data
  const countOf = (status: ArticleStatus) => facets?.statuses.find((it) => it.key === status)?.count ?? 0
  const { text: _, ...others } = filter
  return (
    <Popover
      label={t('corpus.filter')}
      className="corpus-filter"
      trigger={
        <button
          type="button"
          className="ui-icon-button"
          aria-label={t('corpus.filter')}
          data-on={isFiltered(others) ? '' : undefined}
        >
          <ListFilter size={16} aria-hidden />
        </button>
      }
    >
      <fieldset>
        <legend>{t('corpus.filter.status')}</legend>
        {articleStatus.options.map((status) => (
          <div key={status} className="corpus-filter-line">
            <Checkbox
              label={
                <span className="corpus-filter-status">
                  <StatusGlyph status={status} />
                  {t(`corpus.status.${status}`)}
                </span>
              }
              checked={filter.statuses?.includes(status) ?? false}
              onCheckedChange={() => setFilter({ statuses: toggled(filter.statuses, status) })}
            />
            <span className="corpus-faint">{formatNumber(countOf(status))}</span>
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('corpus.filter.language')}</legend>
        {facets?.languages.map(({ key, count }) => (
          <div key={key} className="corpus-filter-line">
            <Checkbox
              label={languageName(key)}
              checked={filter.languages?.includes(key) ?? false}
              onCheckedChange={() => setFilter({ languages: toggled(filter.languages, key) })}
            />
            <span className="corpus-faint">{formatNumber(count)}</span>
          </div>
        ))}
      </fieldset>
      <div className="corpus-filter-dates">
        <DateField
          label={t('corpus.filter.from')}
          value={filter.publishedFrom ?? ''}
          onChange={(value) => setFilter({ publishedFrom: value })}
        />
        <DateField
          label={t('corpus.filter.to')}
          value={filter.publishedTo ?? ''}
          onChange={(value) => setFilter({ publishedTo: value })}
        />
      </div>
      <EntityField />
      <Button compact variant="quiet" disabled={!isFiltered(filter)} onClick={clearFilter}>
        {t('corpus.clearAll')}
      </Button>
    </Popover>
  )
}
