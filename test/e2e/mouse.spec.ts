import type { Locator, Page } from '@playwright/test'
import { dropFiles } from './support/incoming.ts'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/* The main job with the mouse alone, but for names that have to be typed. */

const german = `Handelsbündnis in Düsseldorf

Die Übernahme kostet Metro 😀 rund 550 Millionen Dollar. Der Wettbewerber Rewe 👨‍👩‍👧 bleibt außen vor.`
const chinese = `京东出海

京东与谷歌建立战略合作伙伴关系，双方将在美国销售商品。`

const text = (page: Page): Locator => page.locator('[data-panel=reader] .cm-content')

/** Where a quote is drawn in the open text, in CSS pixels of the window. */
const boxOf = (page: Page, quote: string) =>
  text(page).evaluate((content, wanted) => {
    const nodes = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const pieces: { node: Node; from: number }[] = []
    let whole = ''
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node.parentElement?.closest('.reader-heading')) continue
      pieces.push({ node, from: whole.length })
      whole += node.textContent
    }
    const at = whole.indexOf(wanted)
    if (at < 0) throw new Error(`“${wanted}” is not drawn`)
    const point = (offset: number) => {
      const piece = pieces.findLast((it) => it.from <= offset)!
      return [piece.node, offset - piece.from] as const
    }
    const range = document.createRange()
    range.setStart(...point(at))
    range.setEnd(...point(at + wanted.length))
    const { left, right, top, bottom } = range.getBoundingClientRect()
    return { left, right, top, bottom, middle: (top + bottom) / 2 }
  }, quote)

const doubleClick = async (page: Page, quote: string): Promise<void> => {
  const { left, right, middle } = await boxOf(page, quote)
  await page.mouse.dblclick((left + right) / 2, middle)
}
const drag = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }) => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}
const selected = (page: Page) => page.evaluate(() => String(getSelection()))

test('articles opened, words tagged, linked, resized and deleted by mouse', async ({ page }) => {
  const bench = workbench(page)
  await bench.newProject('By mouse')
  await dropFiles(page, [
    { name: 'de.txt', content: german },
    { name: 'zh.txt', content: chinese },
  ])
  await page.getByRole('button', { name: /^Import 2 articles/ }).click()
  await page.getByRole('button', { name: 'Close' }).first().click()
  const corpus = page.getByRole('listbox', { name: 'Articles' })
  const toolbar = page.getByRole('toolbar', { name: /Tag/ })
  const mentions = async () => {
    const id = (
      await bench.ask('articles.ids', { filter: {}, sort: { by: 'title', descending: false } })
    ).map((it) => it)
    const opened = await Promise.all(id.map((it) => bench.ask('articles.open', { id: it })))
    return opened.flatMap((it) =>
      it.mentions.start.map((start, at) => it.text.slice(start, it.mentions.end[at])),
    )
  }

  // A German word by double click; its type from the toolbar, a new entity from the picker.
  await corpus.getByText('Handelsbündnis in Düsseldorf').click()
  await expect(text(page)).toContainText('Übernahme')
  await doubleClick(page, 'Übernahme')
  expect(await selected(page)).toBe('Übernahme')
  await toolbar.getByRole('button', { name: 'Deal' }).click()
  await page.getByRole('option', { name: /New Deal/ }).click()
  await expect.poll(mentions).toEqual(['Übernahme'])
  await expect.poll(async () => (await bench.network()).nodes.map((it) => it.name)).toEqual(['Übernahme'])

  // A drag over an emoji takes it whole: a family of seven code units is one character.
  const rewe = await boxOf(page, 'Rewe')
  const family = await boxOf(page, '👨‍👩‍👧')
  await drag(page, { x: rewe.left + 1, y: rewe.middle }, { x: family.right - 2, y: family.middle })
  expect(await selected(page)).toBe('Rewe 👨‍👩‍👧')
  await toolbar.getByRole('button', { name: 'Company' }).click()
  await page.getByRole('option', { name: /New Company/ }).click()
  await expect.poll(mentions).toEqual(['Übernahme', 'Rewe 👨‍👩‍👧'])

  // Resized by its handle, back to the name alone.
  const handle = page.locator('.reader-handle-end')
  await page.mouse.click(rewe.left + 8, rewe.middle)
  const grip = (await handle.boundingBox())!
  await drag(
    page,
    { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 },
    { x: rewe.right - 1, y: rewe.middle },
  )
  await expect.poll(mentions).toEqual(['Übernahme', 'Rewe'])

  // A Chinese word by double click; linked to an entity that is there, by click.
  await corpus.getByText('京东出海').click()
  await expect(text(page)).toContainText('战略合作')
  await doubleClick(page, '合作')
  expect(await selected(page)).toBe('合作')
  const name = await boxOf(page, '谷歌')
  await drag(page, { x: name.left + 1, y: name.middle }, { x: name.right - 1, y: name.middle })
  expect(await selected(page)).toBe('谷歌')
  await toolbar.getByRole('button', { name: 'Company' }).click()
  await page.locator('.reader-combo-field').fill('Rewe')
  await page.getByRole('option', { name: /^Rewe/ }).first().click()
  await expect.poll(async () => (await mentions()).sort()).toEqual(['Rewe', 'Übernahme', '谷歌'])
  await expect.poll(async () => (await bench.network()).nodes.length).toBe(2)

  // Deleted from the menu of the right button, brought back by the button in the header.
  const google = await boxOf(page, '谷歌')
  await page.mouse.click((google.left + google.right) / 2, google.middle, { button: 'right' })
  await page.getByRole('menuitem', { name: /Remove|Delete/ }).click()
  await expect.poll(mentions).not.toContain('谷歌')
  await page.getByRole('button', { name: /^Undo: Deleted/ }).click()
  await expect.poll(mentions).toContain('谷歌')
})

