/** The look of the annotated text. Rules for colours, patterns and lanes follow from their lists. */
import { EditorView } from '@codemirror/view'
import { linePattern, paletteColour } from '@shared/model/schema.ts'
import { laneCount } from './lanes.ts'

type Rules = Parameters<typeof EditorView.theme>[0]

const lanes = Array.from({ length: laneCount }, (_, lane) => lane)

/** Pixels from one underline to the next. */
const pitch = 4

/** An underline's picture and height; drawn with gradients so that three fit under one word. */
const patterns: Record<string, (ink: string) => { image: string; height: number }> = {
  solid: (ink) => ({ image: `linear-gradient(${ink}, ${ink})`, height: 2 }),
  thin: (ink) => ({ image: `linear-gradient(${ink}, ${ink})`, height: 1 }),
  double: (ink) => ({
    image: `linear-gradient(${ink} 0 1px, transparent 1px 2px, ${ink} 2px 3px)`,
    height: 3,
  }),
  dashed: (ink) => ({
    image: `repeating-linear-gradient(90deg, ${ink} 0 5px, transparent 5px 8px)`,
    height: 2,
  }),
  dotted: (ink) => ({
    image: `repeating-linear-gradient(90deg, ${ink} 0 2px, transparent 2px 4px)`,
    height: 2,
  }),
  wavy: (ink) => ({
    image: `radial-gradient(circle at 2px 3.2px, transparent 1.6px, ${ink} 1.7px 2.7px, transparent 2.8px)`,
    height: 3,
  }),
}

const colourRules = (): Rules =>
  Object.fromEntries(
    paletteColour.options.flatMap((colour) => [
      ...lanes.map((lane) => [
        `.reader-c${lane}-${colour}`,
        { [`--ink${lane}`]: `var(--c-${colour})`, [`--tint${lane}`]: `var(--c-${colour}-tint)` },
      ]),
    ]),
  )

const patternRules = (): Rules =>
  Object.fromEntries(
    lanes.flatMap((lane) =>
      [...linePattern.options, 'wavy'].map((name) => {
        const { image, height } = patterns[name]!(`var(--ink${lane})`)
        const width = name === 'wavy' ? '4px' : '100%'
        return [
          `.reader-p${lane}-${name}`,
          {
            [`--line${lane}`]: image,
            [`--size${lane}`]: `${width} ${height}px`,
            [`--repeat${lane}`]: name === 'wavy' ? 'repeat-x' : 'no-repeat',
          },
        ]
      }),
    ),
  )

const laneRules = (): Rules =>
  Object.fromEntries(
    lanes.flatMap((lane) => [
      [
        `.reader-lanes${lane + 1}`,
        {
          paddingBottom: `${1 + lane * pitch}px`,
          backgroundImage: lanes.map((it) => `var(--line${it}, none)`).join(', '),
          backgroundSize: lanes.map((it) => `var(--size${it}, 0 0)`).join(', '),
          backgroundRepeat: lanes.map((it) => `var(--repeat${it}, no-repeat)`).join(', '),
          backgroundPosition: lanes
            .map((it) => `0 calc(100% - ${Math.max(0, lane - it) * pitch}px)`)
            .join(', '),
        },
      ],
      [
        `.reader-hollow${lane}`,
        {
          [`--tint${lane}`]: 'transparent',
          [`--frame${lane}`]: `color-mix(in srgb, var(--ink${lane}) 50%, transparent)`,
        },
      ],
    ]),
  )

