import { shortened } from './excerpts.ts'
import { aboutOf, type Names } from './fields.ts'
import type { Item } from './records.ts'

/** What is known of a release while it is read: names of what records refer to, and the article they stand in. */
export interface Context {
  readonly names: Names
  /** Told of every person. */
  meet(uid: string, name: string): void
  /** Told of every record before it is asked about. */
  enter(item: Item): void
  /** Uid of the article a record is, or stands in; '' for what stands in none. */
  articleOf(item: Item): string
  /** Title of that article, if it is the one at hand; else its uid. */
  titleOf(articleUid: string): string
}

/** Memory holds the names of persons, entities and relations, and the mentions of the article at hand. */
export const createContext = (): Context => {
  const persons = new Map<string, string>()
  const entities = new Map<string, string>()
  const relations = new Map<string, string>()
  const mentions = new Map<string, string>()
  let article = { uid: '', title: '' }
  const names: Names = {
    person: (uid) => persons.get(uid) ?? '',
    entity: (uid) => entities.get(uid) ?? '',
    relation: (uid) => relations.get(uid) ?? '',
    mention: (uid) => mentions.get(uid) ?? '',
  }
  const named: Partial<Record<Item['what'], Map<string, string>>> = {
    entity: entities,
    relation: relations,
    mention: mentions,
  }
  return {
    names,
    meet: (uid, name) => void persons.set(uid, shortened(name)),
    enter: ({ what, uid, record }) => {
      if (what === 'article') {
        mentions.clear()
        article = { uid, title: shortened(aboutOf(record, names)) }
      }
      named[what]?.set(uid, shortened(aboutOf(record, names)))
    },
    articleOf: ({ what, uid, record }) =>
      what === 'article' ? uid : typeof record.article === 'string' ? record.article : '',
    titleOf: (uid) => (uid === article.uid ? article.title : uid),
  }
}
