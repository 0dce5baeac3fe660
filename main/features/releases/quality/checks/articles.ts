import { fingerprint } from '../../../imports/index.ts'
import { nearDuplicateGroups } from '../../split/nearDuplicates.ts'
import type { CheckMaker } from '../check.ts'

/**
 * Articles as such: annotated, read, with title, date, language and text, and not there twice. Of each article its name
 * and 16 hexadecimal digits of its text are kept.
 */
export const articleChecks: CheckMaker = (_, tell) => {
  const names: string[] = []
  const prints: string[] = []
  return {
    article: ({ article, name, text, mentions }) => {
      if (mentions.length === 0) tell('articlesWithoutMentions', name)
      if (article.status === 'unread') tell('unreadArticles', name)
      if (article.title.trim() === '') tell('articlesWithoutTitle', name)
      if (article.publishedOn === '') tell('articlesWithoutDate', name)
      if (article.language === '') tell('articlesWithoutLanguage', name)
      if (text.trim() === '') {
        tell('emptyTexts', name)
        return
      }
      names.push(name)
      prints.push(fingerprint(text))
    },
    end: () => {
      for (const [first, ...others] of nearDuplicateGroups(prints))
        for (const it of others) tell('nearDuplicates', `${names[it]} – ${names[first!]}`)
    },
  }
}