export const readerTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--reading-face)',
    fontSize: 'var(--reading-size)',
    lineHeight: 'var(--reading-line)',
    overflow: 'auto',
    justifyContent: 'center',
    scrollbarGutter: 'stable',
  },
  '.cm-content': {
    flex: '0 1 auto',
    flexShrink: '1',
    width: '72ch',
    maxWidth: 'calc(100% - 44px)',
    boxSizing: 'border-box',
    padding: '22px 28px 45vh 6px',
    caretColor: 'var(--accent)',
    cursor: 'text',
    overflowWrap: 'anywhere',
  },
  '.cm-line': { padding: '0 0 0.72em', textWrap: 'pretty' },
  // A text that begins with its own title shows it once, where mentions in it can be tagged.
  '.cm-line.reader-title-line': {
    fontWeight: '600',
    fontSize: '1.42em',
    lineHeight: '1.5',
    textWrap: 'balance',
  },
  // Weight alone: the same height before and after the headings are known, so nothing moves.
  '.cm-line.reader-subheading': { fontWeight: '650' },
  '.cm-line.reader-soft': { paddingBottom: '0' },
  '.cm-line:has(> br:only-child)': { lineHeight: '0.5', paddingBottom: '0' },
  '.cm-cursor': { borderLeft: '2px solid var(--accent)', marginLeft: '-1px' },
  '.cm-selectionLayer': { zIndex: '1 !important', pointerEvents: 'none' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 18%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 26%, transparent)',
  },
  '.cm-gutters': { background: 'transparent', border: 'none', color: 'inherit', minWidth: '38px' },
  '.reader-mention': {
    backgroundColor: 'var(--tint0, var(--tint1, var(--tint2)))',
    paddingTop: '1px',
    cursor: 'pointer',
    boxShadow: 'inset 0 1px 0 var(--frame0, transparent)',
  },
  '.reader-blend': {
    backgroundColor: 'color-mix(in srgb, var(--tint0, var(--tint1)) 62%, var(--tint1, var(--tint2)))',
  },
  '.reader-opens': {
    borderTopLeftRadius: '3px',
    boxShadow: 'inset 0 1px 0 var(--frame0, transparent), inset 1px 0 0 var(--frame0, transparent)',
  },
  '.reader-closes': {
    borderTopRightRadius: '3px',
    boxShadow: 'inset 0 1px 0 var(--frame0, transparent), inset -1px 0 0 var(--frame0, transparent)',
  },
  '.reader-opens.reader-closes': {
    boxShadow:
      'inset 0 1px 0 var(--frame0, transparent), inset 1px 0 0 var(--frame0, transparent), inset -1px 0 0 var(--frame0, transparent)',
  },
  '.reader-hovered': { filter: 'brightness(0.96)' },
  '.reader-related': {
    backgroundColor: 'color-mix(in srgb, var(--ink0, var(--ink1)) 20%, var(--tint0, var(--tint1)))',
  },
  '.reader-chosen': { boxShadow: '0 -2px 0 var(--accent), 0 2px 0 var(--accent)' },
  '.reader-chosen-start': {
    borderRadius: '3px 0 0 3px',
    boxShadow:
      '-2px 0 0 var(--accent), -1px -2px 0 var(--accent), -1px 2px 0 var(--accent), 0 -2px 0 var(--accent), 0 2px 0 var(--accent)',
  },
  '.reader-chosen-end': {
    borderRadius: '0 3px 3px 0',
    boxShadow:
      '2px 0 0 var(--accent), 1px -2px 0 var(--accent), 1px 2px 0 var(--accent), 0 -2px 0 var(--accent), 0 2px 0 var(--accent)',
  },
  '.reader-chosen-start.reader-chosen-end': { borderRadius: '3px', boxShadow: '0 0 0 2px var(--accent)' },
  '.reader-split': { outline: '1px dashed var(--accent)', outlineOffset: '2px' },
  '.reader-bridge': {
    textDecoration: 'underline dashed 1px var(--accent)',
    textUnderlineOffset: '0.35em',
  },
  '.reader-mention[data-label]::before': {
    content: 'attr(data-label)',
    color: 'var(--ink0, var(--ink1))',
    font: '600 0.56em/1 var(--sans)',
    letterSpacing: '0.05em',
    textTransform: 'uppercase',
    margin: '0 4px 0 2px',
    verticalAlign: '0.18em',
  },
  '.reader-evidence': {
    backgroundColor: 'color-mix(in srgb, var(--sel) 55%, transparent)',
    boxShadow: '0 0 0 3px color-mix(in srgb, var(--sel) 55%, transparent)',
    borderRadius: '3px',
  },
  '.reader-evidence-chosen': { backgroundColor: 'var(--sel)', boxShadow: '0 0 0 3px var(--sel)' },
  '.reader-passage': {
    backgroundColor: 'color-mix(in srgb, var(--sel) 60%, transparent)',
    boxShadow: '0 2px 0 var(--accent)',
  },
  '.reader-flash': { backgroundColor: 'var(--hit)' },
  '@media (prefers-reduced-motion: no-preference)': {
    '.reader-flash': { transition: 'background-color 150ms' },
  },
  '.reader-badge': {
    font: '600 10.5px/16px var(--sans)',
    fontVariantNumeric: 'tabular-nums',
    color: 'var(--soft)',
    background: 'var(--panel)',
    border: '1px solid var(--line-strong)',
    borderRadius: '9px',
    minWidth: '18px',
    padding: '0 5px',
    marginTop: '5px',
    cursor: 'pointer',
  },
  '.reader-badge:hover': { color: 'var(--accent)', borderColor: 'var(--accent)' },
  '.reader-badges .cm-gutterElement': { padding: '0 8px 0 4px', textAlign: 'right', minWidth: '38px' },
  '.reader-handle': {
    position: 'absolute',
    width: '10px',
    marginLeft: '-5px',
    pointerEvents: 'auto',
    cursor: 'ew-resize',
    touchAction: 'none',
  },
  '.reader-handle::after': {
    content: '""',
    position: 'absolute',
    left: '4px',
    top: '0',
    bottom: '0',
    width: '2px',
    background: 'var(--accent)',
  },
  '.reader-handle::before': {
    content: '""',
    position: 'absolute',
    left: '1px',
    width: '8px',
    height: '8px',
    borderRadius: '50%',
    background: 'var(--accent)',
    border: '1px solid var(--panel)',
    boxSizing: 'border-box',
  },
  '.reader-handle-start::before': { top: '-6px' },
  '.reader-handle-end::before': { bottom: '-6px' },
  '.reader-heading': { padding: '0 0 18px', font: 'inherit', cursor: 'default', userSelect: 'text' },
  '.reader-heading h1': {
    font: '600 1.42em/1.28 var(--reading-face)',
    margin: '0 0 6px',
    textWrap: 'balance',
    // A broken page may name all of itself as its title; the text must stay in sight.
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '6',
    overflow: 'hidden',
  },
  '.reader-heading:has(.ui-hidden)': { padding: '4px 0 10px' },
  '.reader-heading p': { font: 'var(--ui-small)/1.4 var(--sans)', color: 'var(--faint)', margin: '0' },
  '.reader-hit': { backgroundColor: 'var(--hit)', borderRadius: '2px', boxShadow: '0 0 0 1px var(--hit)' },
  '.reader-hit-chosen': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  ...colourRules(),
  ...patternRules(),
  ...laneRules(),
})
