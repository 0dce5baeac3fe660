import { articleSort } from '@shared/model/article.ts'
import { ArrowDownUp, Plus } from 'lucide-react'
import { runAction } from '../../actions/run.ts'
import { useAnswer } from '../../api/queries.ts'
import { isFiltered, setSort, useCorpusView } from '../../state/corpusView.ts'
import { formatNumber, useText } from '../../state/i18n.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'

/** How many articles are listed, their order, and the way to more. */
export function CorpusHeaderRight() {
  const t = useText()
  const { filter, sort, selected } = useCorpusView()
  const total = useAnswer('articles.facets', {}).data?.total
  const listed = useAnswer('articles.page', { filter, sort, offset: 0, limit: 100 }, { keepPrevious: true })
    .data?.total
  const choices = articleSort.shape.by.options.filter((it) => it !== 'relevance' || filter.text)
  const facts =
    selected.size > 1
      ? t('corpus.selected', { count: selected.size })
      : total === undefined || listed === undefined
        ? ''
        : isFiltered(filter)
          ? t('corpus.count', { count: listed, total })
          : formatNumber(total)
  return (
    <>
      <span>{facts}</span>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            className="ui-icon-button ui-icon-button-compact"
            aria-label={t('corpus.sort')}
          >
            <ArrowDownUp size={14} aria-hidden />
          </button>
        }
        items={[
          { kind: 'heading', label: t('corpus.sort') },
          ...choices.map((by) => ({
            label: t(`corpus.sort.${by}`),
            checked: sort.by === by,
            run: () =>
              setSort({ by, descending: by === 'publishedOn' || by === 'mentions' || by === 'relevance' }),
          })),
          { kind: 'separator' as const },
          {
            label: t('corpus.sort.descending'),
            checked: sort.descending,
            disabled: sort.by === 'relevance',
            run: () => setSort({ ...sort, descending: !sort.descending }),
          },
        ]}
      />
      <IconButton
        compact
        icon={Plus}
        label={t('action.import.open')}
        shortcut="Mod+I"
        onClick={() => runAction('import.open')}
      />
    </>
  )
}
