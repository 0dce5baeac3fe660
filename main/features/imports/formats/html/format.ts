import { textFormat } from '../textFormat.ts'
import { savedPageCompanions } from './companions.ts'

const pageStart =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i
const tags =
  /<\/?(?:p|div|span|br|a|h[1-6]|ul|ol|li|table|img|meta|link|script|article|section|strong|em)\b/gi

/** Web pages, also saved ones with the folder of their pictures and scripts. */
export const html = textFormat(
  {
    id: 'html',
    name: 'Web page',
    extensions: ['html', 'htm', 'xhtml', 'shtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
  },
  {
    recognise: ({ name, text }) => {
      const sample = text.slice(0, 16_000)
      if (pageStart.test(sample)) return { score: 0.8, why: 'it begins as an HTML page' }
      const count = sample.match(tags)?.length ?? 0
      if (count >= 2 && /\.x?html?$/i.test(name)) return { score: 0.6, why: 'its name and its HTML tags' }
      return count > 2 && (count * 60) / sample.length > 0.15
        ? { score: 0.4, why: 'it is full of HTML tags' }
        : null
    },
    companions: savedPageCompanions,
  },
)
