import type { SplitReport } from '../../../../../shared/model/recipe.ts'
import { colourOf, type ExportSource } from '../../../exports/index.ts'
import type { Bin, Statistics } from '../statistics.ts'
import { type Bar, barChart } from './bars.ts'
import { columnChart } from './columns.ts'
import { periodsOf } from './periods.ts'

export interface DrawnFigure {
  /** File within `quality/`. */
  readonly name: string
  readonly title: string
  readonly svg: string
}

const blue = colourOf('blue')

const number = new Intl.NumberFormat('en')

/** `3–5`, `100 and more`. */
export const binName = ({ from, to }: Bin): string =>
  to === null
    ? `${number.format(from)} and more`
    : to === from + 1
      ? number.format(from)
      : `${number.format(from)}–${number.format(to - 1)}`

/** The bins up to the last one that holds something. */
const filled = (bins: readonly Bin[]): readonly Bin[] =>
  bins.slice(0, bins.findLastIndex((it) => it.count > 0) + 1)

const barsOf = (bins: readonly Bin[]): Bar[] =>
  filled(bins).map((it) => ({ label: binName(it), value: it.count, colour: blue }))

const splitColours = { train: 'blue', validation: 'gold', test: 'vermilion' } as const

const splitBars = ({ splits }: SplitReport): Bar[] => {
  const sumOf = (what: 'articles' | 'mentions' | 'relations'): number =>
    splits.reduce((sum, it) => sum + it[what], 0)
  return (['articles', 'mentions', 'relations'] as const).flatMap((what) =>
    splits.map((it) => {
      const all = sumOf(what)
      const note = all === 0 ? '' : `(${((it[what] / all) * 100).toFixed(1)} %)`
      return {
        label: `${what}, ${it.name}`,
        value: it[what],
        // Shares of their own sum, so that mentions do not dwarf articles.
        size: all === 0 ? 0 : it[what] / all,
        colour: colourOf(splitColours[it.name]),
        note,
      }
    }),
  )
}

/** The figures of a quality report, in the order in which it shows them. */
export const drawFigures = (source: ExportSource, it: Statistics, split: SplitReport): DrawnFigure[] => {
  const periods = periodsOf(it.months)
  const draw = (name: string, title: string, make: (title: string) => string): DrawnFigure => ({
    name,
    title,
    svg: make(title),
  })
  const types = source.entityTypes.map((type) => ({
    label: type.name,
    value: it.mentionsOfType.get(type.key) ?? 0,
    colour: colourOf(type.colour),
  }))
  const relations = source.relationTypes.map((type) => ({
    label: type.name,
    value: it.relationsOfType.get(type.key) ?? 0,
    colour: colourOf(type.colour),
  }))
  return [
    draw('types.svg', 'Mentions per type', (title) =>
      barChart({ title, about: 'Number of mentions of each type, in the order of the schema.', bars: types }),
    ),
    draw('relations.svg', 'Relations per type', (title) =>
      barChart({
        title,
        about: 'Number of relations of each type, in the order of the schema.',
        bars: relations,
      }),
    ),
    draw('dates.svg', `Articles per ${periods.unit}`, (title) =>
      columnChart({ title, about: periods.about, columns: periods.columns, colour: blue }),
    ),
    draw('lengths.svg', 'Lengths of articles', (title) =>
      barChart({
        title,
        about: 'Number of articles by the length of their texts in characters (Unicode code points).',
        bars: barsOf(it.lengths),
      }),
    ),
    draw('mentions-per-article.svg', 'Mentions per article', (title) =>
      barChart({
        title,
        about: 'Number of articles by how many mentions they have.',
        bars: barsOf(it.mentionsPerArticle),
      }),
    ),
    draw('entity-frequency.svg', 'How often entities are mentioned', (title) =>
      barChart({
        title,
        about: 'Number of entities by how many mentions they have; logarithmic.',
        bars: barsOf(it.mentionsPerEntity),
        scale: 'log',
      }),
    ),
    ...(split.splits.length === 0
      ? []
      : [
          draw('splits.svg', 'Splits', (title) =>
            barChart({
              title,
              about: 'Articles, mentions and relations in each split; lengths are shares of each.',
              bars: splitBars(split),
            }),
          ),
        ]),
  ]
}
