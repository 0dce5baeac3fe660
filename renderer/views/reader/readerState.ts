/** What the reader shows besides its text: one value in the editor's state, changed by one effect. */
import { StateEffect, StateField } from '@codemirror/state'
import type { EvidenceMark } from '@shared/model/relation.ts'
import type { EntityType } from '@shared/model/schema.ts'
import type { Span } from '@shared/text/span.ts'
import { emptyIndex, type MentionIndex } from './spanIndex.ts'

export interface ReaderView {
  readonly index: MentionIndex
  readonly evidence: readonly EvidenceMark[]
  readonly types: ReadonlyMap<number, EntityType>
  /** Type labels drawn at the start of mentions. */
  readonly labels: boolean
  readonly mentionId: number | null
  readonly entityId: number | null
  readonly relationId: number | null
  readonly evidenceId: number | null
  readonly hoveredId: number | null
  /** A passage under construction: the evidence of a relation about to be stated. */
  readonly passage: Span | null
  /** Fragments shown instead of a mention's own while its end is dragged. */
  readonly resizing: { readonly id: number; readonly fragments: readonly Span[] } | null
  /** A passage that was just jumped to. */
  readonly flash: Span | null
  /** Places found in the text, in order, and which of them one stands on (-1 for none). */
  readonly hits: readonly Span[]
  readonly hit: number
  readonly heading: Heading
  /** Where lines begin that were headings in the original, in order. */
  readonly subheadings: readonly number[]
}

/** The block above the text. */
export interface Heading {
  readonly title: string
  readonly meta: string
}

export const emptyView: ReaderView = {
  index: emptyIndex,
  evidence: [],
  types: new Map(),
  labels: false,
  mentionId: null,
  entityId: null,
  relationId: null,
  evidenceId: null,
  hoveredId: null,
  passage: null,
  resizing: null,
  flash: null,
  hits: [],
  hit: -1,
  heading: { title: '', meta: '' },
  subheadings: [],
}

export const changeView = StateEffect.define<Partial<ReaderView>>()

export const readerView = StateField.define<ReaderView>({
  create: () => emptyView,
  update: (value, transaction) => {
    let next = value
    for (const effect of transaction.effects) if (effect.is(changeView)) next = { ...next, ...effect.value }
    return next
  },
})
