import { deflateRawSync, gzipSync } from 'node:zlib'
import { makePdf } from '../makePdf.ts'
import { type Files, packed, sentence } from './office.ts'

/* Files made to cost time and memory, or to reach what is none of theirs. Built when they are asked for. */

export interface Hostile {
  readonly name: string
  files(): Files
  /** Codes of the notices of which one must be told; [] for files that are read as they are. */
  readonly told: readonly string[]
  /** Something of it may come into the project. */
  readonly mayImport?: boolean
}

interface Member {
  readonly name: string
  readonly data: Buffer
  /** What its headers say it unpacks to; bytes. */
  readonly says: number
  readonly flags?: number
  /** Where its data stands, for members that share one. */
  readonly at?: number
}

const local = ({ name, data, says, flags = 0 }: Member): Buffer => {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(says, 22)
  head.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([head, Buffer.from(name), data])
}

const central = ({ name, data, says, flags = 0 }: Member, at: number): Buffer => {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(8, 10)
  head.writeUInt32LE(data.length, 20)
  head.writeUInt32LE(says, 24)
  head.writeUInt16LE(Buffer.byteLength(name), 28)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, Buffer.from(name)])
}

/** An archive whose headers say whatever they are told to. */
const archive = (members: readonly Member[]): Buffer => {
  let size = 0
  const places: number[] = []
  const pieces = members.map((it) => {
    places.push(it.at ?? size)
    const piece = it.at === undefined ? local(it) : Buffer.alloc(0)
    size += piece.length
    return piece
  })
  const list = Buffer.concat(members.map((it, index) => central(it, places[index]!)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(size, 16)
  return Buffer.concat([...pieces, list, end])
}

const blanks = (megabytes: number): Buffer => Buffer.alloc(megabytes << 20, ' ')
const blown = (megabytes: number): Buffer => deflateRawSync(blanks(megabytes), { level: 9 })

/** The same archive again and again, in an archive, in an archive … */
const nested = (depth: number, width: number, inner: Buffer): Buffer => {
  let result = inner
  for (let level = 0; level < depth; level += 1) {
    const content = result
    result = packed(Object.fromEntries(Array.from({ length: width }, (_, at) => [`${at}.zip`, content])))
  }
  return result
}

const member = (name: string, megabytes: number): Member => ({
  name,
  data: blown(megabytes),
  says: megabytes << 20,
})

const entities = `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`
const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
const deepXml = `${'<a>'.repeat(100_000)}x${'</a>'.repeat(100_000)}`
const deepJson = `${'{"text":['.repeat(100_000)}`

const graph = (prologue: string, name: string): string =>
  `<?xml version="1.0"?>${prologue}<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph><node id="a"><data key="n">${name}</data></node></graph></graphml>`

const picture =
  '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream'

const warc = (length: string): string =>
  `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>${sentence.repeat(5)}</p></body></html>\r\n\r\n`

const mailOf = (depth: number): string =>
  depth === 0
    ? `Content-Type: text/html\r\n\r\n<p>${sentence}</p>\r\n`
    : `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${mailOf(depth - 1)}--b${depth}--\r\n`

const mhtmlOf = (depth: number): string =>
  `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: x\r\nMIME-Version: 1.0\r\n${mailOf(depth).replace('multipart/mixed', 'multipart/related; type="text/html"')}`

const book = (path: string): Buffer =>
  packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'a.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="one" href="${path}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/></spine></package>`,
  })

/** Seven levels of a page tree, each ten times the next one. */
const manyPages = (): string => {
  const level = (at: number): string =>
    `${at + 2} 0 obj\n<< /Type /Pages /Count ${10 ** (7 - at)} /Kids [${`${at + 3} 0 R `.repeat(10)}] >>\nendobj\n`
  const tree = Array.from({ length: 7 }, (_, at) => level(at)).join('')
  const page = '9 0 obj\n<< /Type /Page /MediaBox [0 0 595 842] >>\nendobj\n'
  return `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${tree}${page}trailer\n<< /Root 1 0 R >>\n%%EOF\n`
}

