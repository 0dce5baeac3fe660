import type { IncomingMessage } from 'node:http'

/** The body is larger than its limit in bytes. */
export class BodyTooLarge extends Error {
  readonly limit: number
  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes.`)
    this.limit = limit
  }
}

/**
 * Reads a body as UTF-8 text.
 *
 * @param limitFor gives the limit in bytes from the first piece of the body.
 * @throws BodyTooLarge as soon as the limit is passed; nothing beyond it is kept.
 */
export const readText = async (
  request: IncomingMessage,
  limitFor: (start: string) => number,
): Promise<string> => {
  const pieces: Buffer[] = []
  let length = 0
  let limit = -1
  for await (const piece of request as AsyncIterable<Buffer>) {
    if (limit < 0) limit = limitFor(piece.subarray(0, 200).toString('latin1'))
    length += piece.length
    if (length > limit) throw new BodyTooLarge(limit)
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** Passes pieces on until the limit in bytes is reached. */
export async function* limited(pieces: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > limit) throw new BodyTooLarge(limit)
    yield piece
  }
}
