/** What is known about the article that a quote stands in. */
export type ValueContext = {
  /** BCP 47 tag of the article; decides how "1.234" and "billion" are read. */
  readonly language?: string
  /** ISO date of publication: the year of "Jun. 18", the day of "yesterday". */
  readonly publishedOn?: string
  /** True where the source writes month/day/year. Without it an ambiguous 03/04/2018 is 3 April in every language. */
  readonly monthFirst?: boolean
}
