/** Mentions, evidence and labels as decorations of what is visible, and no more. */
import { type Extension, Prec, type Range } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { type ReaderView, readerView } from './readerState.ts'
import { type Layer, segmentsIn } from './segments.ts'
import { mentionOf, patchIndex } from './spanIndex.ts'

const marks = new Map<string, Decoration>()
/** Equal marks are the same object, so that CodeMirror leaves their elements alone. */
const markOf = (classes: string, label = ''): Decoration => {
  const key = `${classes}\n${label}`
  let mark = marks.get(key)
  if (!mark) {
    mark = Decoration.mark({
      class: classes,
      ...(label === '' ? {} : { attributes: { 'data-label': label } }),
    })
    marks.set(key, mark)
  }
  return mark
}

/** While an end is dragged the mention is drawn where it would lie. */
const shownIndex = (view: ReaderView): ReaderView['index'] => {
  if (!view.resizing) return view.index
  const mention = mentionOf(view.index, view.resizing.id)
  return mention ? patchIndex(view.index, [{ ...mention, fragments: view.resizing.fragments }]) : view.index
}

/** Ids of the mentions that are the ends of the selected relation in this article. */
const relationEnds = ({ evidence, relationId }: ReaderView): ReadonlySet<number> =>
  new Set(
    relationId === null
      ? []
      : evidence
          .filter((it) => it.relationId === relationId)
          .flatMap((it) => [it.sourceMentionId ?? 0, it.targetMentionId ?? 0]),
  )

const layerClasses = (
  view: ReaderView,
  { index }: Pick<ReaderView, 'index'>,
  { piece, lane }: Layer,
): string => {
  const type = view.types.get(index.typeId[piece]!)
  const colour = type?.colour ?? 'grey'
  const hollow = type?.kind === 'entity' && index.entityId[piece] === 0
  const doubtful = index.certainty[piece] === 2
  return `reader-c${lane}-${colour} reader-p${lane}-${doubtful ? 'wavy' : (type?.pattern ?? 'solid')}${
    hollow ? ` reader-hollow${lane}` : ''
  }`
}

const segmentClasses = (
  view: ReaderView,
  shown: Pick<ReaderView, 'index'>,
  ends: ReadonlySet<number>,
  layers: readonly Layer[],
  from: number,
  to: number,
): string => {
  const { index } = shown
  const deepest = layers.at(-1)!.lane
  const classes = [`reader-mention reader-lanes${deepest + 1}`]
  if (layers.length > 1) classes.push('reader-blend')
  let state = 0
  for (const layer of layers) {
    classes.push(layerClasses(view, shown, layer))
    const { piece } = layer
    const id = index.mention[piece]!
    const chosen = id === view.mentionId
    const related = ends.has(id) || (view.entityId !== null && index.entityId[piece] === view.entityId)
    const hovered = id === view.hoveredId
    const rank = chosen ? 3 : related ? 2 : hovered ? 1 : 0
    if (rank > 0 && rank >= state) {
      state = rank
      const name = chosen ? 'reader-chosen' : related ? 'reader-related' : 'reader-hovered'
      classes.push(name)
      if (chosen && index.start[piece] === from) classes.push('reader-chosen-start')
      if (chosen && index.end[piece] === to) classes.push('reader-chosen-end')
    }
    if (index.split[piece] && (chosen || hovered)) classes.push('reader-split')
    if (layer === layers[0]) {
      if (index.start[piece] === from) classes.push('reader-opens')
      if (index.end[piece] === to) classes.push('reader-closes')
    }
  }
  return classes.join(' ')
}

/** Labels of the mentions that begin here; drawn before the text by the style sheet, so that nothing is inserted. */
const labelOf = (
  { types }: ReaderView,
  index: ReaderView['index'],
  layers: readonly Layer[],
  from: number,
): string =>
  layers
    .filter(({ piece }) => index.first[piece] && index.start[piece] === from)
    .map(({ piece }) => types.get(index.typeId[piece]!)?.label ?? '')
    .filter(Boolean)
    .join(' ')

const mentionMarks = (editor: EditorView): DecorationSet => {
  const view = editor.state.field(readerView)
  const index = shownIndex(view)
  const shown = { index }
  const ends = relationEnds(view)
  const ranges: Range<Decoration>[] = []
  for (const { from, to } of editor.visibleRanges) {
    for (const segment of segmentsIn(index, from, to)) {
      const classes = segmentClasses(view, shown, ends, segment.layers, segment.from, segment.to)
      const label = view.labels ? labelOf(view, index, segment.layers, segment.from) : ''
      ranges.push(markOf(classes, label).range(segment.from, segment.to))
    }
  }
  return Decoration.set(ranges, true)
}

/** The first hit that ends after `from`; hits are in order and disjoint. */
const firstHit = (hits: ReaderView['hits'], from: number): number => {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hits[middle]!.end > from) high = middle
    else low = middle + 1
  }
  return low
}

/** Passages behind the mentions: evidence, the passage being proved, what was jumped to, the gaps of split mentions. */
const passageMarks = (editor: EditorView): DecorationSet => {
  const view = editor.state.field(readerView)
  const ranges: Range<Decoration>[] = []
  const add = (classes: string, from: number, to: number): void => {
    if (from < to && to <= editor.state.doc.length) ranges.push(markOf(classes).range(from, to))
  }
  if (view.relationId !== null)
    for (const it of view.evidence)
      if (it.relationId === view.relationId)
        add(`reader-evidence${it.id === view.evidenceId ? ' reader-evidence-chosen' : ''}`, it.start, it.end)
  if (view.passage) add('reader-passage', view.passage.start, view.passage.end)
  for (const { from, to } of editor.visibleRanges)
    for (let at = firstHit(view.hits, from); at < view.hits.length && view.hits[at]!.start < to; at += 1)
      add(
        at === view.hit ? 'reader-hit reader-hit-chosen' : 'reader-hit',
        view.hits[at]!.start,
        view.hits[at]!.end,
      )
  if (view.flash) add('reader-flash', view.flash.start, view.flash.end)
  const index = shownIndex(view)
  for (const id of new Set([view.mentionId, view.hoveredId])) {
    const fragments = id === null ? [] : (mentionOf(index, id)?.fragments ?? [])
    for (let at = 1; at < fragments.length; at += 1)
      add('reader-bridge', fragments[at - 1]!.end, fragments[at]!.start)
  }
  return Decoration.set(ranges, true)
}

const drawing = (draw: (editor: EditorView) => DecorationSet): Extension =>
  ViewPlugin.define(
    (editor) => ({
      marks: draw(editor),
      update(update: ViewUpdate) {
        const changed = update.startState.field(readerView) !== update.state.field(readerView)
        if (changed || update.viewportChanged || update.docChanged) this.marks = draw(update.view)
      },
    }),
    { decorations: (plugin) => plugin.marks },
  )

// Decorations of higher precedence are the inner elements.
export const drawMentions: Extension = [Prec.high(drawing(mentionMarks)), Prec.low(drawing(passageMarks))]
