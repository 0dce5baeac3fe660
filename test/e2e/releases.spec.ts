import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

// Whole releases are written and read back, each by a worker of its own.
test.slow()

/* A recipe made, tried, followed twice with a mention between, and what differs read word by word. */

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Releases' })

const openReleases = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+e')
  await expect(dialogOf(page)).toBeVisible()
}

const makeRecipe = async (page: Page, name: string): Promise<void> => {
  await dialogOf(page).getByRole('button', { name: 'New recipe' }).first().click()
  const field = dialogOf(page).getByRole('textbox', { name: 'Name' })
  await expect(field).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByRole('list', { name: 'Recipes' })).toContainText(name)
}

test('a recipe, its preview, two releases, and what differs', async ({ page, home }) => {
  const bench = workbench(page)
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await openReleases(page)
  const dialog = dialogOf(page)
  await expect(dialog.getByText('No recipe yet')).toBeVisible()
  await makeRecipe(page, 'Press set')

  // A second format, found by typing.
  await dialog.getByRole('button', { name: 'Add format' }).click()
  await page.keyboard.type('brat')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const formats = dialog.getByRole('region', { name: 'Formats' })
  await expect(formats.getByRole('listitem', { name: 'brat standoff' })).toBeVisible()

  await dialog.getByRole('combobox', { name: /^Dealt out/ }).click()
  await page.getByRole('option', { name: 'At random' }).click()
  await expect.poll(async () => (await bench.ask('releases.recipes', {}))[0]?.data.split.by).toBe('random')

  await dialog.getByRole('button', { name: 'Preview' }).click()
  const preview = dialog.getByRole('region', { name: 'What the recipe comes to' })
  await expect(preview.getByRole('row', { name: /^Training/ })).toBeVisible()
  await expect(preview.getByRole('region', { name: 'Findings' })).toBeVisible()
  await expect(preview.getByRole('region', { name: 'Agreement' })).toBeVisible()
  expect(await bench.ask('releases.made', {})).toEqual([])
  await dialog.getByRole('button', { name: 'Back to the recipe' }).click()

  await page.keyboard.press('Control+Enter')
  const done = dialog.getByRole('region', { name: 'Release written' })
  await expect(done).toBeVisible({ timeout: 60_000 })
  const proofs = done.getByRole('region', { name: 'Proof' })
  await expect(proofs.getByRole('listitem', { name: 'brat standoff' })).toContainText('reads back equal')
  await expect(done.getByRole('region', { name: 'Files' })).toContainText('checksums.sha256')
  const first = (await bench.ask('releases.made', {}))[0]!
  expect(first.path).toBe(join(home, 'exports', 'Press set 1.0.0'))
  expect(existsSync(join(first.path, 'checksums.sha256'))).toBe(true)
  await dialog.getByRole('button', { name: 'Back to the recipe' }).click()

  // The next version, with one mention more.
  await dialog.getByRole('textbox', { name: 'Version' }).fill('1.1.0')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await bench.ask('releases.recipes', {}))[0]?.data.card.version).toBe('1.1.0')
  await page.locator('[data-panel=corpus]').getByText('Smart speakers', { exact: false }).first().click()
  await bench.focusText()
  await bench.tagAndLink('Smart speakers', '3')
  await openReleases(page)
  await page.keyboard.press('Control+Enter')
  await expect(done).toBeVisible({ timeout: 60_000 })
  expect((await bench.ask('releases.made', {})).map((it) => it.path)).toEqual([
    join(home, 'exports', 'Press set 1.1.0'),
    first.path,
  ])

  await dialog.getByRole('button', { name: 'Compare with the one before' }).click()
  const diff = dialog.getByRole('region', { name: 'Differences' })
  await expect(diff).toContainText('Press set 1.0.0 → Press set 1.1.0', { timeout: 60_000 })
  await expect(diff.getByRole('row', { name: /^Mentions/ })).toHaveText(/^Mentions100$/)
  const changes = diff.getByRole('listbox', { name: 'Changes' })
  await diff.getByRole('button', { name: 'Mentions', exact: true }).click()
  await expect(changes.getByRole('option')).toHaveCount(1)
  await expect(changes.getByRole('option')).toContainText('Smart speakers')
  await changes.focus()
  await page.keyboard.press('ArrowDown')
  await expect(diff.getByRole('region', { name: 'Change' })).toContainText('Mention added')
})

