import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { readBack } from '../support/readBack.ts'
import { expect, startProgram, test, watch } from './support/launch.ts'
import { hashOf, readExport } from './support/readExport.ts'
import { workbench } from './support/workbench.ts'

/*
 * The whole job by keyboard: a new project, three messy articles, ten entities, three relations, the network, an edge
 * back to its sentence, undo, a restart, redo, and four exports whose every offset cuts its quote. The mouse is not used.
 */

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Told {
  /** Copied where the file dialog may look. */
  files: string[]
  mentions: { quote: string; key: string }[]
  relations: { from: string; type: string; to: string }[]
}

const real: Told = {
  files: readdirIfThere(process.env.LIGATURE_ARTICLES ?? join(root, '..', 'shared', 'articles')),
  mentions: [
    { quote: 'JD.com', key: '1' },
    { quote: 'Google Express', key: '3' },
    { quote: 'Amazon', key: '1' },
    { quote: 'Alibaba', key: '1' },
    { quote: 'Walmart', key: '1' },
    { quote: 'Rakuten', key: '1' },
    { quote: 'Nikkei.com', key: '6' },
    { quote: 'Südostasien', key: '4' },
    { quote: 'Europa', key: '4' },
    { quote: 'Google-Assistant', key: '3' },
  ],
  relations: [
    { from: 'Amazon', type: 'competes', to: 'Alibaba' },
    { from: 'Walmart', type: 'partners', to: 'Rakuten' },
    { from: 'JD.com', type: 'sells', to: 'Google Express' },
  ],
}

const shipped: Told = {
  files: ['jd-verkauft-ueber-google-express.txt', 'smart-speakers-for-jd.txt', 'jingdong-chuhai.txt'].map(
    (name) => join(root, 'assets', 'sample', 'articles', name),
  ),
  mentions: [
    { quote: 'JD.com', key: '1' },
    { quote: 'Google Express', key: '3' },
    { quote: 'Amazon', key: '1' },
    { quote: 'Alibaba', key: '1' },
    { quote: 'Walmart', key: '1' },
    { quote: 'Rakuten', key: '1' },
    { quote: 'Nikkei', key: '6' },
    { quote: 'USA', key: '4' },
    { quote: 'China', key: '4' },
    { quote: 'Google', key: '1' },
  ],
  relations: [
    { from: 'Amazon', type: 'competes', to: 'Alibaba' },
    { from: 'Walmart', type: 'partners', to: 'Rakuten' },
    { from: 'JD.com', type: 'sells', to: 'Google Express' },
  ],
}

function readdirIfThere(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : []
}

const importThree = async (page: Page, inbox: string, told: Told): Promise<void> => {
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('button', { name: /^Files/ })).toBeFocused()
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: 'Files and folders' })
  await expect(list).toBeVisible()
  await page.getByRole('textbox', { name: 'Path' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(inbox)
  await page.keyboard.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(told.files.length)
  await list.focus()
  for (const _ of told.files) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Drafts' }).getByRole('option')).toHaveCount(
    told.files.length,
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Open the first' })).toBeFocused()
  await page.keyboard.press('Enter')
}

for (const [name, told] of Object.entries({ shipped, real })) {
  test(`the main job, by keyboard, over a restart: ${name} articles`, async ({
    page,
    program,
    home,
    troubles,
  }) => {
    test.skip(told.files.length === 0, 'there are no real articles beside the project')
    test.setTimeout(180_000)
    const inbox = join(home, 'inbox')
    mkdirSync(inbox)
    for (const file of told.files) copyFileSync(file, join(inbox, file.split(/[\\/]/).at(-1)!))
    const bench = workbench(page)

    await bench.newProject('Three deals')
    await importThree(page, inbox, told)
    await bench.focusText()

    for (const { quote, key } of told.mentions) await bench.tagAndLink(quote, key)
    await expect
      .poll(async () => (await bench.network()).nodes.map((it) => it.name).sort())
      .toEqual(told.mentions.map((it) => it.quote).sort())

    for (const { from, type, to } of told.relations) await bench.relate(from, type, to)
    await expect
      .poll(async () =>
        (await bench.network()).edges.map((it) => `${it.source} > ${it.target}: ${it.evidence}`).sort(),
      )
      .toEqual(told.relations.map((it) => `${it.from} > ${it.to}: 1`).sort())

    // From an edge to the sentence that proves it.
    const { quote, selected } = await bench.standOnEdgeOf('Amazon')
    expect(quote).toContain('Amazon')
    expect(quote).toContain('Alibaba')
    expect(selected.trim()).not.toBe('')
    expect(quote).toContain(selected.trim())

    const before = await bench.ask('history.list', { limit: 100 })
    for (let n = 0; n < 5; n++) await bench.undo()
    await expect.poll(async () => (await bench.network()).edges.length).toBe(0)

    // Closed and started again: the steps are still there to be brought back.
    expect(await program.stop()).toBe(0)
    troubles.length = 0
    const again = await startProgram({ home })
    const window = await page.context().newPage()
    const { troubles: later } = watch(window, again.url)
    await window.goto(again.url)
    await expect(window.getByRole('button', { name: 'Three deals' })).toBeVisible()
    const reopened = workbench(window)
    await expect.poll(async () => (await reopened.ask('projects.current', {}))?.name).toBe('Three deals')
    for (let n = 0; n < 5; n++) await reopened.redo()
    const after = await reopened.ask('history.list', { limit: 100 })
    expect(after.map((it) => [it.seq, it.code, it.state])).toEqual(
      before.map((it) => [it.seq, it.code, it.state]),
    )
    await expect.poll(async () => (await reopened.network()).edges.length).toBe(told.relations.length)

    // The texts as exported are what every other format's offsets are held against.
    const whole = await reopened.exportAs('ligature-jsonl')
    const texts = new Map(
      [...(await readBack['ligature-jsonl']!(whole.path, {})).texts.values()].map((it) => [hashOf(it), it]),
    )
    expect(texts.size).toBe(told.files.length)
    expect(await readExport('ligature-jsonl', whole, texts)).toMatchObject({
      wrong: [],
      checked: told.mentions.length + told.relations.length,
    })
    for (const formatId of ['csv', 'conll', 'graphml']) {
      const back = await readExport(formatId, await reopened.exportAs(formatId), texts)
      expect(back.wrong, formatId).toEqual([])
      if (formatId === 'graphml')
        expect(back).toMatchObject({ nodes: told.mentions.length, edges: told.relations.length })
      else expect(back.checked, formatId).toBeGreaterThanOrEqual(told.mentions.length)
    }
    expect(later).toEqual([])
    await again.stop()
    troubles.length = 0
    expect(
      readFileSync(join(home, 'projects', 'Three deals.ligature'))
        .subarray(0, 15)
        .toString(),
    ).toBe('SQLite format 3')
  })
}
