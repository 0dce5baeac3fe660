import type { ArticleFilter, ArticleStatus } from '@shared/model/article.ts'
import { useAnswer } from '../../api/queries.ts'
import { setFilter, useCorpusView } from '../../state/corpusView.ts'
import { formatDate, languageName, useText } from '../../state/i18n.ts'
import { Chip } from '../../ui/Chip.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'

const open: readonly ArticleStatus[] = ['unread', 'in_progress']
const sameAsOpen = (statuses: readonly string[] | undefined): boolean =>
  statuses?.length === open.length && open.every((it) => statuses.includes(it))

/** What narrows the list by date. */
function useDateLabel({ publishedFrom: from, publishedTo: to }: ArticleFilter): string {
  const t = useText()
  if (from && to) return t('corpus.filter.between', { from: formatDate(from), to: formatDate(to) })
  if (from) return t('corpus.filter.since', { date: formatDate(from) })
  return to ? t('corpus.filter.until', { date: formatDate(to) }) : ''
}

function EntityChip({ id }: { id: number }) {
  const name = useAnswer('entities.get', { id }).data?.name
  return name === undefined ? null : (
    <Chip label={name} selected onRemove={() => setFilter({ entityId: undefined })} />
  )
}

/** The filters in force, each removable; with `offers` also the switches used most. */
export function FilterChips({ offers = false }: { offers?: boolean }) {
  const t = useText()
  const filter = useCorpusView((it) => it.filter)
  const languages = useAnswer('articles.facets', {}).data?.languages ?? []
  const date = useDateLabel(filter)
  const notDone = sameAsOpen(filter.statuses)
  const chosen = filter.languages ?? []
  const offered = offers && languages.length > 1 ? languages.slice(0, 4).map((it) => it.key) : []
  const toggleLanguage = (key: string) =>
    setFilter({ languages: chosen.includes(key) ? chosen.filter((it) => it !== key) : [...chosen, key] })
  return (
    <div className="corpus-chips">
      {!offers && filter.text && (
        <Chip
          label={t('corpus.filter.text', { text: filter.text })}
          selected
          onRemove={() => setFilter({ text: undefined })}
        />
      )}
      {filter.toCheck?.map((what) => (
        <Chip
          key={what}
          label={t(`corpus.filter.${what}`)}
          selected
          onRemove={() => setFilter({ toCheck: filter.toCheck?.filter((it) => it !== what) })}
        />
      ))}
      {filter.entityId !== undefined && <EntityChip id={filter.entityId} />}
      {date && (
        <Chip
          label={date}
          selected
          onRemove={() => setFilter({ publishedFrom: undefined, publishedTo: undefined })}
        />
      )}
      {[...new Set([...offered, ...chosen])].map((key) =>
        offers ? (
          <Chip
            key={key}
            label={key || t('frame.unknownLanguage')}
            selected={chosen.includes(key)}
            onToggle={() => toggleLanguage(key)}
          />
        ) : (
          <Chip key={key} label={languageName(key)} selected onRemove={() => toggleLanguage(key)} />
        ),
      )}
      {(offers || notDone) && (
        <Chip
          label={t('corpus.filter.notDone')}
          selected={notDone}
          onToggle={() => setFilter({ statuses: notDone ? [] : [...open] })}
        />
      )}
      {!notDone &&
        filter.statuses?.map((status) => (
          <Chip
            key={status}
            mark={<StatusGlyph status={status} size={10} />}
            label={t(`corpus.status.${status}`)}
            selected
            onRemove={() => setFilter({ statuses: filter.statuses?.filter((it) => it !== status) })}
          />
        ))}
    </div>
  )
}
