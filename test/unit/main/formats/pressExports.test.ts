import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFile } from '../../../../main/features/imports/files/setFile.ts'
import { factiva } from '../../../../main/features/imports/formats/factiva/format.ts'
import { splitFactiva } from '../../../../main/features/imports/formats/factiva/split.ts'
import { nexis } from '../../../../main/features/imports/formats/nexis/format.ts'
import { splitNexis } from '../../../../main/features/imports/formats/nexis/split.ts'
import { splitExports } from '../../../../main/features/imports/formats/nexis/splitExports.ts'
import { articlesOf, fileOf } from '../../../support/articleFiles.ts'
import { interop, recognise } from '../../../support/readFormat.ts'

const values = (guesses: object): Record<string, string> =>
  Object.fromEntries(Object.entries(guesses).map(([key, it]) => [key, (it as { value: string }).value]))

const modern = (words: Record<string, string>): string => `User Name: Someone
Date and Time: Friday, 5 January 2024 10:00:00 CET
Job Number: 123
${words.documents} (2)
1. Acme kauft Beta
Client/Matter: -None-
2. Gamma wächst
Acme kauft Beta
Handelsblatt
${words.date1}
Copyright 2024 Verlag All Rights Reserved
${words.section}: UNTERNEHMEN; S. 4
${words.length}:\u00a0355 ${words.words}
${words.byline}: Anna Berg
${words.body}
Die Acme GmbH kauft die Beta AG.
Der Preis: drei Millionen.
${words.classification}
${words.language}: ${words.german}
${words.type}: Zeitung
${words.load}: January 6, 2024
${words.end}
Gamma wächst
Börsen-Zeitung
${words.date2}
Copyright 2024 Verlag All Rights Reserved
${words.length}: 12 ${words.words}
${words.body}
Die Gamma AG wächst.
${words.load}: January 6, 2024
${words.end}
`

describe('Nexis Uni', () => {
  test.each([
    {
      documents: 'Documents',
      date1: 'January 2, 2024 Tuesday',
      date2: 'January 3, 2024',
      section: 'Section',
      length: 'Length',
      words: 'words',
      byline: 'Byline',
      body: 'Body',
      classification: 'Classification',
      language: 'Language',
      german: 'GERMAN; DEUTSCH',
      type: 'Publication-Type',
      load: 'Load-Date',
      end: 'End of Document',
    },
    {
      documents: 'Dokumente',
      date1: 'Dienstag 2. Januar 2024',
      date2: '3. Januar 2024',
      section: 'Rubrik',
      length: 'Länge',
      words: 'Wörter',
      byline: 'Autor',
      body: 'Volltext',
      classification: 'Klassifizierung',
      language: 'Sprache',
      german: 'Deutsch',
      type: 'Publikationstyp',
      load: 'Ladedatum',
      end: 'Ende des Dokuments',
    },
    {
      documents: 'Documents',
      date1: '2 janvier 2024 mardi',
      date2: '3 janvier 2024',
      section: 'Rubrique',
      length: 'Longueur',
      words: 'mots',
      byline: 'Auteur',
      body: 'Corps',
      classification: 'Classification',
      language: 'Langue',
      german: 'Allemand',
      type: 'Type de publication',
      load: 'Date de chargement',
      end: 'Fin du document',
    },
    {
      documents: '文档',
      date1: '2024年1月2日',
      date2: '2024年1月3日',
      section: '版块',
      length: '长度',
      words: '字',
      byline: '作者',
      body: '正文',
      classification: '分类',
      language: '语言',
      german: '德语',
      type: '出版物类型',
      load: '加载日期',
      end: '文档结束',
    },
  ])('documents of an interface that says "$end"', async (words) => {
    const file = fileOf('export.txt', modern(words))
    expect(recognise(nexis, file)?.score).toBeGreaterThan(0.9)
    const { articles } = await articlesOf(nexis, file)
    expect(articles.map((it) => it.text)).toEqual([
      'Die Acme GmbH kauft die Beta AG.\n\nDer Preis: drei Millionen.',
      'Die Gamma AG wächst.',
    ])
    expect(values(articles[0]!.guesses)).toEqual({
      title: 'Acme kauft Beta',
      publisher: 'Handelsblatt',
      publishedOn: '2024-01-02',
      language: 'de',
      author: 'Anna Berg',
    })
    expect(values(articles[1]!.guesses)).toEqual({
      title: 'Gamma wächst',
      publisher: 'Börsen-Zeitung',
      publishedOn: '2024-01-03',
    })
    expect(Buffer.from(articles[1]!.original!.bytes).toString()).toMatch(/^Gamma wächst\nBörsen-Zeitung/)
  })
})

