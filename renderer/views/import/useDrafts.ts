import type { DraftRow } from '@shared/contract/imports.ts'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type CallError, call } from '../../api/client.ts'
import { useAnswer } from '../../api/queries.ts'

const pageSize = 200

export interface Drafts {
  total: number
  included: number
  failed: number
  isPending: boolean
  error: CallError | null
  /** Undefined while its page is on the way. */
  row(index: number): DraftRow | undefined
  /** Tells which rows are in view, so that only their pages are asked. */
  onRange(first: number, last: number): void
}

/** The waiting drafts, asked in pages as they come into view. */
export const useDrafts = (): Drafts => {
  const counts = useAnswer('imports.drafts', { offset: 0, limit: 1 })
  const [range, setRange] = useState({ first: 0, last: 0 })
  const total = counts.data?.total ?? 0
  const from = Math.floor(range.first / pageSize)
  const to = Math.min(Math.floor(range.last / pageSize), Math.max(0, Math.ceil(total / pageSize) - 1))
  const pages = useQueries({
    queries: Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => {
      const input = { offset: (from + index) * pageSize, limit: pageSize }
      // The key begins with the method, so that live updates find it like any other answer.
      return {
        queryKey: ['imports.drafts', input],
        queryFn: () => call('imports.drafts', input),
        enabled: total > 0,
      }
    }),
  })
  return {
    total,
    included: counts.data?.included ?? 0,
    failed: counts.data?.failed ?? 0,
    isPending: counts.isPending,
    error: counts.error ?? (pages.find((it) => it.error)?.error as CallError | undefined) ?? null,
    row: (index) => pages[Math.floor(index / pageSize) - from]?.data?.rows[index % pageSize],
    onRange: useCallback((first: number, last: number) => setRange({ first, last }), []),
  }
}

/** Every waiting draft that could be read, for setting something on all of them. */
export const allDraftIds = async (): Promise<number[]> => {
  const ids: number[] = []
  for (let offset = 0; ; offset += 500) {
    const { total, rows } = await call('imports.drafts', { offset, limit: 500 })
    ids.push(...rows.filter((it) => it.error === null).map((it) => it.id))
    if (offset + 500 >= total) return ids
  }
}
