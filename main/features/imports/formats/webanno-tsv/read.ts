import { posix } from 'node:path'
import { createFacts, takeFact } from '../../files/commentFacts.ts'
import type { SetFile } from '../../files/setFile.ts'
import { textOf } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadRecord } from '../records.ts'
import { documentOf, type Source } from './document.ts'
import { isOldVersion, readOldVersion } from './oldVersions.ts'
import { minorVersion, readSentences } from './sentences.ts'

const withoutExtension = (path: string): string => path.replace(/\.tsv$/i, '')

const isUser = /^(admin|INITIAL_CAS|CURATION_USER|CORRECTION_USER)$/

/**
 * Projects of the tool come as `annotation/<document>/<user>.tsv` (or `<user>.zip/….tsv`) and `curation/…`; a folder
 * named like a document (`a.txt/`) with files of users in it is one too. Anything else: one document per file.
 */
const sourceOf = (file: SetFile): Source => {
  const parts = file.path.split('/')
  const top = parts.findIndex((it) => it === 'annotation' || it === 'curation')
  const name = withoutExtension(file.name)
  if (top !== -1 && parts.length >= top + 3) {
    const user = parts[top + 2]!.replace(/\.(zip|tsv)$/i, '')
    return sourceFor(parts.slice(0, top), parts[top + 1]!, user, file.path)
  }
  const folder = parts.at(-2) ?? ''
  if (/\.(txt|tsv|xmi|xml|json|conll|conllu|pdf|html?|docx)$/i.test(folder) || isUser.test(name)) {
    if (folder !== '') return sourceFor(parts.slice(0, -2), folder, name, file.path)
  }
  return { id: withoutExtension(file.path), file: file.path, annotator: undefined }
}

const sourceFor = (above: readonly string[], document: string, user: string, file: string): Source => ({
  id: posix.join(...above, document),
  file,
  annotator: user === 'INITIAL_CAS' ? undefined : user,
})

export const read = function* (set: FileSet, context: ReadContext): Generator<ReadRecord> {
  const told = new Set<string>()
  for (const file of set.files) {
    const source = sourceOf(file)
    try {
      const text = textOf(file)
      const cut = text.indexOf('\n')
      const minor = minorVersion((cut === -1 ? text : text.slice(0, cut)).trimEnd())
      if (minor === null) {
        if (!isOldVersion(text)) {
          throw new Unreadable(
            'import.tsv_version',
            `${file.path}: this version of WebAnno TSV is not known; 1, 2 and 3.0 to 3.3 are. Export it as WebAnno TSV 3 and import that.`,
          )
        }
        yield readOldVersion(file, source.id, context)
        continue
      }
      const problem = (line: number, notice: Parameters<ReadContext['problem']>[2]): void =>
        context.problem(file, `line ${line}`, notice)
      const content = readSentences(text, minor, problem)
      const facts = createFacts()
      const comments = [...content.comments]
      for (const [kind, json] of content.facts) {
        if (!takeFact(facts, kind, json)) comments.push(`#Ligature.${kind}=${json}`)
      }
      for (const entity of facts.entities) {
        if (told.has(entity.id)) continue
        told.add(entity.id)
        yield entity
      }
      yield documentOf(source, { ...content, comments }, facts, context.options.words === true, problem)
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      context.problem(file, file.path, thrown.notice)
    }
  }
}
