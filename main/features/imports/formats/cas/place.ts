import {
  type Cas,
  type FeatureDeclaration,
  own,
  type TypeDeclaration,
  type TypeSystem,
} from '../../../../../shared/formats/cas.ts'
import type { JsonValue } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadRecord, ReadSetPart } from '../records.ts'
import { recordsOf } from './records.ts'

const extension = /(\.(xmi|xml|json|cas|zip|ser))+$/i

/**
 * Id and annotator by where a file lies: INCEpTION exports `annotation/DOCUMENT/USER.ext` (and `curation/…`), so that
 * files of one folder are one document. Elsewhere the path is the id.
 */
export const whereIs = (path: string): { id: string; annotator?: string } => {
  const parts = path.split('/')
  const layout = parts.findLastIndex((it) => it === 'annotation' || it === 'curation')
  if (layout < 0 || parts.length - layout < 3) return { id: path.replace(extension, '') }
  const annotator = parts[layout + 2]!.replace(extension, '')
  const id = parts[layout + 1]!
  return annotator === 'INITIAL_CAS' ? { id } : { id, annotator }
}

/** Type systems of several files as one: the first declaration of a feature holds. */
const merge = (into: Map<string, TypeDeclaration>, types: TypeSystem): void => {
  for (const it of types.values()) {
    const before = into.get(it.name)
    const names = new Set(before?.features.map((feature) => feature.name))
    const features: FeatureDeclaration[] = [
      ...(before?.features ?? []),
      ...it.features.filter((feature) => !names.has(feature.name)),
    ]
    into.set(it.name, { name: it.name, superType: before?.superType ?? it.superType, features })
  }
}

/**
 * The records of all files of a set. A file that cannot be read is told and the others are read; the only file of a set
 * is thrown. @throws Unreadable
 */
export function* readCases(
  set: FileSet,
  context: ReadContext,
  parse: (file: SetFile) => Iterable<{ cas: Cas; path: string }>,
): Generator<ReadRecord> {
  const types = new Map<string, TypeDeclaration>()
  const entities = new Set<string>()
  for (const file of set.files) {
    try {
      for (const { cas, path } of parse(file)) {
        merge(types, cas.types)
        yield* recordsOf(cas, {
          ...whereIs(path),
          file: file.path,
          entities,
          problem: (place, notice) => context.problem(file, place, notice),
        })
      }
    } catch (thrown) {
      if (!(thrown instanceof Unreadable) || set.files.length === 1) throw thrown
      context.problem(file, '', thrown.notice)
    }
  }
  const ours = new Set<string>(Object.values(own))
  const kept = [...types.values()].filter((it) => !ours.has(it.name))
  if (kept.length > 0)
    yield { kind: 'setPart', name: 'types', data: kept as unknown as JsonValue } satisfies ReadSetPart
}
