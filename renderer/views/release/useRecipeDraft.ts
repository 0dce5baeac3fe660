import type { ExportFormatInfo } from '@shared/contract/exports.ts'
import type { Failure } from '@shared/contract/reply.ts'
import type { Recipe, RecipeData } from '@shared/model/recipe.ts'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { failureOf } from '../../state/notices.ts'
import { problemOf } from './recipes.ts'

/** Quiet time after which what was typed is kept. Every keeping is a step of the history, so not at every letter. */
const pause = 1500

type Draft = Pick<Recipe, 'name' | 'data'>

/** What could not be kept when its form went away, by the recipe's uid: there again when it comes back. */
const unkept = new Map<string, Draft>()

const adopt = (recipe: Recipe, draft: Draft): void => {
  queryClient.setQueryData<Recipe[]>(['releases.recipes', {}], (list) =>
    list?.map((it) => (it.id === recipe.id ? { ...it, ...draft } : it)),
  )
}

export interface RecipeDraft extends Draft {
  state: 'kept' | 'typing' | 'keeping' | 'refused'
  /** Why it cannot be kept as it stands. */
  problem: 'shares' | 'redaction' | null
  /** What the core said when it would not keep it. */
  failure: Failure | null
  /** Changes part of it; `typed` waits for a pause before it is kept. */
  change(patch: Partial<RecipeData>, how?: 'typed'): void
  rename(name: string): void
  /** Keeps what is not kept yet; whether all of it is. */
  keep(): Promise<boolean>
  /** Back to what is kept. */
  discard(): void
}

/** A recipe that keeps itself: at once, after a pause in typing, and when its form goes away. */
export const useRecipeDraft = (recipe: Recipe, formats: readonly ExportFormatInfo[]): RecipeDraft => {
  const [draft, setDraft] = useState<Draft | null>(() => unkept.get(recipe.uid) ?? null)
  const [state, setState] = useState<'idle' | 'keeping'>('idle')
  const [failure, setFailure] = useState<Failure | null>(null)
  const now = useRef<Draft | null>(draft)
  const turn = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const shown: Draft = draft ?? recipe
  const problem = problemOf(shown.data, formats)

  const store = async (): Promise<boolean> => {
    const wanted = now.current
    if (!wanted) return true
    if (problemOf(wanted.data, formats)) return false
    setState('keeping')
    try {
      await call('releases.saveRecipe', { id: recipe.id, name: wanted.name, data: wanted.data })
    } catch (thrown) {
      setFailure(failureOf(thrown))
      return false
    } finally {
      setState('idle')
    }
    adopt(recipe, wanted)
    setFailure(null)
    if (now.current === wanted) {
      now.current = null
      unkept.delete(recipe.uid)
      setDraft(null)
    }
    return now.current === null
  }
  const latest = useRef(store)
  latest.current = store
  const keep = (): Promise<boolean> => {
    clearTimeout(timer.current)
    turn.current = turn.current.then(() => latest.current())
    return turn.current
  }

  const put = (next: Draft, how?: 'typed'): void => {
    now.current = next
    unkept.set(recipe.uid, next)
    setDraft(next)
    setFailure(null)
    clearTimeout(timer.current)
    if (how === 'typed') timer.current = setTimeout(() => void keep(), pause)
    else void keep()
  }

  const leave = useRef(keep)
  leave.current = keep
  useEffect(() => () => void leave.current(), [])

  return {
    ...shown,
    state: failure ? 'refused' : state === 'keeping' ? 'keeping' : draft ? 'typing' : 'kept',
    problem,
    failure,
    change: (patch, how) =>
      put({ name: (now.current ?? recipe).name, data: { ...(now.current ?? recipe).data, ...patch } }, how),
    rename: (name) => put({ name, data: (now.current ?? recipe).data }),
    keep,
    discard: () => {
      clearTimeout(timer.current)
      now.current = null
      unkept.delete(recipe.uid)
      setDraft(null)
      setFailure(null)
    },
  }
}
