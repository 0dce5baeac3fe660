import './release.css'
import './results.css'
import '../export/export.css'
import type { ReleasePreview } from '@shared/contract/releases.ts'
import type { Recipe, ReleaseDiff, ReleaseReport } from '@shared/model/recipe.ts'
import { Plus, ScrollText, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'
import { failureText } from '../../state/failureText.ts'
import { undo } from '../../state/history.ts'
import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import type { OverlayComponentProps } from '../../state/overlays.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { WorkingView } from '../import/WorkingView.tsx'
import { CompareView, type Pair } from './CompareView.tsx'
import { DiffView } from './DiffView.tsx'
import { DoneView } from './DoneView.tsx'
import { MadeView } from './MadeView.tsx'
import { PreviewView } from './PreviewView.tsx'
import { RecipeView } from './RecipeView.tsx'
import { freeName, newRecipeData } from './recipes.ts'
import { type Place, Side } from './Side.tsx'
import { useReleaseJob } from './useReleaseJob.ts'

interface RunOrder {
  recipeId: number
  path: string
  overwrite: boolean
}

/** Recipes of datasets, the releases written from them, and what differs between two releases. */
export function ReleasesDialog({ close }: OverlayComponentProps<'releases'>) {
  const t = useText()
  const recipes = useAnswer('releases.recipes', {})
  const made = useAnswer('releases.made', {}).data ?? []
  const formats = useAnswer('exports.formats', {}).data ?? []
  const project = useAnswer('projects.current', {}).data
  const [chosen, setChosen] = useState<Place | null>(null)
  const [pair, setPair] = useState<Pair>({ before: '', after: '' })
  const [removed, setRemoved] = useState<string | null>(null)
  const [lastRun, setLastRun] = useState<RunOrder | null>(null)
  const { job, working, start, cancel, leave } = useReleaseJob()
  const runShown = useRef(() => {})
  const adding = useRef(false)

  const list = recipes.data ?? []
  const first: Place | null = list[0] ? { kind: 'recipe', id: list[0].id } : null
  const gone = chosen?.kind === 'recipe' && !list.some((it) => it.id === chosen.id)
  const place = chosen && !gone ? chosen : first
  const recipe = place?.kind === 'recipe' ? list.find((it) => it.id === place.id) : undefined
  const canWrite = project !== undefined && project !== null && !project.readOnly

  const add = async (name: string, data: Recipe['data']) => {
    // Whoever types on while the recipe is made would press the button again.
    if (adding.current) return
    adding.current = true
    try {
      const taken = list.map((it) => it.name)
      const { id } = await call('releases.saveRecipe', { name: freeName(name, taken), data })
      await recipes.refetch()
      show({ kind: 'recipe', id, isNew: true })
    } finally {
      adding.current = false
    }
  }
  const addNew = () => void add(t('release.newRecipe'), newRecipeData(project?.name ?? '')).catch(showFailure)
  const remove = async (it: Recipe) => {
    await call('releases.removeRecipe', { id: it.id })
    setRemoved(it.name)
  }
  const bringBack = async () => {
    await undo()
    setRemoved(null)
  }
  const run = (order: RunOrder) => {
    setLastRun(order)
    start(call('releases.run', order))
  }
  const compare = (next: Pair) => {
    setPair(next)
    setChosen({ kind: 'compare' })
    start(call('releases.diff', next))
  }
  /** The release of the same recipe that was written before, else of any. */
  const before = (path: string, recipeUid: string | undefined, madeId?: number) => {
    const older = made.filter((it) => it.path !== path && (madeId === undefined || it.id < madeId))
    return older.find((it) => it.recipeUid === recipeUid) ?? older[0]
  }
  const show = (next: Place) => {
    if (!working) leave()
    const [newest] = made
    if (next.kind === 'compare' && pair.after === '' && newest)
      setPair({ before: before(newest.path, newest.recipeUid)?.path ?? '', after: newest.path })
    setRemoved(null)
    setChosen(next)
  }
  const toCompare = (path: string, recipeUid: string | undefined, madeId: number) => {
    show({ kind: 'compare' })
    setPair({ before: before(path, recipeUid, madeId)?.path ?? '', after: path })
  }

  const outcome = () => {
    if (working)
      return (
        <WorkingView
          text={t(job ? `frame.job.${job.kind}` : 'frame.loading')}
          done={job?.done ?? 0}
          total={job?.total ?? 0}
          note={job?.note ?? ''}
          onCancel={cancel}
        />
      )
    if (!job) return null
    if (job.state !== 'done') {
      const replaceable =
        job.kind === 'releases.run' && job.error?.code === 'conflict' && !job.error.details?.foreign
      return (
        <EmptyState
          icon={TriangleAlert}
          title={t(job.state === 'cancelled' ? 'release.cancelled' : 'release.failed')}
          text={job.error && job.state === 'failed' ? failureText(job.error, t) : undefined}
        >
          <Button autoFocus onClick={leave}>
            {t('export.back')}
          </Button>
          {replaceable && lastRun && (
            <Button variant="danger" onClick={() => run({ ...lastRun, overwrite: true })}>
              {t('export.replace')}
            </Button>
          )}
          {job.state === 'failed' && (
            <CopyButton text={JSON.stringify(job, null, 2)} label={t('frame.copyDetails')} />
          )}
        </EmptyState>
      )
    }
    if (job.kind === 'releases.preview')
      return <PreviewView preview={job.result as ReleasePreview} onBack={leave} />
    if (job.kind === 'releases.diff') return <DiffView diff={job.result as ReleaseDiff} onBack={leave} />
    const report = job.result as ReleaseReport
    const earlier = before(report.path, list.find((it) => it.id === lastRun?.recipeId)?.uid)
    return (
      <DoneView
        report={report}
        onBack={leave}
        onCompare={earlier && (() => compare({ before: earlier.path, after: report.path }))}
      />
    )
  }

  const shownPlace = () => {
    if (recipes.isPending || formats.length === 0) return <Skeleton lines={8} />
    if (recipes.isError) return <FailedState error={recipes.error} onRetry={() => void recipes.refetch()} />
    if (place?.kind === 'compare')
      return <CompareView pair={pair} made={made} onPair={setPair} onCompare={() => compare(pair)} />
    if (place?.kind === 'made') {
      const it = made.find(({ id }) => id === place.id)
      if (!it) return null
      return (
        <MadeView
          key={it.id}
          made={it}
          recipe={list.find(({ uid }) => uid === it.recipeUid)?.name}
          onCompare={() => toCompare(it.path, it.recipeUid, it.id)}
        />
      )
    }
    if (!recipe)
      return (
        <EmptyState icon={ScrollText} title={t('release.none')} text={t('release.noneHint')}>
          <Button
            icon={Plus}
            variant="primary"
            autoFocus={removed === null}
            disabled={!canWrite}
            onClick={addNew}
          >
            {t('release.new')}
          </Button>
        </EmptyState>
      )
    return (
      <RecipeView
        key={recipe.id}
        recipe={recipe}
        formats={formats}
        isNew={place?.kind === 'recipe' && place.isNew === true}
        runRef={runShown}
        onPreview={(data) => start(call('releases.preview', { data }))}
        onRun={(order) => run({ ...order, recipeId: recipe.id })}
        onDuplicate={(data) => void add(t('release.copyOf', { name: recipe.name }), data).catch(showFailure)}
        onRemove={() => void remove(recipe).catch(showFailure)}
      />
    )
  }

  const result = outcome()
  const isResult = result !== null
  const body = useRef<HTMLDivElement>(null)
  // Buttons go with what they led to; the focus goes on to what stands there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time something else stands there
  useEffect(() => {
    const shown = body.current?.querySelector<HTMLElement>(
      working ? '.release-result' : '.release-place:not([hidden]) .release-detail[tabindex]',
    )
    if (document.activeElement === document.body || working) shown?.focus()
  }, [working, isResult])
  // The dialog opens before its lists are there.
  useEffect(() => {
    if (!recipes.isPending)
      body.current?.querySelector<HTMLElement>('.release-item[aria-current=true]')?.focus()
  }, [recipes.isPending])
  return (
    <Dialog title={t('release.title')} onClose={close} size="full" stay className="release">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the whole dialog */}
      <div
        ref={body}
        className="release-body"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !recipe || isResult) return
          event.preventDefault()
          event.stopPropagation()
          runShown.current()
        }}
      >
        <Side
          recipes={list}
          made={made}
          place={place}
          canWrite={canWrite}
          onPlace={show}
          onNew={addNew}
          removed={removed}
          onBringBack={() => void bringBack().catch(showFailure)}
        />
        {/* What stands behind a result keeps its place and what was typed. */}
        <div className="release-place" hidden={isResult}>
          {shownPlace()}
        </div>
        {isResult && (
          <div className="release-place release-result" tabIndex={-1}>
            {result}
          </div>
        )}
      </div>
    </Dialog>
  )
}
