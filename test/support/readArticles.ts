import { memoryFile, type SetFile } from '../../main/features/imports/files/setFile.ts'
import { Unreadable } from '../../main/features/imports/files/unreadable.ts'
import type { ArticleFormat, ReadArticle } from '../../main/features/imports/formats/format.ts'
import type { Notice } from '../../main/features/imports/reading/types.ts'
import { completeOptions, type OptionValues } from '../../shared/model/option.ts'

export interface Articles {
  articles: ReadArticle[]
  problems: Notice[]
  /** Why the file cannot be read; null when it can. */
  failure: Notice | null
}

/** Everything an article reader gives for a file, or why it gives nothing. */
export const readArticles = async (
  format: ArticleFormat,
  file: SetFile | Uint8Array,
  options: OptionValues = {},
): Promise<Articles> => {
  const result: Articles = { articles: [], problems: [], failure: null }
  try {
    const read = format.read('bytes' in file ? file : memoryFile(`test.${format.extensions[0]}`, file), {
      options: completeOptions(format.options, options),
      problem: (_file, _place, notice) => void result.problems.push(notice),
    })
    for await (const article of read) result.articles.push(article)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    result.failure = error.notice
  }
  return result
}