describe('LexisNexis text', () => {
  test('wrapped lines are joined, lists and short lines stay; a German count line', () => {
    const text = `Download Request: Alle Dokumente

                            Dokument 1 von 2



                              Frankfurter Blatt

                           2. Januar 2024 Dienstag

Acme kauft die Beta AG und baut damit ihr Geschäft mit Maschinen in
Asien aus

AUTOR: Anna Berg

LÄNGE: 355 Wörter

Die Acme GmbH übernimmt nach Angaben vom Dienstag die Mehrheit an der Beta AG
aus Köln. Der Preis bleibt geheim.
Kurze Zeile
Noch eine

Zweiter Absatz: mit Doppelpunkt.

UPDATE: 3. Januar 2024

SPRACHE: Deutsch


                       Copyright 2024 Verlag
                              Alle Rechte vorbehalten

                            Dokument 2 von 2

                              Frankfurter Blatt

                           3. Januar 2024

Ohne Felder

Nur ein Text.
`
    const articles = splitNexis(text)
    expect(articles.map((it) => it.text)).toEqual([
      'Die Acme GmbH übernimmt nach Angaben vom Dienstag die Mehrheit an der Beta AG aus Köln. Der Preis bleibt geheim.\nKurze Zeile\nNoch eine\n\nZweiter Absatz: mit Doppelpunkt.',
      'Nur ein Text.',
    ])
    expect(values(articles[0]!.guesses)).toMatchObject({
      title: 'Acme kauft die Beta AG und baut damit ihr Geschäft mit Maschinen in Asien aus',
      publisher: 'Frankfurter Blatt',
      publishedOn: '2024-01-02',
      author: 'Anna Berg',
      language: 'de',
    })
    expect(values(articles[1]!.guesses)).toMatchObject({ title: 'Ohne Felder', publishedOn: '2024-01-03' })
  })

  test('any other text is none', () => {
    expect(splitExports('Acme kauft Beta\n\nHD Radio wächst. End of story.')).toEqual([])
    expect(recognise(nexis, fileOf('a.txt', 'Kapitel 1 von 3\n\nText'))).toBeNull()
  })

  test.skipIf(!existsSync(join(interop, 'nexis/sample.TXT')))('a real export', async () => {
    const file = diskFile(join(interop, 'nexis/sample.TXT'))
    expect(recognise(nexis, file)?.score).toBeGreaterThan(0.9)
    const { articles } = await articlesOf(nexis, file)
    expect(articles).toHaveLength(10)
    expect(articles.every((it) => it.guesses.title && it.guesses.publisher && it.guesses.publishedOn)).toBe(
      true,
    )
    expect(articles.filter((it) => /LOAD-DATE|LENGTH:|DOCUMENTS|Copyright 2010/.test(it.text))).toEqual([])
  })
})

