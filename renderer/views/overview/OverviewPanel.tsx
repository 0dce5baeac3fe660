import './overview.css'
import { type ArticleStatus, articleStatus } from '@shared/model/article.ts'
import { ChartColumn, CircleCheck } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import type { MethodOutput } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { formatNumber, languageName, useText } from '../../state/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type Bar, BarTable } from './BarTable.tsx'
import { timeline } from './buckets.ts'
import { showArticles, showEntity, showOnly } from './go.ts'
import { Histogram } from './Histogram.tsx'
import { type Part, StackedBar } from './StackedBar.tsx'

type Overview = MethodOutput<'overview.get'>
type Schema = MethodOutput<'schema.get'>

const textures: Readonly<Record<ArticleStatus, Part['texture']>> = {
  unread: 'hollow',
  in_progress: 'stripes',
  done: 'plain',
  reviewed: 'dots',
  set_aside: 'back',
}
const finished: readonly string[] = ['done', 'reviewed']

const countOf = (list: readonly { key: string; count: number }[], key: string): number =>
  list.find((it) => it.key === key)?.count ?? 0

function Section({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={wide ? 'overview-section overview-wide' : 'overview-section'} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Totals({ data }: { data: Overview }) {
  const t = useText()
  const sum = (list: readonly { count: number }[]) => list.reduce((all, it) => all + it.count, 0)
  const totals = [
    [t('overview.articles'), data.articles],
    [t('overview.entities'), sum(data.entities)],
    [t('overview.mentions'), sum(data.mentions)],
    [t('overview.relations'), sum(data.relations)],
    [t('overview.evidence'), data.evidence],
  ] as const
  return (
    <dl className="overview-totals">
      {totals.map(([name, count]) => (
        <div key={name}>
          <dd>{formatNumber(count)}</dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  )
}

function Status({ data }: { data: Overview }) {
  const t = useText()
  const done = data.statuses.filter((it) => finished.includes(it.key)).reduce((all, it) => all + it.count, 0)
  const parts = articleStatus.options.map(
    (status): Part => ({
      key: status,
      label: t(`corpus.status.${status}`),
      count: countOf(data.statuses, status),
      className: `overview-status-${status}`,
      texture: textures[status],
      onOpen: () => showArticles({ statuses: [status] }),
    }),
  )
  return (
    <Section title={t('overview.byStatus')} wide>
      <p className="overview-lead">
        {t('overview.finished', {
          done,
          total: data.articles,
          percent: formatNumber(data.articles === 0 ? 0 : done / data.articles, {
            style: 'percent',
            maximumFractionDigits: 0,
          }),
        })}
      </p>
      <StackedBar title={t('overview.byStatus')} hint={t('overview.showArticles')} parts={parts} />
    </Section>
  )
}

function Published({ data }: { data: Overview }) {
  const t = useText()
  const { unit, buckets } = useMemo(() => timeline(data.months), [data.months])
  if (buckets.length === 0) return null
  const undated = data.articles - data.months.reduce((all, it) => all + it.count, 0)
  const title = t(unit === 'month' ? 'overview.byMonth' : 'overview.byYear')
  return (
    <Section title={title} wide>
      <Histogram
        title={title}
        unit={t(unit === 'month' ? 'overview.month' : 'overview.year')}
        buckets={buckets}
        hint={t('overview.showArticles')}
        onOpen={(key) => showArticles({ publishedFrom: key, publishedTo: key })}
      />
      {undated > 0 && <p className="overview-quiet">{t('overview.undated', { count: undated })}</p>}
    </Section>
  )
}

function ToCheck({ data }: { data: Overview }) {
  const t = useText()
  const open = [
    { name: t('overview.unlinked'), count: data.unlinkedMentions, show: 'unlinked' },
    { name: t('overview.doubtful'), count: data.doubtfulMentions, show: 'doubtful' },
    { name: t('overview.unproved'), count: data.relationsWithoutEvidence, show: null },
  ] as const
  const some = open.filter(({ count }) => count > 0)
  return (
    <Section title={t('overview.toCheck')}>
      {some.length === 0 ? (
        <p className="overview-clear">
          <CircleCheck size={16} aria-hidden /> {t('overview.allClear')}
        </p>
      ) : (
        <ul className="overview-open">
          {some.map(({ name, count, show }) => (
            <li key={name}>
              {show === null ? (
                <span>{name}</span>
              ) : (
                <button
                  type="button"
                  title={t('overview.showArticles')}
                  onClick={() => showArticles({ toCheck: [show] })}
                >
                  {name}
                </button>
              )}
              <span className="overview-number">{formatNumber(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface TypeBarsProps {
  title: string
  unit: string
  counts: Overview['entities']
  types: Schema['entityTypes'] | Schema['relationTypes']
  onOpen?: ((typeId: number) => void) | undefined
}

function TypeBars({ title, unit, counts, types, onOpen }: TypeBarsProps) {
  const t = useText()
  const bars = counts.flatMap(({ typeId, count }): Bar[] => {
    const type = types.find((it) => it.id === typeId)
    if (!type) return []
    return [
      {
        key: typeId,
        label: type.name,
        count,
        colour: type.colour,
        onOpen: onOpen && (() => onOpen(typeId)),
      },
    ]
  })
  if (bars.length === 0) return null
  return (
    <Section title={title}>
      <BarTable title={title} unit={unit} hint={t('overview.showInNetwork')} bars={bars} />
    </Section>
  )
}

/** The project in numbers: what is there, how far it is, what is left to do. Numbers lead to what they count. */
export function OverviewPanel() {
  const t = useText()
  const overview = useAnswer('overview.get', {}, { keepPrevious: true })
  const schema = useAnswer('schema.get', {}).data
  const data = overview.data

  const content = () => {
    if (overview.isPending || !schema) return <Skeleton lines={8} />
    if (overview.isError)
      return <FailedState error={overview.error} onRetry={() => void overview.refetch()} />
    if (!data || (data.articles === 0 && data.entities.length === 0))
      return <EmptyState icon={ChartColumn} title={t('overview.empty')} text={t('overview.emptyHint')} />
    const { entityTypes, relationTypes } = schema
    return (
      <div className="overview-page">
        <Totals data={data} />
        <div className="overview-grid">
          <Status data={data} />
          <Section title={t('overview.byLanguage')}>
            <BarTable
              title={t('overview.byLanguage')}
              unit={t('overview.articles')}
              hint={t('overview.showArticles')}
              bars={data.languages.map((it) => ({
                key: it.key,
                label: languageName(it.key),
                count: it.count,
                onOpen: () => showArticles({ languages: [it.key] }),
              }))}
            />
          </Section>
          <ToCheck data={data} />
          <Published data={data} />
          <TypeBars
            title={t('overview.entitiesByType')}
            unit={t('overview.entities')}
            counts={data.entities}
            types={entityTypes}
            onOpen={(id) => showOnly('entity', id, entityTypes)}
          />
          <TypeBars
            title={t('overview.mentionsByType')}
            unit={t('overview.mentions')}
            counts={data.mentions}
            types={entityTypes}
          />
          <TypeBars
            title={t('overview.relationsByType')}
            unit={t('overview.relations')}
            counts={data.relations}
            types={relationTypes}
            onOpen={(id) => showOnly('relation', id, relationTypes)}
          />
          {data.strongest.length > 0 && (
            <Section title={t('overview.strongest')}>
              <BarTable
                title={t('overview.strongest')}
                unit={t('overview.entities')}
                hint={t('overview.showEntity')}
                bars={data.strongest.map((it) => ({
                  key: it.id,
                  label: it.name,
                  count: it.mentions,
                  colour: entityTypes.find((type) => type.id === it.typeId)?.colour,
                  onOpen: () => showEntity(it.id),
                }))}
              />
            </Section>
          )}
          {data.days.length > 1 && (
            <Section title={t('overview.byDay')} wide>
              <Histogram title={t('overview.byDay')} unit={t('overview.day')} buckets={data.days} />
            </Section>
          )}
        </div>
      </div>
    )
  }

  return (
    <div className="overview" data-panel="overview" tabIndex={-1}>
      {content()}
    </div>
  )
}
