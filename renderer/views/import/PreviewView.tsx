import type { Cut, Draft, DraftRow } from '@shared/contract/imports.ts'
import type { ArticleMetadata } from '@shared/model/article.ts'
import type { ImportSet } from '@shared/model/importSet.ts'
import { Copy, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { VirtualListHandle } from '../../ui/VirtualList.tsx'
import { BulkBar } from './BulkBar.tsx'
import { DraftFields } from './DraftFields.tsx'
import { DraftList } from './DraftList.tsx'
import { DraftReading } from './DraftReading.tsx'
import { DraftText } from './DraftText.tsx'
import { SetList } from './sets/SetList.tsx'
import { SetView } from './sets/SetView.tsx'
import { allDraftIds, type Drafts } from './useDrafts.ts'
import { remarkText } from './words.ts'

type Patch = Partial<ArticleMetadata> & { included?: boolean; cutList?: Cut[] }

const update = (ids: readonly number[], patch: Patch) => {
  if (ids.length > 0) call('imports.updateDrafts', { ids: [...ids], patch }).catch(showFailure)
}

function Remarks({ draft, close }: { draft: Draft; close(): void }) {
  const t = useText()
  const { duplicate, warnings } = draft
  if (!duplicate && warnings.length === 0) return null
  return (
    <ul className="import-remarks">
      {duplicate && (
        <li>
          <Copy size={14} aria-hidden />
          <span>
            {t(duplicate.how === 'exact' ? 'import.exactOf' : 'import.nearOf', { of: duplicate.of })}
          </span>
          {duplicate.articleId !== null && (
            <Button
              compact
              variant="quiet"
              onClick={() => {
                useSelection.getState().openArticle(duplicate.articleId)
                close()
              }}
            >
              {t('import.openOther')}
            </Button>
          )}
        </li>
      )}
      {warnings.map((it, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said of two places
        <li key={index}>
          <TriangleAlert size={14} aria-hidden />
          <span>{remarkText(it)}</span>
        </li>
      ))}
    </ul>
  )
}

function DraftView({ id, close }: { id: number; close(): void }) {
  const {
    data: draft,
    error,
    isPending,
    refetch,
  } = useAnswer('imports.draft', { id }, { keepPrevious: true })
  if (isPending) return <Skeleton lines={8} />
  if (error) return <FailedState error={error} onRetry={() => void refetch()} />
  return (
    <div className="import-draft" key={draft.id}>
      <DraftReading draft={draft} />
      <DraftFields draft={draft} onChange={(patch) => update([draft.id], patch)} />
      <Remarks draft={draft} close={close} />
      <DraftText draft={draft} onCuts={(cutList) => update([draft.id], { cutList })} />
    </div>
  )
}

/** A file nothing could be read from, with what to do about it. */
function FailedDraft({ id, name, reason }: { id: number; name: string; reason: string }) {
  const draft = useAnswer('imports.draft', { id }).data
  return (
    <>
      {draft && <DraftReading key={id} draft={draft} />}
      <EmptyState icon={TriangleAlert} title={name} text={reason} />
    </>
  )
}

interface Props {
  drafts: Drafts
  sets: readonly ImportSet[]
  close(): void
}

/** Sets and drafts beside what becomes of the one looked at. Nothing here is stored yet. */
export function PreviewView({ drafts, sets, close }: Props) {
  const t = useText()
  const [active, setActive] = useState(0)
  const [anchor, setAnchor] = useState(0)
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const list = useRef<VirtualListHandle>(null)
  const [setIndex, setSetIndex] = useState(0)
  /** What the analyst turned to; until then what there is of sets comes first. */
  const [chosen, setChosen] = useState<'set' | 'draft' | null>(null)
  const setList = useRef<VirtualListHandle>(null)
  const untouched = chosen === null
  const hasSets = sets.length > 0
  // Sets and drafts come as two answers, in either order.
  useEffect(() => {
    if (untouched) (hasSets ? setList : list).current?.focus()
  }, [untouched, hasSets])

  const looksAtSet = chosen !== 'draft' || drafts.total === 0
  const set = looksAtSet ? sets[Math.min(setIndex, sets.length - 1)] : undefined

  const index = Math.min(active, drafts.total - 1)
  const row = drafts.row(index)

  const onSet = (to: number) => {
    setSetIndex(to)
    setChosen('set')
  }
  const onActive = (to: number, how: { shift: boolean; mod: boolean }) => {
    setActive(to)
    setChosen('draft')
    const id = drafts.row(to)?.id
    if (how.shift) {
      const between: number[] = []
      for (let at = Math.min(anchor, to); at <= Math.max(anchor, to); at++) {
        const found = drafts.row(at)
        if (found && found.error === null) between.push(found.id)
      }
      setSelected(new Set(between))
      return
    }
    setAnchor(to)
    if (!how.mod || id === undefined) return setSelected(new Set())
    const next = new Set(selected)
    // The row that was active alone becomes the first of several.
    if (next.size === 0 && row) next.add(row.id)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }

  const onInclude = useCallback(
    (rows: readonly DraftRow[], included: boolean) =>
      update(
        rows.map((it) => it.id),
        { included },
      ),
    [],
  )
  const onIncludeAll = (included: boolean) =>
    void allDraftIds()
      .then((ids) => update(ids, { included }))
      .catch(showFailure)
  const onSelectAll = () =>
    void allDraftIds()
      .then((ids) => setSelected(new Set(ids)))
      .catch(showFailure)

  return (
    <div className="import-preview">
      <div className="import-lists">
        {sets.length > 0 && (
          <SetList ref={setList} sets={sets} active={set ? sets.indexOf(set) : -1} onActive={onSet} />
        )}
        {drafts.total > 0 && (
          <DraftList
            ref={list}
            drafts={drafts}
            active={set ? -1 : index}
            selected={selected}
            onActive={onActive}
            onInclude={onInclude}
            onIncludeAll={onIncludeAll}
            onSelectAll={onSelectAll}
          />
        )}
      </div>
      <div className="import-detail">
        {set ? (
          <SetView key={set.id} set={set} />
        ) : (
          <>
            {selected.size > 1 && (
              <BulkBar count={selected.size} onSet={(patch) => update([...selected], patch)} />
            )}
            {!row ? (
              <EmptyState title={t('import.pickOne')} />
            ) : row.error !== null ? (
              <FailedDraft id={row.id} name={row.name} reason={remarkText(row.error)} />
            ) : (
              <DraftView id={row.id} close={close} />
            )}
          </>
        )}
      </div>
    </div>
  )
}
