import { isObject, jsonOf } from '../../files/json.ts'
import type { SetFile } from '../../files/setFile.ts'
import { Unreadable } from '../../files/unreadable.ts'
import { readCases } from '../cas/place.ts'
import type { FileSet, ReadContext } from '../format.ts'
import { parseCasJson } from './parse.ts'

/** @throws Unreadable for what is no CAS JSON 0.4 */
export const read = (set: FileSet, context: ReadContext) =>
  readCases(set, context, function* (file: SetFile) {
    const root = jsonOf(file)
    if (
      isObject(root) &&
      root['%FEATURE_STRUCTURES'] === undefined &&
      ('_views' in root || '_types' in root || '_context' in root)
    )
      throw new Unreadable(
        'import.uima_legacy_json',
        `${file.path} is the old JSON of UIMA (_context, _types, _views), which is not read. Export it as "UIMA CAS JSON 0.4" or "UIMA CAS XMI".`,
      )
    if (!isObject(root) || !['%FEATURE_STRUCTURES', '%VIEWS', '%TYPES'].some((it) => it in root))
      throw new Unreadable(
        'import.json',
        `${file.path} holds no %FEATURE_STRUCTURES. It is no UIMA CAS JSON.`,
      )
    const cas = parseCasJson(root, (place) =>
      context.problem(file, place, {
        code: 'import.uima_structure',
        message: `${file.path}, ${place}: this is no feature structure (it has no %TYPE). It was left out.`,
        params: { place },
      }),
    )
    yield { cas, path: file.path }
  })
