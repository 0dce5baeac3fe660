import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bratFiles, inboxFiles, labelStudioFile, tsvFile, writeFiles } from './support/inbox.ts'
import { drafts, dropFiles, dropPaths } from './support/incoming.ts'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/* Annotated data of other tools: dropped, sorted out, mapped by keys, previewed, taken in and taken back. */

/** Until a job has come to its end on a machine that has other work too. */
const patient = { timeout: 40_000 }

test.setTimeout(150_000)

const sets = (page: Page) => page.getByRole('listbox', { name: 'Sets' })
const set = (page: Page, name: RegExp) => sets(page).getByRole('option').filter({ hasText: name })
const becomes = (page: Page, label: string) =>
  page.getByRole('combobox', { name: new RegExp(`^${label} becomes`) })
const go = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Import \d/ })

test('a brat folder: unit, mismatch, mapping by keys, preview, one step', async ({ page, home }) => {
  const bench = workbench(page)
  await bench.newProject('Brat')
  await dropPaths(page, [writeFiles(join(home, 'corpus'), bratFiles)])

  // What it is, why, and what is in it.
  await expect(set(page, /brat standoff/)).toContainText('1 document · 6 mentions · 2 relations', patient)
  const view = page.getByRole('region', { name: /deal\.ann$/ })
  await expect(view).toContainText('Recognised by: ')
  await view.getByRole('button', { name: '1 file' }).click()
  await expect(page.getByText('brat/deal.ann', { exact: true }).last()).toBeVisible()
  await page.keyboard.press('Escape')

  // The rocket decides the unit; the mention that is off is shown with what stands there and where it would go.
  await expect(view).toContainText('Counted in code points: 5 of 6 quotes fit')
  const wrong = view.getByRole('row').filter({ hasText: 'PER' })
  await expect(wrong).toContainText('Jane Roe')
  await expect(wrong.locator('mark')).toHaveText('Jane Roe')
  const repair = view.getByRole('checkbox', { name: /^Move them/ })
  await expect(repair).not.toBeChecked()

  // Mapping with the keyboard alone: types by number, a new one by +, left out by Delete, arrows between the rows.
  await expect(becomes(page, 'ORG')).toContainText('Organisation')
  await expect(becomes(page, 'Startup')).toContainText('New type: Startup')
  await expect(becomes(page, 'Buys')).toContainText('acquires')
  await expect(page.getByRole('listitem').filter({ hasText: 'Buys' })).toContainText(
    'Acme Corp. → Orbit Labs',
  )
  await becomes(page, 'ORG').focus()
  await page.keyboard.press('1')
  await expect(becomes(page, 'ORG')).toContainText('Company')
  await page.keyboard.press('ArrowDown')
  await expect(becomes(page, 'Startup')).toBeFocused()
  await page.keyboard.press('1')
  await expect(becomes(page, 'Startup')).toContainText('Company')
  await page.keyboard.press('+')
  await expect(becomes(page, 'Startup')).toContainText('New type: Startup')
  await becomes(page, 'Gear').focus()
  await page.keyboard.press('Delete')
  await expect(becomes(page, 'Gear')).toContainText('Leave out')
  const name = page.getByRole('textbox', { name: 'Name of the new type for Startup' })
  await name.fill('Young company')
  await name.press('Enter')
  await expect(becomes(page, 'Startup')).toContainText('New type: Young company')

  // The preview follows: names without colour, the one that is off marked, nothing stored.
  const look = page.getByRole('document', { name: 'First documents' })
  await expect(look.locator('mark').filter({ hasText: 'Orbit Labs' }).first()).toContainText('Young company')
  await expect(look.locator('mark').filter({ hasText: 'Roe.' })).toHaveAttribute('title', /not what the file/)
  expect((await bench.ask('articles.facets', {})).total).toBe(0)

  await repair.click()
  await expect(go(page)).toHaveText(/^Import 1 set, create 2 types/)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status').first()).toHaveText('1 set taken in', patient)
  await expect(dialog).toContainText('New types: Young company, Builds')
  const schema = await bench.ask('schema.get', {})
  expect(schema.entityTypes.find((it) => it.key === 'startup')).toMatchObject({ name: 'Young company' })
  const overview = await bench.ask('overview.get', {})
  expect(overview.mentions.reduce((sum, it) => sum + it.count, 0)).toBe(5)

  // One step: one press takes all of it back.
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('No articles yet')).toBeVisible()
  expect((await bench.ask('schema.get', {})).entityTypes.some((it) => it.key === 'startup')).toBe(false)
})

