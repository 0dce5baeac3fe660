import { MousePointerClick } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { type Subject, useSelection } from '../../state/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { ArticleView } from './ArticleView.tsx'
import { EntityView } from './EntityView.tsx'
import { MentionView } from './MentionView.tsx'
import { RelationView } from './RelationView.tsx'
import './inspector.css'
import './passages.css'

/** Shows whatever is selected, in full, to be read and changed. */
export function InspectorPanel() {
  const t = useText()
  const subject = useSelection((it) => it.subject)
  const schema = useAnswer('schema.get', {})
  return (
    <div className="inspector" data-panel="inspector" tabIndex={-1}>
      {schema.error ? (
        <FailedState error={schema.error} onRetry={() => void schema.refetch()} />
      ) : !subject ? (
        <EmptyState icon={MousePointerClick} title={t('inspector.empty')} text={t('inspector.emptyText')} />
      ) : (
        schema.data && <SubjectView key={`${subject.kind}-${subject.id}`} subject={subject} />
      )}
    </div>
  )
}

function SubjectView({ subject }: { subject: Subject }) {
  const schema = useAnswer('schema.get', {}).data!
  const mentionId = useSelection((it) => it.mentionId)
  switch (subject.kind) {
    case 'entity':
      return (
        <>
          {mentionId !== null && <MentionOfEntity id={mentionId} />}
          <EntityView id={subject.id} schema={schema} />
        </>
      )
    case 'mention':
      return <MentionView id={subject.id} schema={schema} />
    case 'relation':
      return <RelationView id={subject.id} schema={schema} />
    case 'article':
      return <ArticleView id={subject.id} />
  }
}

/** The mention that led to an entity, folded away above it. */
function MentionOfEntity({ id }: { id: number }) {
  const t = useText()
  const schema = useAnswer('schema.get', {}).data!
  const mention = useAnswer('mentions.get', { ids: [id] }).data?.[0]
  const [open, setOpen] = useState(false)
  if (!mention) return null
  return (
    <div className="inspector-mention">
      <Button variant="quiet" compact aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('inspector.thisMention')}
        <q className="inspector-mention-quote">{mention.fragments.map((it) => it.quote).join(' … ')}</q>
        <span className="inspector-quiet">{t(`inspector.certainty.${mention.certainty}`)}</span>
      </Button>
      {open && (
        <div className="inspector-mention-body">
          <MentionView id={id} schema={schema} nested />
        </div>
      )}
    </div>
  )
}
