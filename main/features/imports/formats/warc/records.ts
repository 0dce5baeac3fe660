import type { SetFile } from '../../files/setFile.ts'
import { createByteReader, unpackedBytes } from './bytes.ts'

export interface WarcRecord {
  /** Counted from 1. */
  readonly number: number
  /** Lower case: `response`, `resource`, `conversion`, `revisit` … */
  readonly type: string
  /** Field of the record's head by name in lower case; '' where it is not there. */
  head(name: string): string
  /** Bytes of the content, as stated. */
  readonly length: number
}

export interface WarcEvents {
  /** Is this record's content wanted? Others are passed over without being held. */
  wants(record: WarcRecord): boolean
  /** Something is wrong with a record; reading goes on where it can. */
  problem(number: number, what: 'cut' | 'damaged' | 'large'): void
}

/** The longest content that is held, in bytes; pages are far smaller. */
const longestContent = 64 << 20
const mostFields = 200

const isStart = (line: string): boolean => /^WARC\/\d+\.\d+$/i.test(line.trim())

/**
 * The wanted records of an archive one after the other (ISO 28500): a version line, fields, an empty line, as many bytes
 * as Content-Length says, two line ends. Names of fields are in any case, line ends CR LF or LF. A damaged head is left
 * out up to the next version line; a record the file ends in is a problem.
 */
export async function* readWarc(
  file: SetFile,
  events: WarcEvents,
): AsyncGenerator<{ record: WarcRecord; content: Buffer }> {
  const { chunks, isCut } = unpackedBytes(file)
  const reader = createByteReader(chunks)
  let number = 0
  let isLost = false
  try {
    for (let line = await reader.line(); line !== null; line = await reader.line()) {
      if (!isStart(line)) {
        if (line.trim() !== '' && !isLost) {
          events.problem(number + 1, 'damaged')
          isLost = true
        }
        continue
      }
      isLost = false
      number += 1
      const fields = new Map<string, string>()
      let last = ''
      let field = await reader.line()
      for (; field !== null && field !== ''; field = await reader.line()) {
        const colon = field.indexOf(':')
        if (/^[ \t]/.test(field) && last !== '') {
          fields.set(last, `${fields.get(last)} ${field.trim()}`)
        } else if (colon > 0 && fields.size < mostFields) {
          last = field.slice(0, colon).trim().toLowerCase()
          if (!fields.has(last)) fields.set(last, field.slice(colon + 1).trim())
        }
      }
      const stated = fields.get('content-length') ?? ''
      if (!/^\d{1,15}$/.test(stated)) {
        events.problem(number, field === null ? 'cut' : 'damaged')
        isLost = true
        continue
      }
      const record: WarcRecord = {
        number,
        type: (fields.get('warc-type') ?? '').toLowerCase(),
        head: (name) => fields.get(name) ?? '',
        length: Number(stated),
      }
      const isWanted = events.wants(record)
      if (isWanted && record.length <= longestContent) {
        const content = await reader.take(record.length)
        if (content.length < record.length) events.problem(number, 'cut')
        else yield { record, content }
      } else {
        if (isWanted) events.problem(number, 'large')
        if ((await reader.skip(record.length)) < record.length) events.problem(number, 'cut')
      }
    }
    if (isCut()) events.problem(number, 'cut')
  } finally {
    await reader.close()
  }
}
