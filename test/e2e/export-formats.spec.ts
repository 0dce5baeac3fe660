import { existsSync } from 'node:fs'
import { expect, test } from './support/launch.ts'

/* Formats found by typing, and what a format will lose, told before and after it is written. */

test('a format is found by typing and chosen with the arrows', async ({ page }) => {
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  const formats = dialog.getByRole('radiogroup', { name: 'Format' })
  await expect(formats.getByRole('radio', { name: /^Ligature JSONL/ })).toBeFocused()
  const whole = await formats.getByRole('radio').count()
  expect(whole).toBeGreaterThan(20)

  await page.keyboard.type('gephi')
  await expect(dialog.getByRole('textbox', { name: 'Find a format' })).toHaveValue('gephi')
  await expect(formats.getByRole('radio')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  const graphml = formats.getByRole('radio', { name: /^GraphML/ })
  await expect(graphml).toBeFocused()
  await expect(graphml).toBeChecked()
  await expect(graphml).toContainText('No offsets')
  await page.keyboard.press('ArrowDown')
  await expect(formats.getByRole('radio', { name: /^GEXF/ })).toBeChecked()
  await expect(dialog.getByRole('textbox', { name: 'Path' })).toHaveValue(/\.gexf$/)

  // Escape takes the letters back before it closes anything.
  await page.keyboard.press('Escape')
  await expect(formats.getByRole('radio')).toHaveCount(whole)
  await page.keyboard.type('no such format')
  await expect(dialog.getByText('No format matches “no such format”.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show all formats' }).click()
  await expect(formats.getByRole('radio')).toHaveCount(whole)

  // Once the formats are known, the dialog opens on them no less.
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Control+e')
  await expect(formats.getByRole('radio', { name: /^Ligature JSONL/ })).toBeFocused()
})

test('what will be lost stands there before writing, can be taken along, and is told again', async ({
  page,
  home,
}) => {
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  const losses = dialog.getByRole('region', { name: 'What will be lost' })
  await expect(losses).toContainText('Nothing. This format holds everything that goes in.')

  await dialog.getByRole('radio', { name: /^GraphML/ }).click()
  await expect(losses).toContainText('This format cannot hold')
  await expect(losses.getByRole('listitem').filter({ hasText: 'Texts of articles' })).toContainText('17')
  expect(existsSync(`${home}/net.graphml`)).toBe(false)

  // Another scope is counted anew.
  await dialog.getByRole('button', { name: /^Chinese/ }).click()
  await expect(losses.getByRole('listitem').filter({ hasText: 'Texts of articles' })).toContainText('5')

  await losses.getByRole('checkbox', { name: /^Take it along in a file beside/ }).click()
  await dialog.getByRole('textbox', { name: 'Path' }).fill(`${home}/net.graphml`)
  const before = await losses.getByRole('listitem').allTextContents()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Dataset written')).toBeVisible()
  const files = dialog.getByRole('region', { name: 'Files' })
  await expect(files.getByRole('listitem')).toHaveCount(2)
  await expect(files).toContainText('net.graphml.roundtrip.json')
  expect(existsSync(`${home}/net.graphml.roundtrip.json`)).toBe(true)
  const after = dialog.getByRole('region', { name: 'What this format could not hold' })
  expect(await after.getByRole('listitem').allTextContents()).toEqual(before)
})

test('the scope asks for certainty and for what was set aside', async ({ page }) => {
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  const counts = dialog.getByRole('status').last()
  await expect(counts).toContainText('17 articles')
  await dialog.getByRole('checkbox', { name: 'Articles that were set aside' }).click()
  await expect(counts).toContainText('18 articles')
  await dialog.getByRole('checkbox', { name: 'Articles that were set aside' }).click()
  await expect(counts).toContainText('17 articles')
  // Who asks for the status alone gets it too.
  await dialog.getByRole('button', { name: /^Set aside/ }).click()
  await expect(counts).toContainText('1 articles')
  await dialog.getByRole('button', { name: /^Set aside/ }).click()
  const everything = await counts.textContent()
  await dialog.getByRole('button', { name: 'Certain', exact: true }).click()
  await expect(counts).not.toHaveText(everything!)
})
