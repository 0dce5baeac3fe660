import { Unreadable } from '../../files/unreadable.ts'
import { childrenNamed, elementsOf, type XmlElement, xmlTreeOf } from '../../files/xml.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadRecord } from '../records.ts'
import { documentOf } from './document.ts'
import { entitiesIn } from './entities.ts'
import { textIn } from './text.ts'

/** The documents of a file: itself, or those of a corpus. */
const documentsIn = (root: XmlElement): XmlElement[] =>
  /^TEI(\.2)?$/.test(root.name) ? [root] : elementsOf(root).flatMap(documentsIn)

/** @throws Unreadable for the only file of a set */
export function* read(set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const given = new Set<string>()
  for (const file of set.files) {
    try {
      const root = xmlTreeOf(file)
      const entities = entitiesIn(root, file.path)
      for (const it of entities.records) {
        if (given.has(it.id)) continue
        given.add(it.id)
        yield it
      }
      const name = file.path.replace(/\.(tei\.)?xml$|\.tei$/i, '')
      for (const [index, tei] of documentsIn(root).entries()) {
        const text = childrenNamed(tei, 'text')[0]
        if (!text) continue
        yield* documentOf(
          tei,
          textIn(text, context.options.whiteSpace === 'collapse' ? 'collapse' : 'literal'),
          entities,
          {
            id: index === 0 ? name : `${name}#${index + 1}`,
            file: file.path,
            problem: (place, notice) => context.problem(file, place, notice),
          },
        )
      }
    } catch (thrown) {
      if (!(thrown instanceof Unreadable) || set.files.length === 1) throw thrown
      context.problem(file, '', thrown.notice)
    }
  }
}
