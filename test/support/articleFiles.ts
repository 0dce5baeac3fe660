import { memoryFile, type SetFile, type Stated } from '../../main/features/imports/files/setFile.ts'
import type {
  ArticleFormat,
  ContainerFormat,
  Notice,
  ReadArticle,
  ReadContext,
  Reference,
  ReferenceFormat,
} from '../../main/features/imports/formats/format.ts'
import { completeOptions, type OptionField, type OptionValues } from '../../shared/model/option.ts'

export interface Problem {
  readonly file: string
  readonly place: string
  readonly notice: Notice
}

export const contextFor = (
  fields: readonly OptionField[] = [],
  options: OptionValues = {},
): { context: ReadContext; problems: Problem[] } => {
  const problems: Problem[] = []
  return {
    problems,
    context: {
      options: completeOptions(fields, options),
      problem: (file, place, notice) => void problems.push({ file: file.path, place, notice }),
    },
  }
}

/** A file of an import from a text (as UTF-8) or bytes. */
export const fileOf = (name: string, content: string | Uint8Array, stated: Stated = {}): SetFile => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return memoryFile(name, bytes, bytes.length, stated)
}

/** Everything an article reader gives for a file. @throws Unreadable */
export const articlesOf = async (
  format: ArticleFormat,
  file: SetFile,
  options: OptionValues = {},
): Promise<{ articles: ReadArticle[]; problems: Problem[] }> => {
  const { context, problems } = contextFor(format.options, options)
  const articles: ReadArticle[] = []
  for await (const article of format.read(file, context)) articles.push(article)
  return { articles, problems }
}

/** @throws Unreadable */
export const filesIn = async (
  format: ContainerFormat,
  file: SetFile,
): Promise<{ files: SetFile[]; problems: Problem[] }> => {
  const { context, problems } = contextFor()
  const files: SetFile[] = []
  for await (const it of format.open(file, context)) files.push(it)
  return { files, problems }
}

/** @throws Unreadable */
export const referencesOf = (
  format: ReferenceFormat,
  file: SetFile,
): { references: Reference[]; problems: Problem[] } => {
  const { context, problems } = contextFor()
  return { references: [...format.read(file, context)], problems }
}
