/** What XML 1.0 cannot hold, not even escaped (section 2.2, production Char). */
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu

/** A literal CR, and TAB and LF in an attribute, would be normalised by the reader (sections 2.11, 3.3.3). */
const marked = /[&<>"\r\t\n]/g

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\t': '&#9;',
  '\n': '&#10;',
}

/**
 * Escapes for content and attributes alike. What XML forbids becomes a blank of the same length in UTF-16, so that
 * offsets hold; `replaced` is told of texts that held it.
 */
export const createXmlText =
  (replaced: (text: string) => void) =>
  (text: string): string => {
    const allowed = text.replace(forbidden, ' ')
    if (allowed !== text) replaced(allowed)
    return allowed.replace(marked, (it) => escapes[it]!)
  }
