import { isObject, readJson } from '../../files/json.ts'
import { memoryFile, type SetFile } from '../../files/setFile.ts'
import { zipFiles } from '../../files/zip.ts'
import type { ReadContext } from '../format.ts'
import { openWarc } from '../warc/open.ts'

interface ListedPage {
  readonly address: string
  readonly title: string
  /** What the crawler took for the page's text; '' where it did not. */
  readonly text: string
}

/** Addresses are compared without their fragment and last slash, which lists and records write differently. */
const normal = (address: string): string => address.split('#', 1)[0]!.replace(/\/$/, '')

/** `pages/*.jsonl`: the first line describes the list, every other a page. */
const listedPages = (files: readonly SetFile[], context: ReadContext): ListedPage[] =>
  files.flatMap((file) => {
    const pages: ListedPage[] = []
    for (const { value, line, error } of readJson(file)) {
      if (!isObject(value)) {
        context.problem(file, `line ${line}`, {
          code: 'import.wacz_page',
          message: `${file.path}, line ${line}: this is no page of the list. ${error} It was left out.`,
          params: { line },
        })
        continue
      }
      const { url, title, text } = value
      if (typeof url !== 'string') continue
      pages.push({
        address: url,
        title: typeof title === 'string' ? title : '',
        text: typeof text === 'string' ? text : '',
      })
    }
    return pages
  })

/** @throws Unreadable `import.zip` · `import.zip_bomb` · `import.encrypted` */
export async function* openWacz(file: SetFile, context: ReadContext): AsyncGenerator<SetFile> {
  const inside = (path: string): string => path.slice(file.path.length + 1)
  const members = zipFiles(file)
  const pages = listedPages(
    members.filter((it) => /^pages\/[^/]+\.jsonl$/.test(inside(it.path))),
    context,
  )
  const listed = new Set(pages.map((it) => normal(it.address)))
  const found = new Set<string>()
  for (const archive of members.filter((it) => /^archive\/.+\.warc(?:\.gz)?$/i.test(inside(it.path)))) {
    const isPage = (address: string): boolean => listed.size === 0 || listed.has(normal(address))
    for await (const page of openWarc(archive, context, isPage)) {
      found.add(normal(page.address ?? ''))
      yield page
    }
  }
  // Pages whose capture is no HTML (an application, a PDF) may still have their text in the list.
  for (const [index, { address, title, text }] of pages.entries()) {
    if (found.has(normal(address)) || text.trim().length < 300) continue
    found.add(normal(address))
    const name = (title || address).replace(/[\x00-\x1f/\\:*?"<>|]+/g, '_').slice(0, 100)
    const content = Buffer.from(title === '' ? text : `${title}\n\n${text}`, 'utf8')
    yield memoryFile(`${file.path}/pages/${index + 1} ${name}.txt`, content, content.length, {
      address,
      mediaType: 'text/plain',
      charset: 'utf-8',
    })
  }
}
