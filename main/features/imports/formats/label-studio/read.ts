import { posix } from 'node:path'
import { objectOf, stringOf } from '../../files/fields.ts'
import { isObject, type JsonObject, readJson } from '../../files/json.ts'
import { createEntityFacts } from '../../files/jsonFacts.ts'
import { damagedRecord, recordWithoutText } from '../../files/recordNotices.ts'
import type { SetFile } from '../../files/setFile.ts'
import { textOf } from '../../files/text.ts'
import { Unreadable } from '../../files/unreadable.ts'
import type { Notice } from '../../reading/types.ts'
import type { FileSet, ReadContext } from '../format.ts'
import type { ReadDocument, ReadRecord } from '../records.ts'
import { type Configuration, configurationIn } from './config.ts'
import { documentOf } from './document.ts'
import { isHtmlResult, type Task, taskOf, textKeyOf } from './tasks.ts'

const textElsewhere = (key: string): Notice => ({
  code: 'import.label_studio.elsewhere',
  message: `The text under "${key}" is only an address; nothing is fetched. Export the tasks with their texts.`,
  params: { key },
})

/** A configuration of our own holds nothing that would have to be kept; one given back goes by its first name. */
const writtenHere = '<!-- Ligature -->'
const givenBack = /^imported-/

const configurations = (set: FileSet, context: ReadContext): Map<SetFile, Configuration> => {
  const found = new Map<SetFile, Configuration>()
  for (const file of set.all) {
    if (!/\.(xml|config)$/i.test(file.name) || file.size > 1 << 20) continue
    // Other XML may stand beside the tasks: only what begins as a configuration is one.
    if (!/<View[\s>]/.test(Buffer.from(file.head(4096)).toString('latin1'))) continue
    try {
      found.set(file, configurationIn(file))
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown
      context.problem(file, file.name, thrown.notice)
    }
  }
  return found
}

type Report = (notice: Notice) => void

const readTask = async (
  task: Task,
  base: { id: string; place: string; file: string },
  configuration: Configuration | undefined,
  report: Report,
): Promise<ReadDocument | null> => {
  const { key, elsewhere } = textKeyOf(task.data, configuration?.textKey ?? '')
  const raw = task.data[key]
  if (typeof raw !== 'string' || elsewhere) {
    report(elsewhere ? textElsewhere(key) : recordWithoutText(key))
    return null
  }
  const shownAsHtml =
    (configuration?.isHtml === true && configuration.textKey === key) ||
    task.annotations.some((it) => it.results.some(isHtmlResult))
  if (!shownAsHtml) return documentOf(task, base, { key, text: raw }, report)
  const { textOfHtml } = await import('./html.ts')
  try {
    return documentOf(task, base, { key, text: textOfHtml(raw), html: raw }, report)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    report(damagedRecord('Its HTML is nested too deeply.'))
    return null
  }
}

const ownUid = (task: Task): string | undefined => stringOf(objectOf(task.meta.ligature).uid)

/**
 * Tasks of Label Studio: a list, lines, or one task; with annotations and predictions, as the short export, or bare data
 * beside a configuration. Offsets are code points, before the end of 2021 UTF-16; those of web pages count the text nodes.
 */
export async function* readLabelStudio(set: FileSet, context: ReadContext): AsyncGenerator<ReadRecord> {
  const found = configurations(set, context)
  for (const [file, { types }] of found) {
    yield* types
    const text = textOf(file)
    if (!text.includes(writtenHere))
      yield { kind: 'setPart', name: file.name.replace(givenBack, ''), data: text }
  }
  const near = (file: SetFile): Configuration | undefined => {
    const folder = posix.dirname(file.path)
    const beside = [...found].find(([it]) => posix.dirname(it.path) === folder)
    return beside?.[1] ?? [...found.values()][0]
  }
  const entitiesOf = createEntityFacts()
  for (const file of set.files) {
    if (found.has(file) || /\.(xml|config)$/i.test(file.name)) continue
    const configuration = near(file)
    for (const { number, line, value, error } of readJson(file)) {
      const place = `task ${number}, line ${line}`
      const report: Report = (notice) => context.problem(file, place, notice)
      if (!isObject(value)) {
        report(damagedRecord(error || 'It is no object.'))
        continue
      }
      const task = taskOf(value as JsonObject)
      yield* entitiesOf(objectOf(task.meta.ligature).entities)
      const id = ownUid(task) ?? task.id ?? `${file.path}#${number}`
      const document = await readTask(task, { id, place, file: file.path }, configuration, report)
      if (document) yield document
    }
  }
}
