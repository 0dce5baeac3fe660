import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inboxFiles, writeFiles } from './support/inbox.ts'
import { drafts, dropPaths } from './support/incoming.ts'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/*
 * The way of data through the program: a folder with the work of other tools, articles of every kind and a broken file
 * is dropped, sorted out, mapped, looked at and imported; a dataset is released, something changes, it is released
 * again, and the difference is read.
 */

/** Until a job has come to its end on a machine that has other work too. */
const patient = { timeout: 60_000 }

test.setTimeout(240_000)

test('a folder of everything in, two releases out, and what differs', async ({ page, home }) => {
  const bench = workbench(page)
  await bench.newProject('Interchange')
  await dropPaths(page, [writeFiles(join(home, 'inbox'), inboxFiles)])

  // Sorted out: three sets by their formats, six articles, one line for the broken file.
  const sets = page.getByRole('listbox', { name: 'Sets' }).getByRole('option')
  await expect(sets).toHaveText([/brat standoff/, /Label Studio JSON/, /WebAnno TSV/], patient)
  const rows = drafts(page).getByRole('option')
  await expect(rows).toHaveCount(7, patient)
  for (const title of [
    ...['Das Kapitel', 'Takeover announced', 'Memo on the takeover'],
    ...['A sensor maker is sold', 'Table row one', 'Table row two'],
  ])
    await expect(rows.filter({ hasText: title })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'broken.docx' })).toContainText('cannot be read')
  await expect(page.getByText('1 not readable')).toBeVisible()

  // Mapped and previewed: the unit found by the quotes, a label of our own choice, the text as it will look.
  const view = page.getByRole('region', { name: /deal\.ann$/ })
  await expect(view).toContainText('Counted in code points: 5 of 6 quotes fit')
  const startup = page.getByRole('combobox', { name: /^Startup becomes/ })
  await startup.focus()
  await page.keyboard.press('1')
  await expect(startup).toContainText('Company')
  const look = page.getByRole('document', { name: 'First documents' })
  await expect(look.locator('mark').filter({ hasText: 'Orbit Labs' }).first()).toContainText('Company')
  expect((await bench.ask('articles.facets', {})).total).toBe(0)

  await page.keyboard.press('Control+Enter')
  const result = page.getByRole('dialog')
  await expect(result.getByRole('status').first()).toHaveText(
    '6 articles imported · 3 sets taken in',
    patient,
  )
  await expect(result).toContainText('New types: Gear, Builds')
  const left = result.getByRole('region', { name: '1 left out' })
  await expect(left.getByRole('listitem')).toHaveCount(1)
  await expect(left.getByRole('listitem')).toContainText('broken.docx')
  await result.getByRole('button', { name: 'Close' }).first().click()
  expect((await bench.ask('articles.facets', {})).total).toBe(9)
  await bench.undo()
  await expect(page.getByText('No articles yet')).toBeVisible()
  await bench.redo()
  const mentions = async () =>
    (await bench.ask('overview.get', {})).mentions.reduce((sum, it) => sum + it.count, 0)
  await expect.poll(mentions).toBe(8)

  // Released.
  await page.keyboard.press('Control+Shift+e')
  const releases = page.getByRole('dialog', { name: 'Releases' })
  await releases.getByRole('button', { name: 'New recipe' }).first().click()
  await expect(releases.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Exchange')
  await page.keyboard.press('Enter')
  await expect(releases.getByRole('list', { name: 'Recipes' })).toContainText('Exchange')
  await releases.getByRole('button', { name: 'Add format' }).click()
  await page.keyboard.type('brat')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const formats = releases.getByRole('region', { name: 'Formats' })
  await expect(formats.getByRole('listitem', { name: 'brat standoff' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const done = releases.getByRole('region', { name: 'Release written' })
  await expect(done).toBeVisible(patient)
  const proofs = done.getByRole('region', { name: 'Proof' })
  await expect(proofs.getByRole('listitem', { name: 'brat standoff' })).toContainText('reads back equal')
  const [first] = await bench.ask('releases.made', {})
  expect(existsSync(join(first!.path, 'checksums.sha256'))).toBe(true)

  // One change between the two: a place is tagged.
  await done.press('Escape')
  await expect(releases).toHaveCount(0)
  await page.locator('[data-panel=corpus]').getByText('deal', { exact: true }).click()
  await bench.focusText()
  await bench.tagAndLink('Berlin', '4')
  await expect.poll(mentions).toBe(9)

  await page.keyboard.press('Control+Shift+e')
  await releases.getByRole('textbox', { name: 'Version' }).fill('1.1.0')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await bench.ask('releases.recipes', {}))[0]?.data.card.version).toBe('1.1.0')
  await page.keyboard.press('Control+Enter')
  await expect(done).toBeVisible(patient)

  // The difference says just that.
  await releases.getByRole('button', { name: 'Compare with the one before' }).click()
  const diff = releases.getByRole('region', { name: 'Differences' })
  await expect(diff).toContainText('Exchange 1.0.0 → Exchange 1.1.0', patient)
  await expect(diff.getByRole('row', { name: /^Mentions/ })).toHaveText(/^Mentions100$/)
  await diff.getByRole('button', { name: 'Mentions', exact: true }).click()
  const changes = diff.getByRole('listbox', { name: 'Changes' })
  await expect(changes.getByRole('option')).toHaveCount(1)
  await expect(changes.getByRole('option')).toContainText('Berlin')
})
