import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drafts, dropFiles } from './support/incoming.ts'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/* Articles dropped, looked at, cut, stored and taken back; datasets narrowed, written, replaced and read again. */

const body = (n: number) =>
  `Alliance number ${n}

JD.com and Google announced their alliance number ${n} on Monday. Both will sell goods in the United States.

The two companies want to reach ${n * 100} million customers in ${n + 2018} already, said people who know the contract.`
const residue = `${body(1)}

Advertisement

Share this article on Facebook and Twitter.

Leave a reply`

const articles = (page: Page) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
const preview = (page: Page) => page.getByRole('document', { name: 'Text as it will stand' })

test('dropped, previewed, cut, stored, undone', async ({ page }) => {
  const bench = workbench(page)
  await bench.newProject('Incoming')
  await dropFiles(page, [
    { name: 'messy.txt', content: residue },
    { name: 'again.txt', content: residue },
    { name: 'second.txt', content: body(2) },
    { name: 'picture.txt', content: [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 0, 0, 255, 254, 0, 7] },
    { name: 'empty.txt', content: '' },
  ])
  const row = (name: RegExp) => drafts(page).getByRole('option').filter({ hasText: name })

  // What cannot be read is one clear line each; the repeated one is marked and left out.
  await expect(row(/picture\.txt/)).toContainText('cannot be read')
  await expect(row(/empty\.txt/)).toContainText('cannot be read')
  await row(/picture\.txt/).click()
  await expect(page.locator('.import-detail')).toContainText('picture.txt')
  await expect(drafts(page).getByText('already there')).toHaveCount(1)
  await expect(page.getByText('2 of 3 to import')).toBeVisible()

  // A proposed cut is struck; switched off it stands again.
  await row(/Alliance number 1/)
    .first()
    .click()
  const cuts = preview(page).getByRole('switch')
  await expect(cuts).not.toHaveCount(0)
  const advert = cuts.filter({ hasText: 'Advertisement' })
  await expect(advert).toBeChecked()
  await advert.click()
  await expect(advert).not.toBeChecked()

  // A cut of one's own: select a sentence and press X.
  const sentence = 'Both will sell goods in the United States.'
  await preview(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at < 0) continue
      getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length)
    }
  }, sentence)
  await preview(page).focus()
  await page.keyboard.press('x')
  const own = preview(page).getByRole('switch').filter({ hasText: sentence })
  await expect(own).toBeChecked()

  // A corrected title and language are what is stored.
  await page.getByRole('textbox', { name: 'Title' }).fill('A corrected title')
  await page.keyboard.press('Enter')
  await expect(row(/A corrected title/)).toBeVisible()

  await page.getByRole('button', { name: /^Import 2 articles/ }).click()
  const left = page.getByRole('region', { name: /left/i })
  await expect(left.getByRole('listitem')).toHaveCount(2)
  for (const name of ['picture.txt', 'empty.txt'])
    await expect(left.getByRole('listitem').filter({ hasText: name })).toHaveCount(1)
  await page.getByRole('button', { name: 'Open the first' }).click()
  await expect(page.locator('.reader-heading h1')).toHaveText('A corrected title')
  const { rows } = await bench.ask('articles.page', {
    filter: {},
    sort: { by: 'added', descending: false },
    offset: 0,
    limit: 10,
  })
  expect(rows).toHaveLength(2)
  const { text } = await bench.ask('articles.open', { id: rows[0]!.id })
  expect(text).toContain('Advertisement')
  expect(text).not.toContain(sentence)
  expect(text).not.toContain('Leave a reply')

  // The same again is known from the corpus now.
  await dropFiles(page, [{ name: 'twice.txt', content: body(2) }])
  await expect(drafts(page).getByText('already there')).toBeVisible()
  await expect(page.getByText('0 of 1 to import')).toBeVisible()
  await page.getByRole('button', { name: 'Throw drafts away' }).click()
  await expect(page.getByRole('button', { name: /^Files/ })).toBeVisible()
  await page.keyboard.press('Escape')

  // The import is one step.
  await page.keyboard.press('Control+z')
  await expect(page.getByText('No articles yet')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(articles(page)).toHaveCount(2)
})

test('a large drop is cancelled and leaves nothing', async ({ page }) => {
  const bench = workbench(page)
  await bench.newProject('Cancelled')
  const many = Array.from({ length: 400 }, (_, n) => ({ name: `a${n}.txt`, content: body(n).repeat(30) }))
  const dropped = dropFiles(page, many, 0)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await dropped
  await page.waitForTimeout(500)
  await expect.poll(async () => (await bench.ask('imports.drafts', { offset: 0, limit: 1 })).total).toBe(0)
  expect((await bench.ask('articles.facets', {})).total).toBe(0)
})

test('an export narrowed, refused over a file, replaced, and read into a new project', async ({
  page,
  home,
}) => {
  const bench = workbench(page)
  const counts = page.getByRole('dialog').getByRole('status').last()
  await expect(articles(page)).not.toHaveCount(0)
  const whole = await bench.ask('exports.preview', { scope: { articles: {} } })
  const told = (it: typeof whole) =>
    `${it.articles} articles · ${it.mentions} mentions · ${it.entities} entities · ${it.relations} relations`

  await page.keyboard.press('Control+e')
  await expect(counts).toHaveText(told(whole))
  const scope = page.getByRole('dialog')
  await scope.getByRole('button', { name: /^Chinese/ }).click()
  const chinese = await bench.ask('exports.preview', { scope: { articles: { languages: ['zh'] } } })
  expect(chinese.articles).toBeLessThan(whole.articles)
  await expect(counts).toHaveText(told(chinese))
  await scope.getByRole('button', { name: /^Place/ }).click()
  await expect(counts).not.toHaveText(told(chinese))
  await scope.getByRole('textbox', { name: 'From' }).fill('2100')
  await expect(counts).toHaveText('No article is in this scope. Loosen it.')
  await expect(scope.getByRole('button', { name: /^Export/ }).last()).toBeDisabled()
  await scope.getByRole('textbox', { name: 'From' }).fill('')
  await scope.getByRole('button', { name: /^Place/ }).click()
  await scope.getByRole('button', { name: /^Chinese/ }).click()
  await expect(counts).toHaveText(told(whole))

  const target = join(home, 'exports', 'all.jsonl')
  await scope.getByRole('textbox', { name: 'Path' }).fill(target)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Dataset written')).toBeVisible()
  const first = readFileSync(target)
  await page.getByRole('button', { name: 'Export another' }).click()
  await page.getByRole('textbox', { name: 'Path' }).fill(target)
  await page.keyboard.press('Control+Enter')
  await expect(scope).toContainText('exists already')
  await page.getByRole('button', { name: 'Replace it' }).click()
  await expect(page.getByText('Dataset written')).toBeVisible()
  expect(existsSync(target)).toBe(true)
  expect(readFileSync(target).byteLength).toBe(first.byteLength)
  await page.keyboard.press('Escape')

  // Into a project of its own: the same counts, and the same bytes out again.
  await bench.newProject('Read again')
  await page.keyboard.press('Control+i')
  await page.getByRole('button', { name: /^A dataset/ }).click()
  await page.getByRole('textbox', { name: 'Path' }).fill(target)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText(`${whole.articles} articles`)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  expect(await bench.ask('exports.preview', { scope: { articles: {} } })).toEqual(whole)
  await expect.poll(async () => (await bench.network()).nodes.length).toBeGreaterThan(10)
})
