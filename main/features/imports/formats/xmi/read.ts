import { posix } from 'node:path'
import type { TypeSystem } from '../../../../../shared/formats/cas.ts'
import type { SetFile } from '../../files/setFile.ts'
import { xmlText } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { zipFiles } from '../../files/zip.ts'
import { readCases } from '../cas/place.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { isTypeSystemName, isZip } from './names.ts'
import { parseXmi } from './parse.ts'
import { parseTypeSystem } from './typeSystem.ts'

const folderOf = (path: string): string => posix.dirname(path)

/** The type system beside a file or in the nearest folder above it; the customary name wins over others. */
const typeSystemBeside = (path: string, all: readonly SetFile[]): SetFile | null => {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const here = all.filter((it) => folderOf(it.path) === folder && isTypeSystemName(it.name))
    if (here.length > 0) return here.find((it) => it.name.toLowerCase() === 'typesystem.xml') ?? here[0]!
    if (folder === folderOf(folder)) return null
  }
}

/** @throws Unreadable for what is no XMI, and for damaged archives */
export const read = (set: FileSet, context: ReadContext) => {
  const systems = new Map<SetFile, TypeSystem>()
  const typesFor = (file: SetFile, path: string, all: readonly SetFile[]): TypeSystem => {
    const found = typeSystemBeside(path, all)
    if (!found) return new Map()
    let types = systems.get(found)
    if (!types) {
      try {
        types = parseTypeSystem(xmlText(found), found.path)
      } catch (thrown) {
        if (!(thrown instanceof Unreadable)) throw thrown
        // Features are then understood by their shape; that is worth a word, not the end.
        context.problem(file, found.path, thrown.notice)
        types = new Map()
      }
      systems.set(found, types)
    }
    return types
  }
  return readCases(set, context, function* (file) {
    if (!isZip(file.head(4))) {
      yield { cas: parseXmi(xmlText(file), file.path, typesFor(file, file.path, set.all)), path: file.path }
      return
    }
    const members = zipFiles(file).filter((it) => !it.path.includes('/__MACOSX/'))
    const documents = members.filter((it) => /\.xmi$/i.test(it.name))
    if (documents.length === 0)
      throw new Unreadable('import.zip', `${file.path} holds no .xmi file. Nothing can be read from it.`)
    for (const it of documents) {
      const types = typesFor(file, it.path, members)
      // The name of the archive is the document's: members are often called alike (`admin.xmi`).
      const path = documents.length === 1 ? file.path : it.path
      yield { cas: parseXmi(xmlText(it), it.path, types), path }
    }
  })
}
