import { parseHTML } from 'linkedom'

/** The text of a page as offsets of its regions count it: all text nodes, one after the other. @throws RangeError nested too deep */
export const textOfHtml = (html: string): string =>
  /[<&]/.test(html)
    ? (parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`).document.body.textContent ?? '')
    : html
