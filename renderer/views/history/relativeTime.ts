const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How long ago a moment (ISO 8601) is, in the words of a language; the date beyond a week. */
export const relativeTime = (iso: string, now: number, language: string): string => {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000)
  const locale = language === 'en' ? 'en-GB' : language
  if (seconds > 7 * 86_400) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const [unit, length] = units.find(([, it]) => seconds >= it) ?? ['second', 1]
  // Seconds would change while one looks at them.
  return unit === 'second' ? format.format(0, 'second') : format.format(-Math.floor(seconds / length), unit)
}
