import type { Failure } from '@shared/contract/reply.ts'
import { create } from 'zustand'
import { CallError } from '../api/client.ts'
import { failureText } from './failureText.ts'
import { text } from './i18n.ts'

export interface Notice {
  id: number
  tone: 'info' | 'success' | 'failure'
  text: string
  /** Everything worth copying into a report. */
  details?: string
  action?: { label: string; run(): void }
}

interface Notices {
  notices: Notice[]
  show(notice: Omit<Notice, 'id'>): void
  dismiss(id: number): void
}

let nextId = 1

export const useNotices = create<Notices>()((set) => ({
  notices: [],
  show: (notice) => set((state) => ({ notices: [...state.notices.slice(-4), { ...notice, id: nextId++ }] })),
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((it) => it.id !== id) })),
}))

/** What was thrown as the data a person is told from. */
export const failureOf = (thrown: unknown): Failure =>
  thrown instanceof CallError
    ? thrown.failure
    : {
        code: 'internal',
        message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
      }

/** Shows why something failed; for `catch`. */
export const showFailure = (thrown: unknown): void => {
  const failure = failureOf(thrown)
  useNotices
    .getState()
    .show({ tone: 'failure', text: failureText(failure, text), details: JSON.stringify(failure, null, 2) })
}
