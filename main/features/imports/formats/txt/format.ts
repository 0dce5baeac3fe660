import { textFormat } from '../textFormat.ts'

/** UTF-16 without a mark: every other byte of Latin text is NUL. */
const looksWide = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 400)
  const nul = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) nul[index % 2]! += 1
  })
  return sample.length > 8 && Math.max(...nul) > sample.length * 0.3 && Math.min(...nul) === 0
}

/** Plain text: what nothing else claims and what is text. */
export const txt = textFormat(
  { id: 'txt', name: 'Plain text', extensions: ['txt', 'text'], mediaTypes: ['text/plain'] },
  {
    recognise: ({ name, text, bytes, json, xmlRoot }) => {
      // Whatever it is: its reader says so in words that fit a text.
      if (/\.(txt|text)$/i.test(name)) return { score: 0.3, why: 'its name' }
      if (text === '' && !looksWide(bytes))
        return bytes.length === 0 ? { score: 0.1, why: 'it is empty' } : null
      // Data of a kind that is not known is no article: it is named instead.
      if (xmlRoot || json.length > 0 || /\.(json|jsonl|ndjson|xml|csv|tsv|ya?ml)$/i.test(name)) return null
      return { score: 0.12, why: 'it is text' }
    },
  },
)
