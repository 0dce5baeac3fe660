import { type ArticleMetadata, articleStatus } from '@shared/model/article.ts'
import { useRef } from 'react'
import { useActions } from '../../actions/useActions.ts'
import { useAnswer } from '../../api/queries.ts'
import {
  formatBytes,
  formatDate,
  formatNumber,
  languageName,
  language as uiLanguage,
  useText,
} from '../../state/i18n.ts'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { change } from './doing.ts'
import { Editable } from './Editable.tsx'
import { GoneOrFailed } from './GoneOrFailed.tsx'
import { NoteField } from './NoteField.tsx'
import { ProvenanceLine } from './ProvenanceLine.tsx'
import { readPartialDate } from './readInput.ts'
import { Fact, Section } from './Section.tsx'

const languages = ['', 'de', 'en', 'zh', 'fr', 'es', 'it', 'nl', 'pl', 'ja', 'ko', 'ru']
const firstOnly = { sort: { by: 'title', descending: false }, offset: 0, limit: 1 } as const

/** One article: what is known about it, how far it is, where it came from. */
export function ArticleView({ id }: { id: number }) {
  const t = useText()
  const title = useRef<HTMLTextAreaElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const answer = useAnswer('articles.get', { id })
  const row = useAnswer('articles.page', { filter: { ids: [id] }, ...firstOnly }).data?.rows[0]
  const article = answer.data

  useActions({
    'inspector.rename': () => {
      title.current?.focus()
      title.current?.select()
    },
    'inspector.note': () => note.current?.focus(),
  })

  if (answer.error) return <GoneOrFailed error={answer.error} retry={() => void answer.refetch()} />
  if (!article) return <Skeleton lines={6} />
  const update = (patch: Partial<ArticleMetadata>) => void change('articles.update', { ids: [id], patch })
  const choices = languages.includes(article.language) ? languages : [...languages, article.language]
  return (
    <>
      <header className="inspector-head">
        <div className="inspector-title">
          <Editable
            ref={title}
            className="inspector-name"
            label={t('inspector.title')}
            placeholder={t('inspector.untitled')}
            lang={article.language || undefined}
            value={article.title}
            onCommit={(next) => update({ title: next })}
          />
        </div>
        <div className="inspector-sub">
          <Select
            quiet
            hideLabel
            label={t('inspector.articleStatus')}
            value={article.status}
            onValueChange={(status) => void change('articles.update', { ids: [id], patch: { status } })}
            options={articleStatus.options.map((value) => ({ value, label: t(`corpus.status.${value}`) }))}
          />
          {row && (
            <span>
              {[
                t('inspector.mentionCount', { count: row.mentions }),
                row.unlinked > 0 && t('inspector.unlinkedCount', { count: row.unlinked }),
                t('inspector.relationCount', { count: row.relations }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </div>
      </header>
      <Section title={t('inspector.metadata')}>
        <Fact name={t('inspector.language')}>
          <Select
            quiet
            hideLabel
            label={t('inspector.language')}
            value={article.language}
            onValueChange={(language) => update({ language })}
            options={choices.map((value) => ({ value, label: languageName(value) }))}
          />
        </Fact>
        <Fact name={t('inspector.date')}>
          <Editable
            label={t('inspector.date')}
            placeholder="–"
            value={formatDate(article.publishedOn)}
            onCommit={(typed) => {
              const read = readPartialDate(typed, uiLanguage())
              if (read === null) return t('inspector.value.date')
              update({ publishedOn: read })
            }}
          />
        </Fact>
        <Fact name={t('inspector.publisher')}>
          <Editable
            label={t('inspector.publisher')}
            placeholder="–"
            value={article.publisher}
            onCommit={(publisher) => update({ publisher })}
          />
        </Fact>
        <Fact name={t('inspector.url')}>
          <Editable
            label={t('inspector.url')}
            placeholder="–"
            className="inspector-url"
            value={article.sourceUrl}
            onCommit={(sourceUrl) => update({ sourceUrl })}
          />
        </Fact>
      </Section>
      <NoteField
        ref={note}
        value={article.note}
        onSave={(text) => change('articles.update', { ids: [id], patch: { note: text } })}
      />
      <Section title={t('inspector.origin')}>
        {article.source ? (
          <>
            <Fact name={t('inspector.file')}>{article.source.name}</Fact>
            <Fact name={t('inspector.mediaType')}>
              {[article.source.mediaType, article.source.encoding].filter(Boolean).join(' · ')}
            </Fact>
            <Fact name={t('inspector.size')}>{formatBytes(article.source.byteLength)}</Fact>
            <Cuts id={id} />
          </>
        ) : (
          <p className="inspector-none">{t('inspector.noSource')}</p>
        )}
        <Fact name={t('inspector.length')}>{t('inspector.lengthUnits', { number: article.length })}</Fact>
        <Fact name={t('inspector.hash')}>
          <code className="inspector-hash" title={article.textHash}>
            {article.textHash}
          </code>
        </Fact>
      </Section>
      <ProvenanceLine provenance={article.provenance} />
    </>
  )
}

/** How many passages of the page were left out of the text. */
function Cuts({ id }: { id: number }) {
  const t = useText()
  const { data } = useAnswer('articles.source', { id })
  return data ? <Fact name={t('inspector.cuts')}>{formatNumber(data.cuts)}</Fact> : null
}
