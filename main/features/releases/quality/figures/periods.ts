import type { Column } from './columns.ts'

/** Columns a time axis has at most. */
const mostColumns = 60

const number = new Intl.NumberFormat('en')

const monthName = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

export interface Periods {
  readonly unit: 'month' | 'year' | 'period'
  readonly about: string
  readonly columns: readonly Column[]
}

/** Every step from first to last, those without an article too. */
const countInSteps = (
  dated: readonly (readonly [at: number, count: number])[],
  size: number,
  nameOf: (at: number) => string,
): Column[] => {
  const steps = dated.map(([at, count]) => [Math.floor(at / size), count] as const)
  const first = Math.min(...steps.map(([at]) => at))
  const last = Math.max(...steps.map(([at]) => at))
  const values = new Array<number>(last - first + 1).fill(0)
  for (const [at, count] of steps) values[at - first]! += count
  return values.map((value, index) => ({ label: nameOf((first + index) * size), value }))
}

/**
 * Articles over time from their dates (`2018-06`, `2018`, ''): by months where these are few enough, else by years, else
 * by as many years as it takes. Dates that name no month stand in the way of months only where they are many. What is
 * not shown is told.
 */
export const periodsOf = (dates: ReadonlyMap<string, number>): Periods => {
  const months: [number, number][] = []
  const years: [number, number][] = []
  let [undated, yearOnly] = [0, 0]
  for (const [date, count] of dates) {
    const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
    if (date === '') {
      undated += count
      continue
    }
    years.push([year, count])
    if (month >= 1 && month <= 12) months.push([year * 12 + month - 1, count])
    else yearOnly += count
  }
  const without = undated === 0 ? [] : [`${number.format(undated)} without a date`]
  const aboutOf = (what: string, hidden: readonly string[]): string =>
    `Number of articles by ${what}${hidden.length === 0 ? '' : `; ${hidden.join(' and ')} not shown`}.`
  if (years.length === 0) return { unit: 'month', about: aboutOf('month', without), columns: [] }

  const span = (of: readonly (readonly [number, number])[]): number =>
    Math.max(...of.map(([at]) => at)) - Math.min(...of.map(([at]) => at)) + 1
  const dated = months.reduce((sum, [, count]) => sum + count, 0)
  if (months.length > 0 && span(months) <= mostColumns && yearOnly * 4 <= dated) {
    const vague = yearOnly === 0 ? [] : [`${number.format(yearOnly)} dated by year only`]
    return {
      unit: 'month',
      about: aboutOf('month', [...vague, ...without]),
      columns: countInSteps(months, 1, monthName),
    }
  }
  const size = Math.ceil((span(years) + 1) / mostColumns)
  return {
    unit: size === 1 ? 'year' : 'period',
    about: aboutOf(size === 1 ? 'year' : `periods of ${size} years`, without),
    columns: countInSteps(years, size, (it) => String(it).padStart(4, '0')),
  }
}
