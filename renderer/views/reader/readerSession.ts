/** One open reader: its text view, what stands around it, and the little windows at its caret. */
import type { EvidenceMark } from '@shared/model/relation.ts'
import type { EntityType, Schema } from '@shared/model/schema.ts'
import type { Span } from '@shared/text/span.ts'
import { create } from 'zustand'
import type { Reader } from './createReader.ts'

export type Side = 'first' | 'second'

/** A little window at the caret. `at` is the passage it belongs to (UTF-16). */
export type ReaderPopover =
  | { readonly kind: 'entity'; readonly mentionId: number; readonly at: Span; readonly relateNext?: boolean }
  | { readonly kind: 'type'; readonly mentionId: number | null; readonly at: Span }
  | { readonly kind: 'stack'; readonly mentionIds: readonly number[]; readonly at: Span }
  | { readonly kind: 'relation'; readonly mentionId: number; readonly at: Span }
  | { readonly kind: 'value'; readonly mentionId: number; readonly at: Span }
  | { readonly kind: 'note'; readonly mentionId: number; readonly at: Span }
  | { readonly kind: 'evidence'; readonly marks: readonly EvidenceMark[]; readonly rect: DOMRect }

export interface ReaderSession {
  readonly side: Side
  readonly reader: Reader
  readonly schema: Schema
  readonly types: ReadonlyMap<number, EntityType>
  open(popover: ReaderPopover | null): void
  announce(text: string): void
}

/** Small facts of the open texts, for the panels' headers and for views beside them. */
export interface ReaderFacts {
  readonly articleId: number | null
  readonly language: string
  readonly mentions: number
  readonly unlinked: number
}

const noFacts: ReaderFacts = { articleId: null, language: '', mentions: 0, unlinked: 0 }

export const useReaderFacts = create<Record<Side, ReaderFacts>>()(() => ({ first: noFacts, second: noFacts }))