const codes = (separator: string): string =>
  [
    ['SE', 'Unternehmen'],
    ['HD', 'Acme kauft Beta'],
    ['BY', 'Von Anna Berg'],
    ['WC', '355 Wörter'],
    ['PD', '2 Januar 2024'],
    ['ET', '03:05'],
    ['SN', 'Handelsblatt'],
    ['SC', 'HANDEL'],
    ['LA', 'Deutsch'],
    ['CY', '(c) 2024'],
    ['LP', 'Die Acme GmbH kauft die Beta AG.'],
    ['TD', 'HD Radio bleibt.\nIN der Mitte ein Satz.'],
    ['CO', 'acme : Acme GmbH'],
    ['AN', 'Document HANDEL0020240102ek1200001'],
  ]
    .map(([code, value]) => `${code}${separator}${value}`)
    .join('\n')

describe('Factiva', () => {
  test.each(['\t', '   ', '\n', ' '])('codes before %j', async (separator) => {
    const text = `${codes(separator)}\n\n${codes(separator).replace('Acme kauft', 'Gamma kauft')}\n\nSearch Summary\nText Acme\n`
    const file = fileOf('Factiva.txt', text)
    expect(recognise(factiva, file)?.score).toBeGreaterThan(0.9)
    const { articles } = await articlesOf(factiva, file)
    expect(articles.map((it) => it.guesses.title?.value)).toEqual(['Acme kauft Beta', 'Gamma kauft Beta'])
    expect(articles[0]!.text).toContain('Die Acme GmbH kauft die Beta AG.')
    expect(articles[0]!.text).toContain('HD Radio bleibt.\n\nIN der Mitte ein Satz.')
    expect(articles[0]!.text).not.toContain('acme : Acme')
    expect(values(articles[0]!.guesses)).toMatchObject({
      publisher: 'Handelsblatt',
      publishedOn: '2024-01-02',
      language: 'de',
      author: 'Anna Berg',
    })
  })

  test('without codes, also as HTML', async () => {
    const lines = (title: string): string[] => [
      title,
      'By Anna Berg',
      '1,204 words',
      '2 January 2024',
      '03:05',
      'The Wall Street Journal',
      'WSJO',
      'English',
      'Copyright 2024 Dow Jones & Company, Inc. All Rights Reserved.',
      'Acme buys Beta.',
      'The price is secret.',
      'Document WSJO000020240102ek12000p9',
    ]
    const text = [...lines('Acme Buys Beta'), '', ...lines('Gamma Grows')].join('\n')
    const html = `<html><body>${[...lines('Acme Buys Beta'), ...lines('Gamma Grows')].map((it) => `<p>${it.replace('&', '&amp;')}</p>`).join('')}</body></html>`
    for (const file of [fileOf('a.txt', text), fileOf('Factiva.html', html)]) {
      expect(recognise(factiva, file)?.score).toBeGreaterThan(0.9)
      const { articles } = await articlesOf(factiva, file)
      expect(articles.map((it) => it.text)).toEqual(Array(2).fill('Acme buys Beta.\n\nThe price is secret.'))
      expect(values(articles[1]!.guesses)).toEqual({
        title: 'Gamma Grows',
        publisher: 'The Wall Street Journal',
        publishedOn: '2024-01-02',
        language: 'en',
        author: 'Anna Berg',
      })
    }
    expect(splitFactiva(text)).toHaveLength(2)
  })

  test('with codes as HTML tables', async () => {
    const rows = codes('\t')
      .split(/\n(?=[A-Z]{2}\t)/)
      .map((it) => it.split('\t'))
      .map(
        ([code, value]) =>
          `<tr><td><b>${code}</b></td><td>${value!
            .split('\n')
            .map((p) => `<p>${p}</p>`)
            .join('')}</td></tr>`,
      )
    const file = fileOf(
      'f.html',
      `<html><body><div class="article"><table>${rows.join('')}</table></div></body></html>`,
    )
    expect(recognise(factiva, file)?.score).toBeGreaterThan(0.9)
    const { articles } = await articlesOf(factiva, file)
    expect(articles).toHaveLength(1)
    expect(articles[0]!.text).toBe(
      'Die Acme GmbH kauft die Beta AG.\n\nHD Radio bleibt.\n\nIN der Mitte ein Satz.',
    )
  })
})
