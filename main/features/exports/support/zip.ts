import { Zip, ZipDeflate } from 'fflate'
import type { ByteFile } from '../format.ts'

/** The same moment for every member (the first ZIP can name), so that the same project gives the same bytes. */
const moment = new Date(1980, 0, 1)

export interface ZipWriter {
  /** Adds a member; `name` with `/` between its parts. */
  add(name: string, content: string | Uint8Array): void
  /** Adds a member that is longer than memory should hold at once. */
  addPieces(name: string, pieces: Iterable<Uint8Array>): void
  /** Writes the list of members. */
  end(): void
}

/** A ZIP archive written as it grows. @throws what the file's sink throws */
export const createZip = (file: ByteFile): ZipWriter => {
  const zip = new Zip((error, piece) => {
    if (error) throw error
    file.write(piece)
  })
  const begin = (name: string): ZipDeflate => {
    const member = new ZipDeflate(name, { level: 6 })
    member.mtime = moment
    zip.add(member)
    return member
  }
  return {
    add: (name, content) =>
      begin(name).push(typeof content === 'string' ? Buffer.from(content, 'utf8') : content, true),
    addPieces: (name, pieces) => {
      const member = begin(name)
      for (const piece of pieces) member.push(piece)
      member.push(new Uint8Array(0), true)
    },
    end: () => zip.end(),
  }
}