test('node and edge of the network lead to the inspector and back into the text', async ({ page }) => {
  const bench = workbench(page)
  await page.locator('[data-panel=network] canvas').first().waitFor()
  await expect.poll(async () => (await bench.network()).nodes.length).toBeGreaterThan(5)
  /** Where nodes and edges are drawn, asked from the canvas itself. */
  const drawn = () =>
    page.locator('.network-host').evaluate((host) => {
      interface Drawn {
        id(): string
        hidden(): boolean
        renderedPosition(): { x: number; y: number }
        renderedMidpoint(): { x: number; y: number }
      }
      interface Canvas {
        _cyreg: {
          cy: { nodes(): { map<T>(f: (it: Drawn) => T): T[] }; edges(): { map<T>(f: (it: Drawn) => T): T[] } }
        }
      }
      const holder = [host, ...host.querySelectorAll('*')].find((it) => '_cyreg' in it) as unknown as Canvas
      const { left, top, width, height } = host.getBoundingClientRect()
      const place = (id: string, { x, y }: { x: number; y: number }) => ({
        id: Number(id.slice(1)),
        x: left + x,
        y: top + y,
        inside: x > 60 && y > 30 && x < width - 90 && y < height - 60,
      })
      const { cy } = holder._cyreg
      return {
        nodes: cy.nodes().map((it) => place(it.id(), it.renderedPosition())),
        edges: cy.edges().map((it) => place(it.id(), it.renderedMidpoint())),
      }
    })
  const settled = async () => {
    let before = ''
    await expect
      .poll(
        async () => {
          const now = JSON.stringify(await drawn())
          const same = now === before
          before = now
          return same
        },
        { intervals: [300] },
      )
      .toBe(true)
    return drawn()
  }

  const described = await bench.network()
  const { nodes } = await settled()
  const known = described.nodes.find(
    (it) => it.mentions > 2 && nodes.some((place) => place.id === it.id && place.inside),
  )!
  const place = nodes.find((it) => it.id === known.id)!
  const inspector = page.locator('[data-panel=inspector]')
  await page.mouse.click(place.x, place.y)
  await expect(inspector.getByText(known.name).first()).toBeVisible()

  // Of the edges in sight, the one whose middle is farthest from any node.
  const { edges, nodes: now } = await settled()
  const room = (it: { x: number; y: number }) =>
    Math.min(...now.map((node) => Math.hypot(node.x - it.x, node.y - it.y)))
  const free = edges.filter((it) => it.inside).sort((one, two) => room(two) - room(one))[0]!
  const edge = described.edges.find((it) => it.id === free.id)!
  await page.mouse.click(free.x, free.y)
  await expect(inspector.getByText(edge.source).first()).toBeVisible()
  await expect(inspector.getByText(edge.target).first()).toBeVisible()
  const passage = inspector.locator('.inspector-passage button').first()
  const quote = (await passage.locator('.inspector-passage-text').innerText()).trim()
  await passage.click()
  await expect(text(page)).toBeFocused()
  await expect(page.locator('.reader-flash').first()).toBeInViewport()
  const shown = (await text(page).innerText()).replace(/\s+/g, ' ')
  expect(shown).toContain(quote.replace(/\s+/g, ' ').replace(/^…|…$/g, '').slice(0, 30))
})
