import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFile } from '../../../../main/features/imports/files/setFile.ts'
import { Unreadable } from '../../../../main/features/imports/files/unreadable.ts'
import { eml } from '../../../../main/features/imports/formats/eml/format.ts'
import { articlesOf, fileOf } from '../../../support/articleFiles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

const mail = (...lines: readonly string[]): string => lines.join('\r\n')

describe('mails', () => {
  test('fields become facts, words of RFC 2047 and quoted-printable become text', async () => {
    const file = fileOf(
      'notiz.txt',
      mail(
        'From: =?utf-8?Q?J=C3=BCrgen_M=C3=BCller?= <jm@example.org>',
        'To: redaktion@example.org',
        'Subject: =?iso-8859-1?Q?=DCbernahme?= =?iso-8859-1?Q?_genehmigt?=',
        'Date: Tue, 2 Jan 2024 09:00:00 +0100',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=windows-1252',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Die Kosten betragen 3 Mio. =80, sagte der F=',
        'inanzchef.',
        '',
      ),
    )
    expect(recognise(eml, file)?.score).toBeGreaterThan(0.9)
    const { articles } = await articlesOf(eml, file)
    expect(articles).toHaveLength(1)
    expect(articles[0]!.text).toBe('Die Kosten betragen 3 Mio. €, sagte der Finanzchef.')
    expect(articles[0]!.guesses).toMatchObject({
      title: { value: 'Übernahme genehmigt', from: 'Subject' },
      publishedOn: { value: '2024-01-02' },
      author: { value: 'Jürgen Müller' },
    })
  })

  test('a newsletter whose plain part is a stub is read from its HTML; attachments are named', async () => {
    const { articles } = await articlesOf(
      eml,
      fileOf(
        'letter.eml',
        mail(
          'From: "Börsenbrief" <news@example.org>',
          'Subject: Der Tag',
          'List-Id: <brief.example.org>',
          'MIME-Version: 1.0',
          'Content-Type: multipart/mixed; boundary="a b"',
          '',
          '--a b',
          'Content-Type: multipart/alternative; boundary=inner',
          '',
          '--inner',
          'Content-Type: text/plain',
          '',
          'Please view this in HTML.',
          '--inner',
          'Content-Type: text/html; charset=utf-8',
          '',
          `<html lang="de"><body><p>Die Acme GmbH kauft die Beta AG.</p><p>${'Der Preis blieb geheim. '.repeat(20)}</p></body></html>`,
          '--inner--',
          '--a b',
          'Content-Type: application/pdf',
          "Content-Disposition: attachment; filename*=utf-8''%C3%9Cbersicht.pdf",
          'Content-Transfer-Encoding: base64',
          '',
          'JVBERi0=',
          '--a b--',
        ),
      ),
    )
    expect(articles[0]!.text).toMatch(/^Die Acme GmbH kauft die Beta AG\.\n\nDer Preis/)
    expect(articles[0]!.guesses).toMatchObject({
      publisher: { value: 'Börsenbrief' },
      language: { value: 'de' },
    })
    expect(articles[0]!.warnings).toMatchObject([
      { code: 'import.attachments', params: { names: 'Übersicht.pdf' } },
    ])
  })

  test('a forwarded mail that is all there is gives its own facts; flowed lines are joined', async () => {
    const { articles } = await articlesOf(
      eml,
      fileOf(
        'fwd.eml',
        mail(
          'From: a@example.org',
          'Subject: WG: Meldung',
          'Date: Fri, 5 Jan 2024 09:00:00 +0100',
          'MIME-Version: 1.0',
          'Content-Type: multipart/mixed; boundary=x',
          '',
          '--x',
          'Content-Type: message/rfc822',
          '',
          'From: Presse <p@example.org>',
          'Subject: Meldung',
          'Date: Thu, 4 Jan 2024 09:00:00 +0100',
          'Content-Type: text/plain; format=flowed',
          '',
          'Die Acme GmbH ',
          'wächst.',
          '--x',
        ),
      ),
    )
    expect(articles[0]!.text).toBe('Die Acme GmbH wächst.')
    expect(articles[0]!.guesses).toMatchObject({
      title: { value: 'Meldung' },
      publishedOn: { value: '2024-01-04' },
    })
  })

  test('unlabelled bytes are decoded by what they are', async () => {
    const head = 'From: a@b.c\nSubject: x\nDate: 1 Jan 2024\n\n'
    const text = 'Die Größe der Käufe überrascht die Börse, sagen Händler.'
    const { articles } = await articlesOf(eml, fileOf('a.eml', Buffer.from(head + text, 'latin1')))
    expect(articles[0]!.text).toBe(text)
  })

  test('a mailbox is several mails; one without text is told', async () => {
    const box = ['One', '', 'Three']
      .map(
        (it, index) =>
          `From a@b.c Mon Jan  ${index + 1} 10:00:00 2024\nFrom: a@b.c\nSubject: ${index}\n\n${it}\n\n`,
      )
      .join('')
    const { articles, problems } = await articlesOf(eml, fileOf('old.mbox', box))
    expect(articles.map((it) => it.text)).toEqual(['One', 'Three'])
    expect(problems).toMatchObject([{ place: 'mail 2', notice: { code: 'import.mail_empty' } }])
  })

  test('Outlook messages are refused by name, deep nesting by its depth', async () => {
    const msg = fileOf('a.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    expect(recognise(eml, msg)).not.toBeNull()
    await expect(articlesOf(eml, msg)).rejects.toMatchObject({ notice: { code: 'import.msg' } })
    const deep = Array.from({ length: 60 }, () => 'Content-Type: message/rfc822\n\n').join('')
    await expect(articlesOf(eml, fileOf('b.eml', `MIME-Version: 1.0\n${deep}x`))).rejects.toThrow(Unreadable)
  })

  test('plain text is no mail', () => {
    expect(
      recognise(eml, fileOf('a.txt', 'Berlin: Die Acme GmbH wächst.\n\nFrom: here it goes on.')),
    ).toBeNull()
  })
})

const folder = join(interop, 'eml/cpython')
test.skipIf(!existsSync(folder))('real messages with broken parts', async () => {
  let articles = 0
  const empty: string[] = []
  for (const name of readdirSync(folder)) {
    const file = diskFile(join(folder, name))
    expect(recognise(eml, file), name).not.toBeNull()
    const read = await articlesOf(eml, file)
    articles += read.articles.length
    if (read.articles.length === 0) empty.push(name)
  }
  expect(articles).toBe(19)
  expect(empty.sort()).toEqual(['msg_08.txt', 'msg_09.txt', 'msg_12.txt', 'msg_24.txt', 'msg_40.txt'])
})
