/** What is shown of one value; UTF-16 units. */
const most = 300

/** What is shown before the first difference of long values. */
const lead = 60

export const shortened = (text: string): string =>
  text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text

const window = (text: string, from: number): string => {
  const cut = text.slice(from, from + most).toWellFormed()
  return `${from > 0 ? '…' : ''}${cut}${from + most < text.length ? '…' : ''}`
}

/** Both values, or of long ones the stretch around their first difference. */
export const excerpts = (before: string, after: string): { before: string; after: string } => {
  if (before.length <= most && after.length <= most) return { before, after }
  let at = 0
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1
  const from = at < most - lead ? 0 : at - lead
  return { before: window(before, from), after: window(after, from) }
}