/** An OLE file as Office writes it around an encrypted document; its directory names the stream. */
const encryptedOffice = (): Buffer => {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.write('EncryptedPackage', 1024, 'utf16le')
  bytes.write('EncryptionInfo', 1152, 'utf16le')
  return bytes
}

const one = (name: string, content: () => Buffer | string) => (): Files => ({
  [name]: Buffer.from(content() as string),
})

const bomb = ['import.zip_bomb']

export const hostileFiles: readonly Hostile[] = [
  {
    name: 'a ZIP member of 300 MB in 300 kB',
    files: one('a.zip', () => archive([member('a.txt', 300)])),
    told: bomb,
  },
  {
    name: 'a ZIP member that says less than it is',
    files: one('a.zip', () => archive([{ ...member('a.txt', 300), says: 1000 }])),
    told: ['import.zip'],
  },
  {
    name: 'sixty ZIP members of 15 MB in 1 MB',
    files: one('a.zip', () => archive(Array.from({ length: 60 }, (_, at) => member(`${at}.txt`, 15)))),
    told: bomb,
  },
  {
    name: 'ZIP members that share their data',
    files: one('a.zip', () => {
      const first = member('0.txt', 15)
      return archive([
        first,
        ...Array.from({ length: 2000 }, (_, at) => ({ ...first, name: `${at + 1}.txt`, at: 0 })),
      ])
    }),
    told: bomb,
  },
  {
    name: 'ZIP archives in archives, five deep and eight wide',
    files: one('42.zip', () => nested(5, 8, archive([member('0.txt', 64)]))),
    told: ['import.nested', 'import.zip_bomb'],
  },
  {
    name: 'ZIP archives in archives, each a bomb',
    files: one('42.zip', () =>
      nested(2, 16, archive(Array.from({ length: 4 }, (_, at) => member(`${at}.txt`, 15)))),
    ),
    told: bomb,
  },
  { name: 'a gzip file of 300 MB', files: one('a.txt.gz', () => gzipSync(blanks(300))), told: bomb },
  {
    name: 'a gzip file in gzip files',
    files: one('a.gz', () => gzipSync(gzipSync(gzipSync(gzipSync(gzipSync(sentence)))))),
    told: ['import.nested'],
  },
  {
    name: 'an encrypted ZIP',
    files: one('a.zip', () => archive([{ ...member('a.txt', 1), flags: 1 }])),
    told: ['import.encrypted'],
  },
  {
    name: 'ZIP members outside of it',
    files: one('a.zip', () => packed({ '../../etc/x.txt': sentence })),
    told: ['import.zip'],
  },
  {
    name: 'ZIP members at absolute places',
    files: one('a.zip', () => packed({ '/etc/x.txt': sentence })),
    told: ['import.zip'],
  },
  {
    name: 'XML entities that multiply',
    files: one('a.graphml', () => graph(entities, '&l12;')),
    told: ['import.xml'],
  },
  {
    name: 'an XML entity of another file',
    files: one('a.graphml', () => graph(external, '&x;')),
    told: ['import.xml'],
  },
  {
    name: 'XML a hundred thousand elements deep',
    files: one('a.graphml', () => graph('', deepXml)),
    told: ['import.xml'],
  },
  {
    name: 'a Word document whose entities multiply',
    files: one('a.docx', () =>
      packed({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': `<?xml version="1.0"?>${entities}<document>&l12;</document>`,
      }),
    ),
    told: ['import.xml', 'import.docx_damaged'],
  },
  {
    name: 'a Word document of 300 MB',
    files: one('a.docx', () => archive([member('[Content_Types].xml', 0), member('word/document.xml', 300)])),
    told: ['import.zip_bomb', 'import.too_large'],
  },
  {
    name: 'JSON a hundred thousand levels deep',
    files: one('a.jsonl', () => deepJson),
    told: ['import.json', 'import.unknown'],
  },
  {
    name: 'HTML a hundred thousand elements deep',
    files: one('a.html', () => `<html><body>${'<div>'.repeat(100_000)}${sentence.repeat(5)}`),
    told: [],
    mayImport: true,
  },
  {
    name: 'RTF a hundred thousand groups deep',
    files: one('a.rtf', () => `{\\rtf1 ${'{'.repeat(100_000)}x`),
    told: ['import.rtf_damaged'],
  },
  {
    name: 'a PDF that says it has ten million pages',
    files: one('a.pdf', () => makePdf([[{ text: 'Only one page', x: 60, y: 700 }]], { count: 10_000_000 })),
    told: [],
    mayImport: true,
  },
  {
    name: 'a PDF whose ten million pages are the same one',
    files: one('a.pdf', manyPages),
    told: ['import.pdf_pages', 'import.pdf_damaged', 'import.no_text_layer'],
  },
  {
    name: 'a PDF of pictures',
    files: one('a.pdf', () => makePdf([[], []], { objects: [picture] })),
    told: ['import.no_text_layer'],
  },
  {
    name: 'an encrypted PDF',
    files: one('a.pdf', () =>
      makePdf([[{ text: 'x', x: 60, y: 700 }]], {
        trailer: `/Encrypt 7 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
        objects: [`<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`],
      }),
    ),
    told: ['import.encrypted'],
  },
  {
    name: 'an encrypted Word document',
    files: one('a.docx', encryptedOffice),
    told: ['import.encrypted', 'import.unsupported'],
  },
  {
    name: 'an encrypted book',
    files: one('a.epub', () =>
      packed({
        mimetype: 'application/epub+zip',
        'META-INF/container.xml':
          '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
        'META-INF/encryption.xml':
          '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="one.xhtml"/></CipherData></EncryptedData></encryption>',
        'a.opf':
          '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/></spine></package>',
        'one.xhtml': Buffer.alloc(500, 0x9f),
      }),
    ),
    told: ['import.encrypted'],
  },
  {
    name: 'a book whose chapter is elsewhere on the disk',
    files: one('a.epub', () => book('../../../../etc/passwd')),
    told: ['import.epub_missing', 'import.epub_damaged', 'import.empty'],
  },
  {
    name: 'a CSV cell of 40 MB',
    files: one('a.csv', () => `title;text\r\n"a";"${'Die Firma wächst. '.repeat(2_000_000)}"\r\n`),
    told: [],
    mayImport: true,
  },
  {
    name: 'a CSV cell that is never closed',
    files: one(
      'a.csv',
      () => `title;text\r\n${`"a";"${sentence}"\r\n`.repeat(3)}"b";"${sentence.repeat(100_000)}`,
    ),
    told: [],
    mayImport: true,
  },
  {
    name: 'a CSV of a million separators',
    files: one('a.csv', () => `title;text\r\n${';'.repeat(1_000_000)}\r\n`),
    told: [
      'import.table_none',
      'import.table_no_text',
      'import.unknown',
      'import.table_record',
      'import.empty',
    ],
  },
  {
    name: 'MHTML in MHTML in MHTML',
    files: one('a.mhtml', () => mhtmlOf(2000)),
    told: ['import.mhtml_empty', 'import.mime'],
  },
  {
    name: 'a mail in a mail in a mail',
    files: one('a.eml', () => `From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n${mailOf(2000)}`),
    told: ['import.mail_empty', 'import.mime'],
  },
  {
    name: 'a WARC record longer than its file',
    files: one('a.warc', () => warc('99999999999')),
    told: ['import.warc_cut', 'import.warc_damaged', 'import.warc_large'],
    mayImport: true,
  },
  {
    name: 'a WARC record of less than nothing',
    files: one('a.warc', () => warc('-5')),
    told: ['import.warc_damaged', 'import.warc_empty'],
  },
  {
    name: 'a WARC record shorter than it is',
    files: one('a.warc', () => warc('20')),
    told: ['import.warc_damaged', 'import.warc_empty'],
  },
]
