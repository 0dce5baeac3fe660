import type { Page } from '@playwright/test'
import { expect, test } from './support/launch.ts'

// Tracing puts scripts of its own into every frame, and the sandbox of the original rightly blocks them.
test.use({ trace: 'off' })

/** Asks the core as the window does. */
const ask = <T>(page: Page, method: string, input: unknown): Promise<T> =>
  page.evaluate(
    async ([name, given]) => {
      const response = await fetch('/call', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${sessionStorage.getItem('token')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ method: name, input: given }),
      })
      const reply = await response.json()
      if (!reply.ok) throw new Error(reply.error.message)
      return reply.value
    },
    [method, input] as const,
  )

interface Row {
  id: number
  title: string
  language: string
  mentions: number
}
interface Opened {
  text: string
  mentions: { id: number[]; entityId: number[]; start: number[]; end: number[] }
}

const openArticle = async (page: Page, wanted: (row: Row) => boolean): Promise<Row> => {
  await expect(page.locator('[data-panel=corpus]')).toBeVisible()
  const { rows } = await ask<{ rows: Row[] }>(page, 'articles.page', {
    filter: {},
    sort: { by: 'publishedOn', descending: false },
    offset: 0,
    limit: 100,
  })
  const row = rows.find(wanted)!
  await page.locator('[data-panel=corpus]').getByText(row.title, { exact: true }).first().click()
  await expect(page.locator('.reader-heading h1')).toHaveText(row.title)
  await page.keyboard.press('Control+3')
  await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  return row
}

const spoken = (page: Page) => page.locator('[data-panel=reader] > [role=status]')

test('what is stored is what is painted', async ({ page }) => {
  const row = await openArticle(page, (it) => it.mentions > 20 && it.language === 'de')
  const { text, mentions } = await ask<Opened>(page, 'articles.open', { id: row.id })
  const firstLines = text.slice(0, 300)
  const expected = new Set<number>()
  mentions.start.forEach((start, at) => {
    for (let unit = start; unit < mentions.end[at]! && unit < firstLines.length; unit += 1) expected.add(unit)
  })
  const stored = [...expected]
    .sort((a, b) => a - b)
    .map((it) => text[it])
    .join('')
    .replaceAll('\n', '')
  const painted = await page.locator('[data-panel=reader] .reader-mention').allTextContents()
  expect(painted.join('').startsWith(stored)).toBe(true)
})

test('a Chinese word: tagged, linked, undone elsewhere, redone', async ({ page }) => {
  const row = await openArticle(page, (it) => it.language === 'zh' && it.mentions === 0)
  const first = page.locator('[data-panel=reader] .cm-line').first()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const word = await page.evaluate(() => getSelection()?.toString() ?? '')
  expect(word.length).toBeGreaterThan(1)
  await page.keyboard.press('1')
  const picker = page.locator('.reader-combo-field')
  await expect(picker).toHaveValue(word)
  await expect(first.locator('.reader-mention')).toHaveText(word)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  const stored = () => ask<Opened>(page, 'articles.open', { id: row.id })
  expect((await stored()).mentions.entityId[0]).toBeGreaterThan(0)

  await ask(page, 'history.undo', {})
  await ask(page, 'history.undo', {})
  await expect(first.locator('.reader-mention')).toHaveCount(0)
  await ask(page, 'history.redo', {})
  await expect(first.locator('.reader-mention')).toHaveText(word)
})

test('from mention to mention, resized, and a relation stated in three keys', async ({ page }) => {
  const row = await openArticle(page, (it) => it.language === 'en' && it.mentions > 30)
  await page.keyboard.press('Tab')
  await expect(page.locator('.reader-chosen')).not.toHaveCount(0)
  await expect(spoken(page)).not.toBeEmpty()
  const before = await spoken(page).textContent()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(spoken(page)).not.toHaveText(before ?? '')
  await page.keyboard.press('Control+z')
  const evidence = () => ask<unknown[]>(page, 'articles.evidence', { id: row.id })
  const count = (await evidence()).length
  await page.keyboard.press('r')
  await page.keyboard.press('1')
  await expect(page.locator('[data-row=end] [role=option]').first()).toBeVisible()
  await expect(page.locator('.reader-passage').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await evidence()).length).toBe(count + 1)
  await expect(page.locator('.reader-evidence').first()).toBeVisible()
})

test('Escape loses nothing that was typed', async ({ page }) => {
  await openArticle(page, (it) => it.language === 'en' && it.mentions > 30)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.reader-combo-field').fill('A name half ty')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.reader-combo-field')).toHaveValue('A name half ty')
})

test('the original scrolls with the text and leads to it', async ({ page }) => {
  await openArticle(page, (it) => it.language === 'en' && it.mentions > 30)
  const source = page.frameLocator('[data-panel=source] iframe')
  const scrolled = () =>
    page.locator('[data-panel=source] iframe').evaluate((it: HTMLIFrameElement) => it.contentWindow!.scrollY)
  await page.locator('[data-panel=reader] .cm-scroller').hover()
  await page.mouse.wheel(0, 900)
  await expect.poll(scrolled).toBeGreaterThan(50)
  const block = source.locator('p[data-start]:not(.cut)').nth(2)
  const start = Number(await block.getAttribute('data-start'))
  await block.click()
  await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  await expect(page.locator('.reader-flash').first()).toBeVisible()
  expect(start).toBeGreaterThanOrEqual(0)
})
