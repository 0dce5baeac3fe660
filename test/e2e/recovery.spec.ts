import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import BetterSqlite from 'better-sqlite3'
import { dropFiles } from './support/incoming.ts'
import { expect, type Program, startProgram, test, watch } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/*
 * The program dies, is started twice, or meets files it cannot open: the analyst is told in words, and nothing that was
 * acknowledged is lost.
 */

/** A window of a program started again; its troubles are asserted by whoever asks for it. */
const windowOf = async (page: Page, program: Program) => {
  const window = await page.context().newPage()
  const { troubles } = watch(window, program.url)
  await window.goto(program.url)
  return { window, troubles, bench: workbench(window) }
}

const story = (n: number) =>
  `Part ${n} of a story\n\nJD.com and Google work together, part ${n}. They sell goods in the United States.`

test('killed at work: the window says so, and everything acknowledged is there again', async ({
  page,
  program,
  home,
  troubles,
}) => {
  const bench = workbench(page)
  await bench.newProject('Cut short')
  await dropFiles(page, [{ name: 'one.txt', content: story(1) }])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Open the first' }).click()
  await page.locator('[data-panel=reader] .cm-line').first().click()
  await bench.tagAndLink('JD.com', '1')
  await dropFiles(page, [
    { name: 'story 2.txt', content: story(2) },
    { name: 'story 3.txt', content: story(3) },
  ])
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByText('2 drafts waiting')).toBeVisible()
  const before = await bench.ask('history.list', { limit: 100 })

  await program.kill()
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('The program does not answer.')
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toContainText('start it again')
  await expect(page.getByText('connection lost')).toBeVisible()
  // The text is still there to be read, and what cannot be done now says why.
  await expect(page.locator('[data-panel=reader] .cm-content')).toContainText(
    'JD.com and Google work together',
  )
  await bench.find('Google')
  await page.keyboard.press('1')
  await expect(
    page.getByText('The program does not answer, so this was not done.', { exact: false }),
  ).toBeVisible()
  await page.close()

  const again = await startProgram({ home })
  const { window, bench: reopened, troubles: later } = await windowOf(page, again)
  await expect(window.getByText('2 drafts waiting')).toBeVisible()
  expect((await reopened.ask('projects.current', {}))?.name).toBe('Cut short')
  expect(await reopened.ask('history.list', { limit: 100 })).toEqual(before)
  await expect.poll(async () => (await reopened.network()).nodes.map((it) => it.name)).toEqual(['JD.com'])
  // The drafts are whole: they can be looked at and go in.
  await window.getByText('2 drafts waiting').click()
  await expect(window.getByRole('document', { name: 'Text as it will stand' })).toContainText('part 2')
  await window.keyboard.press('Control+Enter')
  await window.getByRole('button', { name: 'Open the first' }).click()
  await expect(window.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(3)
  await expect(window.getByText('drafts waiting')).toHaveCount(0)
  expect(later).toEqual([])
  await again.stop()
  troubles.length = 0
})

test('a second process on the same project is told who has it', async ({ page, home }) => {
  const bench = workbench(page)
  await bench.newProject('Only one')
  const path = join(home, 'projects', 'Only one.ligature')
  const refused = await startProgram({ home, args: [path] }).then(
    async (it) => {
      await it.stop()
      return 'it started'
    },
    (error: Error) => error.message,
  )
  expect(refused).toContain('ended with 1')
  expect(refused).toMatch(/Only one\.ligature is open elsewhere: .+\. Close it there first\./)

  // Without a file named it comes up all the same, on another project, and says what it could not open.
  const beside = await startProgram({ home })
  const { window, bench: other } = await windowOf(page, beside)
  await expect(window.getByRole('button', { name: 'Project menu' })).toBeVisible()
  expect(beside.output()).toMatch(/open elsewhere/)
  const told = window.getByText(/The project is open elsewhere: .+\. Close it there first\./)
  await expect(told).toBeVisible()
  await window.keyboard.press('Control+o')
  await window.getByRole('textbox', { name: 'Path' }).fill(path)
  await window.keyboard.press('Enter')
  await expect(told.last()).toBeVisible()
  expect((await other.ask('projects.current', {}))?.isSample).toBe(true)
  // The first one goes on as if nothing had been.
  expect((await bench.ask('projects.current', {}))?.name).toBe('Only one')
  expect(await beside.stop()).toBe(0)
})

test('a project of a newer version and a file that is none are refused in words', async ({ page, home }) => {
  const bench = workbench(page)
  await bench.newProject('Mine')
  const path = join(home, 'projects', 'Mine.ligature')
  const newer = join(home, 'newer.ligature')
  await bench.ask('projects.saveCopy', { path: newer })
  const db = new BetterSqlite(newer)
  db.prepare(
    "INSERT INTO migration SELECT '299901010000_future', checksum, applied_at FROM migration LIMIT 1",
  ).run()
  db.close()
  const bytes = readFileSync(newer)
  const none = join(home, 'none.ligature')
  writeFileSync(none, 'This is a letter, not a project.')
  const empty = join(home, 'empty.ligature')
  writeFileSync(empty, '')
  const foreign = join(home, 'foreign.ligature')
  const other = new BetterSqlite(foreign)
  other.exec('CREATE TABLE letter (id INTEGER)')
  other.close()
  const cut = join(home, 'cut.ligature')
  copyFileSync(newer, cut)
  writeFileSync(cut, bytes.subarray(0, 5000))

  const open = async (file: string) => {
    await page.keyboard.press('Control+o')
    await page.getByRole('textbox', { name: 'Path' }).fill(file)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const notices = page.getByRole('status', { name: 'Notices' })
  await open(newer)
  await expect(notices).toContainText('newer version of Ligature')
  await expect(notices).toContainText('Update Ligature')
  for (const file of [none, empty, foreign]) {
    await open(file)
    await expect(notices).toContainText(`${file} is not a Ligature project. Choose a .ligature file`)
  }
  await open(cut)
  await expect(notices).toContainText(/damaged|not a Ligature project|newer version/)
  await open(join(home, 'gone.ligature'))
  await expect(notices).toContainText('gone.ligature is no longer there')
  // None of it was touched, and the open project stayed open.
  expect(readFileSync(newer).equals(bytes)).toBe(true)
  expect(readFileSync(none, 'utf8')).toBe('This is a letter, not a project.')
  expect(existsSync(join(home, 'gone.ligature'))).toBe(false)
  expect((await bench.ask('projects.current', {}))?.path).toBe(path)
})
