import type { Notice } from './types.ts'

type Signature = { what: string; remedy: string; bytes: number[]; at?: number }

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))

const exportAsText = 'Save or export it as text or HTML and import that file.'
const noArticle = 'It holds no article text; leave it out.'

/** Magic numbers of files people really drop on an importer. First match wins. */
const signatures: Signature[] = [
  { what: 'a PDF', remedy: exportAsText, bytes: ascii('%PDF-') },
  { what: 'an RTF document', remedy: exportAsText, bytes: ascii('{\\rtf') },
  {
    what: 'an old Word, Excel or Outlook file',
    remedy: exportAsText,
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  {
    what: 'an SQLite database',
    remedy: 'If it is a project, open it instead of importing it.',
    bytes: ascii('SQLite format 3\0'),
  },
  { what: 'a PNG picture', remedy: noArticle, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG picture', remedy: noArticle, bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', remedy: noArticle, bytes: ascii('GIF8') },
  { what: 'a TIFF picture', remedy: noArticle, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: 'a TIFF picture', remedy: noArticle, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: 'a WebP picture', remedy: noArticle, bytes: ascii('WEBP'), at: 8 },
  { what: 'a sound file', remedy: noArticle, bytes: ascii('ID3') },
  { what: 'a sound file', remedy: noArticle, bytes: ascii('WAVE'), at: 8 },
  { what: 'a video', remedy: noArticle, bytes: ascii('ftyp'), at: 4 },
  { what: 'a gzip archive', remedy: 'Unpack it and import what is inside.', bytes: [0x1f, 0x8b, 0x08] },
  { what: 'a 7z archive', remedy: 'Unpack it and import what is inside.', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { what: 'a RAR archive', remedy: 'Unpack it and import what is inside.', bytes: ascii('Rar!') },
  { what: 'a program', remedy: noArticle, bytes: [0x7f, 0x45, 0x4c, 0x46] },
  {
    what: 'a saved page in web archive form',
    remedy: 'Save the page as HTML instead.',
    bytes: ascii('bplist00'),
  },
]

/** ZIP containers are told apart by a name that stands near their start. */
const zipKinds = [
  { mark: 'word/', what: 'a Word document', remedy: exportAsText },
  { mark: 'xl/', what: 'an Excel workbook', remedy: exportAsText },
  { mark: 'ppt/', what: 'a PowerPoint file', remedy: exportAsText },
  { mark: 'application/epub', what: 'an EPUB book', remedy: exportAsText },
  { mark: 'opendocument', what: 'an OpenDocument file', remedy: exportAsText },
]

const zip = [0x50, 0x4b, 0x03, 0x04]

const startsWith = (bytes: Uint8Array, mark: number[], at = 0) =>
  mark.every((byte, index) => bytes[at + index] === byte)

const binary = (what: string, remedy: string): Notice => ({
  code: 'import.binary',
  message: `This is ${what}; it cannot be read as an article. ${remedy}`,
  params: { what, remedy },
})

/** Names a file by its magic number; undefined when nothing known matches. */
export function recogniseBinary(bytes: Uint8Array): Notice | undefined {
  if (startsWith(bytes, zip)) {
    const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
    const tail = Buffer.from(bytes.subarray(-8192)).toString('latin1')
    const kind = zipKinds.find(({ mark }) => head.includes(mark) || tail.includes(mark))
    return kind
      ? binary(kind.what, kind.remedy)
      : binary('a ZIP archive', 'Unpack it and import what is inside.')
  }
  const found = signatures.find((signature) => startsWith(bytes, signature.bytes, signature.at))
  return found && binary(found.what, found.remedy)
}

export const unknownBinary = () => binary('a binary file, not text', exportAsText)

/** Local name of the first element behind declarations and comments. */
const rootName = (xml: string) =>
  /<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)/i.exec(xml.replace(/<!--[^>]*>/g, ''))?.[1]?.toLowerCase()

type Foreign = { what: string; remedy: string; test: (head: string) => boolean }

/** Text files that hold an article only wrapped in another format: refused by name rather than imported as gibberish. */
const foreignText: Foreign[] = [
  {
    what: 'a mail or MHTML file',
    remedy: 'Save the page as HTML, or the mail as text.',
    test: (head) =>
      /^(?:From|Return-Path|Received|MIME-Version|Message-ID): /im.test(head.slice(0, 4000)) &&
      /^Content-Type: (?:multipart|text)\//im.test(head.slice(0, 8000)) &&
      /^MIME-Version:/im.test(head),
  },
  {
    what: 'an XML file or news feed',
    remedy: 'Only text, Markdown and HTML can be imported as articles.',
    test: (head) =>
      /^\s*<(?:rss|feed|rdf:rdf)\b/i.test(head) || (/^\s*<\?xml\b/.test(head) && rootName(head) !== 'html'),
  },
]

/** Names a text file of a format that is no article; undefined for plain text, Markdown and HTML. */
export function recogniseForeign(text: string): Notice | undefined {
  const head = text.slice(0, 16_384)
  const found = foreignText.find(({ test }) => test(head))
  return (
    found && {
      code: 'import.unsupported',
      message: `This is ${found.what}. ${found.remedy}`,
      params: { what: found.what, remedy: found.remedy },
    }
  )
}
