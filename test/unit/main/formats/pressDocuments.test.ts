import { expect, test } from 'vitest'
import { memoryFile } from '../../../../main/features/imports/files/setFile.ts'
import type { ReadArticle } from '../../../../main/features/imports/formats/format.ts'
import { rtf } from '../../../../main/features/imports/formats/rtf/format.ts'

const article = (title: string, date: string, body: string): string =>
  [
    title,
    'The Ledger',
    date,
    'Copyright 2018 The Ledger All Rights Reserved',
    'Section: BUSINESS',
    'Length: 12 words',
    'Body',
    body,
    'End of Document',
  ]
    .map((line) => `${line}\\par\n`)
    .join('')

test('a press database saved as one document is as many articles as it holds', async () => {
  const content = `{\\rtf1\\ansi\\deff0 ${article('Deal closed', 'June 18, 2018', 'One firm bought another.')}${article(
    'Deal denied',
    'June 19, 2018',
    'The firm denied it.',
  )}}`
  const read: ReadArticle[] = []
  const file = memoryFile('export.rtf', Buffer.from(content, 'latin1'))
  for await (const it of rtf.read(file, { options: {}, problem: () => {} })) read.push(it)
  expect(read.map((it) => it.guesses.title?.value)).toEqual(['Deal closed', 'Deal denied'])
  expect(read.map((it) => it.text.trim())).toEqual(['One firm bought another.', 'The firm denied it.'])
})

test('any other document is one article', async () => {
  const file = memoryFile('note.rtf', Buffer.from('{\\rtf1\\ansi A note.\\par Of two lines.\\par}', 'latin1'))
  const read: ReadArticle[] = []
  for await (const it of rtf.read(file, { options: {}, problem: () => {} })) read.push(it)
  expect(read).toHaveLength(1)
})