test('nothing typed is lost, nothing wrong is stored, what is removed comes back', async ({ page }) => {
  const bench = workbench(page)
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await openReleases(page)
  const dialog = dialogOf(page)
  await makeRecipe(page, 'Kept')
  const stored = async () => (await bench.ask('releases.recipes', {}))[0]?.data

  // Typed, and left by Escape at once.
  await dialog.getByRole('textbox', { name: 'Description' }).fill('Retail alliances in the press.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect.poll(async () => (await stored())?.card.description).toBe('Retail alliances in the press.')

  // Shares that do not make 100 are told, not stored, and still there when one comes back.
  await openReleases(page)
  await dialog.getByRole('combobox', { name: /^Dealt out/ }).click()
  await page.getByRole('option', { name: 'By date' }).click()
  const training = dialog.getByRole('textbox', { name: 'Training %' })
  await training.fill('60')
  await expect(dialog.getByText('= 80 %, must be 100')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Preview' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect((await stored())?.split.shares.train).toBe(80)
  await openReleases(page)
  await expect(training).toHaveValue('60')
  await dialog.getByRole('textbox', { name: 'Test %' }).fill('30')
  await expect.poll(async () => (await stored())?.split.shares.test).toBe(30)

  // A format of full texts has no place where texts may not be passed on.
  await dialog.getByRole('button', { name: 'Add format' }).click()
  await page.keyboard.type('csv')
  await dialog.page().getByRole('button', { name: /^CSV/ }).click()
  await dialog.getByRole('checkbox', { name: 'The texts may not be passed on' }).click()
  const redaction = dialog.getByRole('region', { name: 'Redaction' })
  await expect(redaction.getByRole('alert')).toContainText('CSV')
  await redaction.getByRole('button', { name: 'Take them out' }).click()
  await expect.poll(async () => (await stored())?.redaction.on).toBe(true)
  expect((await stored())?.formats.map((it) => it.formatId)).toEqual(['ligature-jsonl'])

  await dialog.getByRole('button', { name: 'Duplicate' }).click()
  const recipes = dialog.getByRole('list', { name: 'Recipes' })
  await expect(recipes.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(recipes.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(recipes.getByRole('listitem')).toHaveCount(2)
})

test('one ZIP file, refused over what is there, replaced when asked', async ({ page, home }) => {
  const bench = workbench(page)
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await openReleases(page)
  const dialog = dialogOf(page)
  await makeRecipe(page, 'Zipped')
  await dialog.getByRole('combobox', { name: /^Written as/ }).click()
  await page.getByRole('option', { name: 'One ZIP file' }).click()
  const path = dialog.getByRole('textbox', { name: 'Path' })
  await expect(path).toHaveValue(join(home, 'exports', 'Zipped 1.0.0.zip'))
  await page.keyboard.press('Control+Enter')
  const done = dialog.getByRole('region', { name: 'Release written' })
  await expect(done).toBeVisible({ timeout: 60_000 })
  const [made] = await bench.ask('releases.made', {})
  const bytes = readFileSync(made!.path)
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  await dialog.getByRole('button', { name: 'Back to the recipe' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('exists already')
  await dialog.getByRole('button', { name: 'Replace it' }).click()
  await expect(done).toBeVisible({ timeout: 60_000 })
  // The same recipe on the same project gives the same bytes.
  expect(readFileSync(made!.path).equals(bytes)).toBe(true)
})
