import { isObject, readJson } from '../../files/json.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { recordsOf } from '../gate/records.ts'
import type { ReadRecord } from '../records.ts'
import { unpacked } from './gzip.ts'
import { parseBdoc } from './parse.ts'

/** Documents one after the other; a file may hold several. @throws Unreadable for the only file of a set */
export function* read(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const entities = new Set<string>()
  for (const file of set.files) {
    const problem = (place: string, sentence: string): void =>
      context.problem(file, place, {
        code: 'import.bdoc_record',
        message: `${file.path}, ${place}: ${sentence}`,
        params: { place },
      })
    try {
      for (const { number, line, value, error } of readJson(unpacked(file))) {
        const at = `line ${line}`
        const document = isObject(value)
          ? parseBdoc(value, (place) => problem(place, 'no complete annotation. It was left out.'))
          : null
        if (!document) {
          problem(at, error || 'a document without a text. It was left out.')
          continue
        }
        const name = file.path.replace(/\.(bdocjs?|json)(\.gz)?$/i, '')
        yield* recordsOf(document, {
          id: number === 1 ? name : `${name}#${number}`,
          file: file.path,
          place: number === 1 ? file.path : `${file.path}, ${at}`,
          entities,
          problem: (place, notice) => context.problem(file, place, notice),
        })
      }
    } catch (thrown) {
      if (!(thrown instanceof Unreadable) || set.files.length === 1) throw thrown
      context.problem(file, '', thrown.notice)
    }
  }
}
