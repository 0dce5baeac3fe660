import { Unreadable } from '../../files/unreadable.ts'
import { xmlTreeOf } from '../../files/xml.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { recordsOf } from '../gate/records.ts'
import type { ReadRecord } from '../records.ts'
import { parseGateXml } from './parse.ts'

/** @throws Unreadable for the only file of a set that is no GATE document */
export function* read(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const entities = new Set<string>()
  for (const file of set.files) {
    try {
      const root = xmlTreeOf(file)
      if (root.name !== 'GateDocument')
        throw new Unreadable(
          'import.xml',
          `${file.path}: the root element is ${root.name}, not GateDocument.`,
        )
      const document = parseGateXml(root, (place) =>
        context.problem(file, place, {
          code: 'import.gate_annotation',
          message: `${file.path}, ${place}: an annotation without id, type or nodes. It was left out.`,
          params: { place },
        }),
      )
      yield* recordsOf(document, {
        id: file.path.replace(/\.xml$/i, ''),
        file: file.path,
        place: file.path,
        entities,
        problem: (place, notice) => context.problem(file, place, notice),
      })
    } catch (thrown) {
      if (!(thrown instanceof Unreadable) || set.files.length === 1) throw thrown
      context.problem(file, '', thrown.notice)
    }
  }
}