test('several sets and articles at once; suggestions, people, a set left out, another format', async ({
  page,
}) => {
  const bench = workbench(page)
  await bench.newProject('Several')
  await dropFiles(
    page,
    [
      { name: 'nordwind.tsv', content: tsvFile },
      { name: 'export.json', content: labelStudioFile },
      { name: 'note.txt', content: 'A plain note.\n\nJD.com and Google announced their alliance on Monday.' },
      { name: 'unknown.bin', content: [0, 1, 2, 3, 0, 0, 250, 251, 252, 0, 9] },
    ],
    2,
  )
  await expect(sets(page).getByRole('option')).toHaveCount(2)
  await expect(drafts(page).getByRole('option').filter({ hasText: 'unknown.bin' })).toContainText(
    'cannot be read',
  )

  await set(page, /Label Studio/).click()
  const person = page.getByRole('combobox', { name: /^ada@example\.org becomes/ })
  await person.click()
  await page.getByRole('option', { name: 'Me', exact: true }).click()
  await expect(person).toContainText('Me')
  const suggestions = page.getByRole('checkbox', { name: /^Suggestions too/ })
  await expect(suggestions).not.toBeChecked()
  await suggestions.click()

  // Another look at it under another option, and as another format: a plain text, which is an article.
  await set(page, /WebAnno/).click()
  await page.getByRole('checkbox', { name: /words/i }).click()
  await expect(page.locator('.set-busy')).toHaveCount(0, patient)
  await page.getByRole('combobox', { name: /^Read as/ }).click()
  await page.getByRole('option', { name: 'Plain text' }).click()
  await expect(sets(page).getByRole('option')).toHaveCount(1, patient)
  await expect(drafts(page).getByRole('option')).toHaveCount(3)
  await set(page, /Label Studio/).click()
  await page.keyboard.press('Space')
  await expect(page.getByText('0 of 1 sets to import')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(go(page)).toHaveText(/^Import 2 articles and 1 set/)
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status').first()).toHaveText('2 articles imported · 1 set taken in', patient)
  await expect(dialog).toContainText('1 step; undo takes it back.')
  await expect(dialog.getByRole('region', { name: /left out/ }).getByRole('listitem')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  expect((await bench.ask('articles.facets', {})).total).toBe(3)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('No articles yet')).toBeVisible()
})

test('references find the drafts they are about and fill their gaps', async ({ page }) => {
  const bench = workbench(page)
  await bench.newProject('References')
  await dropFiles(
    page,
    [
      {
        name: 'alliance.txt',
        content: 'An alliance of two shops\n\nJD.com and Google announced it on Monday.',
      },
      {
        name: 'list.ris',
        content:
          'TY  - NEWS\r\nTI  - An alliance of two shops\r\nT2  - The Example\r\nDA  - 2018/06/18/\r\nUR  - https://example.org/alliance\r\nER  - \r\n\r\nTY  - NEWS\r\nTI  - Nobody knows this one\r\nER  - \r\n',
      },
    ],
    1,
  )
  const list = page.getByRole('list', { name: 'References and their articles' })
  await expect(list.getByRole('listitem').first()).toContainText('Publisher: The Example')
  await expect(list.getByRole('listitem').last()).toContainText('no article')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog').getByRole('status').first()).toContainText(
    '1 article imported',
    patient,
  )
  const { rows } = await bench.ask('articles.page', {
    ...{ filter: {}, sort: { by: 'added', descending: false }, offset: 0, limit: 10 },
  })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ publisher: 'The Example', publishedOn: '2018-06-18' })
})

test.describe('a set that waits', () => {
  test('survives a restart and can be thrown away', async ({ page, program, home }) => {
    const bench = workbench(page)
    await bench.newProject('Waiting')
    await dropPaths(page, [writeFiles(join(home, 'inbox'), inboxFiles)])
    await expect(sets(page).getByRole('option')).toHaveCount(3, patient)
    await becomes(page, 'Gear').focus()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'Later' }).click()
    const waiting = page.getByRole('button', { name: /3 sets waiting/ })
    await expect(waiting).toBeVisible()
    await page.goto('about:blank')
    await page.goto(program.url)
    await waiting.click()
    await expect(becomes(page, 'Gear')).toContainText('Leave out')
    await page.getByRole('button', { name: 'Throw this set away' }).click()
    await expect(sets(page).getByRole('option')).toHaveCount(2)
    await page.getByRole('button', { name: 'Throw all away' }).click()
    await expect(page.getByRole('button', { name: /^Files/ })).toBeVisible()
  })
})
