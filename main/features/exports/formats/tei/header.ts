import { isObject, type JsonValue } from '../../../../../shared/model/json.ts'
import type { ArticleRow } from '../../format.ts'

type Escape = (text: string) => string

/** An element of text; told so where its white space counts. */
export const textElement = (name: string, text: string, xml: Escape, attributes = ''): string =>
  `<${name}${attributes}${text.replace(/\s+/g, ' ').trim() === text ? '' : ' xml:space="preserve"'}>${xml(text)}</${name}>`

/** `teiHeader` with the article's facts and what a reader kept of the header it came with. */
export const headerXml = (article: ArticleRow, kept: JsonValue | undefined, xml: Escape): string => {
  const given = (name: string): string => {
    const list = isObject(kept) ? kept[name] : undefined
    return Array.isArray(list) ? list.filter((it) => typeof it === 'string').join('') : ''
  }
  const { title, publisher, publishedOn, sourceUrl, language, status, note } = article
  const publication = `${publisher || publishedOn ? textElement('publisher', publisher, xml) : ''}${publishedOn ? `<date when="${xml(publishedOn)}"/>` : ''}${given('publicationStmt')}`
  const source = `${sourceUrl ? `<bibl><ptr target="${xml(sourceUrl)}"/></bibl>` : ''}${given('sourceDesc')}`
  const profile = `${language ? `<langUsage><language ident="${xml(language)}"/></langUsage>` : ''}${given('profileDesc')}`
  return [
    '<teiHeader>\n<fileDesc>\n',
    `<titleStmt>${textElement('title', title, xml)}${given('titleStmt')}</titleStmt>\n`,
    given('fileDesc'),
    `<publicationStmt>${publication || '<p/>'}</publicationStmt>\n`,
    note ? `<notesStmt><note>${xml(note)}</note></notesStmt>\n` : '',
    `<sourceDesc>${source || '<p/>'}</sourceDesc>\n</fileDesc>\n`,
    given('teiHeader'),
    profile ? `<profileDesc>${profile}</profileDesc>\n` : '',
    status ? `<revisionDesc status="${xml(status)}"><change/></revisionDesc>\n` : '',
    '</teiHeader>\n',
  ].join('')
}
