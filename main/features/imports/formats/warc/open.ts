import { encodingOf } from '../../files/charset.ts'
import { withParameters } from '../../files/mimeHeaders.ts'
import { memoryFile, type SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { ReadContext } from '../format.ts'
import { readHttp } from './http.ts'
import { readWarc, type WarcRecord } from './records.ts'

/** Shorter pages are redirects, beacons and errors. Bytes. */
const shortest = 300

const pageTypes = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/

const problems = {
  cut: {
    code: 'import.warc_cut',
    sentence: 'the file ends in the middle of this record. What was before it was read.',
  },
  damaged: {
    code: 'import.warc_damaged',
    sentence: 'the head of this record is damaged. It was left out up to the next one.',
  },
  large: { code: 'import.warc_large', sentence: 'this page is larger than 64 MB. It was left out.' },
  coding: {
    code: 'import.warc_coding',
    sentence: 'this page is compressed in a way that cannot be undone. It was left out.',
  },
}

/** Address of a record; some archivers put it between angle brackets. */
const targetOf = (record: WarcRecord): string => record.head('warc-target-uri').replace(/^<|>$/g, '')

/** Path of a page below its archive, from its address; never leaves it. */
const pathOf = (address: string, mediaType: string, taken: Map<string, number>): string => {
  const url = URL.canParse(address) ? new URL(address) : null
  const decode = (it: string): string => {
    try {
      return decodeURIComponent(it)
    } catch {
      return it
    }
  }
  const parts = `${url?.hostname ?? 'page'}${url?.pathname ?? ''}${url?.search ?? ''}`
    .split('/')
    .map((it) =>
      decode(it)
        .replace(/[\x00-\x1f/\\:*?"<>|]+/g, '_')
        .replace(/^\.+/, '_')
        .slice(0, 100),
    )
    .filter((it) => it !== '')
    .slice(0, 12)
  const extension = mediaType === 'text/plain' ? '.txt' : '.html'
  const isFolder = parts.length < 2
  const path = isFolder ? [...parts, 'index'].join('/') : parts.join('/')
  const base = path.replace(/\.(?:html?|xhtml|txt|php|aspx?|jsp)$/i, '')
  const count = (taken.get(base) ?? 0) + 1
  taken.set(base, count)
  return `${base}${count > 1 ? `~${count}` : ''}${extension}`
}

/** What may be a page at all, by the head of its record. */
const mayBePage = (record: WarcRecord): boolean =>
  record.length >= shortest / 4 &&
  /^https?:/i.test(targetOf(record)) &&
  (record.type === 'response' || record.type === 'resource' || record.type === 'conversion')

interface Page {
  readonly mediaType: string
  readonly charset: string | undefined
  readonly body: Buffer | null
}

const pageOf = (record: WarcRecord, content: Buffer): Page | null => {
  const response = record.type === 'response' ? readHttp(content) : null
  if (record.type === 'response')
    return response?.status === 200 && pageTypes.test(response.mediaType) ? response : null
  const { value, parameters } = withParameters(record.head('content-type'))
  return pageTypes.test(value)
    ? { mediaType: value, charset: parameters.get('charset'), body: content }
    : null
}

/**
 * The pages of an archive as files with their addresses: HTML and plain text that was answered with 200. Records that
 * only repeat another (`revisit`), requests and pictures are passed over.
 * `wanted`: which addresses are pages; absent = all.
 * @throws Unreadable `import.warc_empty` · `import.zip_bomb`
 */
export async function* openWarc(
  file: SetFile,
  context: ReadContext,
  wanted?: (address: string) => boolean,
): AsyncGenerator<SetFile> {
  const taken = new Map<string, number>()
  const tell = (number: number, what: keyof typeof problems): void => {
    const { code, sentence } = problems[what]
    const place = `record ${number}`
    context.problem(file, place, {
      code,
      message: `${file.path}, ${place}: ${sentence}`,
      params: { record: number },
    })
  }
  let records = 0
  const events = {
    wants: (record: WarcRecord) => {
      records = record.number
      return mayBePage(record) && (wanted?.(targetOf(record)) ?? true)
    },
    problem: tell,
  }
  for await (const { record, content } of readWarc(file, events)) {
    const page = pageOf(record, content)
    if (!page) continue
    if (page.body === null) {
      tell(record.number, 'coding')
      continue
    }
    const address = targetOf(record)
    if (page.body.length < shortest || /\/(?:robots|ads|humans|security)\.txt$/i.test(address)) continue
    const path = `${file.path}/${pathOf(address, page.mediaType, taken)}`
    yield memoryFile(path, page.body, page.body.length, {
      address,
      mediaType: page.mediaType,
      charset: encodingOf(page.body, page.charset),
    })
  }
  if (records === 0) {
    throw new Unreadable(
      'import.warc_empty',
      `${file.path} holds no record of a web archive. It is damaged or none.`,
    )
  }
}
