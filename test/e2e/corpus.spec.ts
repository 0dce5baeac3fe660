import type { Page } from '@playwright/test'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/* The list of articles, and the window around it: search, filters, status, order, layout, looks and language. */

const list = (page: Page) => page.locator('[data-panel=corpus] [role=listbox]')
const rows = (page: Page) => list(page).getByRole('option')
const searchField = (page: Page) => page.locator('[data-panel=corpus]').getByRole('textbox').first()
const heading = (page: Page, panel = 'reader') => page.locator(`[data-panel=${panel}] .reader-heading h1`)

const allOf = async (page: Page) => {
  await expect(rows(page)).not.toHaveCount(0)
  return workbench(page).ask('articles.page', {
    filter: {},
    sort: { by: 'added', descending: false },
    offset: 0,
    limit: 100,
  })
}

test('search as one types, filters, and what to loosen when nothing is found', async ({ page }) => {
  const bench = workbench(page)
  const { total, rows: stored } = await allOf(page)
  await expect(rows(page)).not.toHaveCount(0)

  // Two Chinese characters are a word.
  await page.keyboard.press('Control+Shift+f')
  await expect(searchField(page)).toBeFocused()
  await page.keyboard.insertText('谷歌')
  const found = await bench.ask('articles.ids', {
    filter: { text: '谷歌' },
    sort: { by: 'relevance', descending: true },
  })
  expect(found.length).toBeGreaterThan(0)
  expect(found.length).toBeLessThan(total)
  await expect(rows(page)).toHaveCount(found.length)
  for (const mark of await list(page).locator('mark').allTextContents()) expect(mark).toBe('谷歌')
  await expect(list(page).locator('mark').first()).toBeVisible()

  // Every letter narrows; the first row is the best match.
  await page.keyboard.press('Control+a')
  const counts: number[] = []
  for (const text of ['ali', 'alibaba', 'alibaba tencent']) {
    await searchField(page).fill(text)
    const ids = await bench.ask('articles.ids', {
      filter: { text },
      sort: { by: 'relevance', descending: true },
    })
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(ids.length))
    counts.push(ids.length)
  }
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
  await page.keyboard.press('Escape')
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(total))

  // Filters narrow together, say what they do, and go away one by one.
  const corpus = page.locator('[data-panel=corpus]')
  await corpus.getByRole('button', { name: 'zh', exact: true }).click()
  const chinese = stored.filter((it) => it.language === 'zh')
  await expect(rows(page)).toHaveCount(chinese.length)
  await corpus.getByRole('button', { name: 'Filter' }).click()
  const popover = page.getByRole('dialog', { name: 'Filter' })
  await popover.getByRole('checkbox', { name: 'Done' }).click()
  await expect(rows(page)).toHaveCount(chinese.filter((it) => it.status === 'done').length)
  await popover.getByRole('textbox', { name: 'Published from' }).fill('2100')
  await expect(corpus.getByText('from 2100').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(0)
  const nothing = corpus.locator('.corpus-list')
  await expect(nothing).toContainText('from 2100')
  await expect(nothing).toContainText('Chinese')
  await nothing.getByRole('button', { name: 'Remove from 2100' }).click()
  await expect(rows(page)).toHaveCount(chinese.filter((it) => it.status === 'done').length)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Alt+0')
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(total))
})

