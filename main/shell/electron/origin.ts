/** The privileged scheme of the product's one origin. */
export const scheme = 'app'
export const appHost = 'ligature'
export const appUrl = `${scheme}://${appHost}/index.html`

/**
 * Whether a URL belongs to the program. Parsed, never compared by its beginning; the origin itself says nothing here, as
 * Node gives `null` for every scheme it does not know.
 */
export const isOwnUrl = (url: string): boolean => {
  const parsed = URL.parse(url)
  return (
    parsed !== null &&
    parsed.protocol === `${scheme}:` &&
    parsed.host === appHost &&
    parsed.username === '' &&
    parsed.password === ''
  )
}