test('status by key, alone and for several; next, previous, two side by side, reading mode', async ({
  page,
}) => {
  const bench = workbench(page)
  const { rows: stored } = await allOf(page)
  const statusOf = async (at: number) => (await bench.ask('articles.get', { id: stored[at]!.id })).status
  await rows(page).nth(0).click()
  await expect(heading(page)).toHaveText(stored[0]!.title)
  await list(page).focus()
  await page.keyboard.press('5')
  await expect.poll(() => statusOf(0)).toBe('set_aside')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(list(page).getByRole('option', { selected: true })).toHaveCount(3)
  await page.keyboard.press('1')
  await expect
    .poll(async () => [await statusOf(1), await statusOf(2), await statusOf(3), await statusOf(4)])
    .toEqual(['unread', 'unread', 'unread', stored[4]!.status])
  // One step, undone by the button that comes with it.
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(async () => [await statusOf(1), await statusOf(2), await statusOf(3)])
    .toEqual(stored.slice(1, 4).map((it) => it.status))
  await page.keyboard.press('Escape')

  // From article to article without the list.
  await rows(page).nth(0).click()
  await bench.focusText()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(heading(page)).toHaveText(stored[1]!.title)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(heading(page)).toHaveText(stored[0]!.title)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('This is the first article of the list')).toBeVisible()

  // A second one beside it: each keeps its own article, the focused one takes the next.
  await list(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Enter')
  await expect(heading(page, 'reader2')).toHaveText(stored.at(-1)!.title)
  await expect(heading(page)).toHaveText(stored[0]!.title)
  const [left, right] = [await heading(page).boundingBox(), await heading(page, 'reader2').boundingBox()]
  expect(right!.x).toBeGreaterThan(left!.x + 100)
  await page.keyboard.press('Control+6')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(heading(page, 'reader2')).toHaveText(stored.at(-2)!.title)
  await expect(heading(page)).toHaveText(stored[0]!.title)

  // Reading mode puts the rest away and brings it back as it was.
  const widths = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-panel]')]
        .map((it) => [it.getAttribute('data-panel'), Math.round(it.getBoundingClientRect().width)] as const)
        .filter(([, width]) => width > 0),
    )
  const before = Object.fromEntries(await widths())
  await page.keyboard.press('Alt+r')
  await expect(page.locator('[data-panel=network]')).toBeHidden()
  await expect(page.locator('[data-panel=inspector]')).toBeHidden()
  await expect(heading(page)).toBeVisible()
  await page.keyboard.press('Alt+r')
  await expect(page.locator('[data-panel=network]')).toBeVisible()
  for (const [panel, width] of await widths())
    expect(Math.abs(width - before[panel!]!), panel!).toBeLessThan(12)
})

test('layout, looks and language are remembered', async ({ page }) => {
  await expect(rows(page)).not.toHaveCount(0)
  await page.keyboard.press('Control+7')
  await expect(page.locator('[data-panel=history]')).toBeVisible()
  await page.keyboard.press('Control+4')
  await expect(page.locator('[data-panel=network] :focus')).toHaveCount(1)
  await page.keyboard.press('Alt+x')
  await expect(page.locator('[data-panel=network]')).toHaveCount(0)
  // What was closed hands the focus on.
  await expect(page.locator('[data-panel]:focus-within')).toHaveCount(1)
  await page.keyboard.press('Control+Shift+l')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  // The layout is kept a moment after the last change.
  await page.waitForTimeout(900)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('[data-panel=history]')).toBeVisible()
  await expect(page.locator('[data-panel=network]')).toHaveCount(0)

  const words = async () => {
    const shown = await page.evaluate(() => {
      const frame = document.querySelector<HTMLElement>('.frame')!
      const parts = [
        ...frame.querySelectorAll<HTMLElement>(
          'header, footer, .dv-tabs-and-actions-container, .corpus-chips',
        ),
      ]
      const names = [...frame.querySelectorAll('button, input, [role=listbox], [role=application]')].map(
        (it) => it.getAttribute('aria-label') ?? it.getAttribute('placeholder') ?? '',
      )
      return [...parts.map((it) => it.innerText), ...names].join('\n')
    })
    return shown.toLowerCase()
  }
  const english = [
    'saved',
    'search',
    'network',
    'inspector',
    'corpus',
    'history',
    'undo',
    'redo',
    'menu',
    'not done',
    'filter',
    'sort',
    'relate',
    'zoom',
    'close',
    'find an',
    'fit',
    'legend',
    'labels',
    'import',
    'mentions',
    'linked',
    'german',
    'reviewed',
    'proved',
  ]
  const speak = async (name: RegExp, language: string, expected: string[], but: string[] = []) => {
    await page.keyboard.press('Control+,')
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('combobox')
      .filter({ hasText: /English|Deutsch|中文/ })
      .click()
    await page.getByRole('option', { name }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.keyboard.press('Escape')
    if ((await dialog.count()) > 0) await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    const shown = await words()
    for (const word of expected) expect(shown).toContain(word.toLowerCase())
    const left = english.filter((it) => !but.includes(it) && new RegExp(`\\b${it}\\b`).test(shown))
    expect(left, language).toEqual([])
  }
  await speak(
    /^Deutsch/,
    'de',
    ['gespeichert', 'Korpus', 'Inspektor', 'Verlauf', 'offen', 'Korpus durchsuchen'],
    ['filter'],
  )
  await speak(/^中文|^简体/, 'zh-Hans', ['已保存', '语料', '检查器', '历史记录', '未完成'])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByText('已保存')).toBeVisible()
})
