import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { quietBrowserFlags } from '../../../main/shell/launch/findBrowser.ts'
import { startProgram } from '../../e2e/support/launch.ts'
import { testBrowser } from '../../support/testBrowser.ts'
import { bigArticleTitle } from '../generator/corpus.ts'
import type { Measured, Row } from '../measure.ts'

/*
 * What a person waits for: the browser shell in real Chromium, from the click or key to the frame that shows it. A frame
 * counts as painted in the first message after its animation frame.
 */

declare global {
  interface Window {
    /** Times of the last click or key and of the picture that followed, `performance.now()`; null while awaited. */
    seen: { at: number; painted: number | null }
  }
}

/** Notes the time of an event, and of the frame after the first change of the text view. */
const watchText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.seen = { at: 0, painted: null }
    const begin = (event: Event): void => {
      window.seen = { at: event.timeStamp, painted: null }
    }
    document.addEventListener('click', begin, true)
    document.addEventListener('keydown', begin, true)
    const painted = (): void => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        window.seen.painted ??= performance.now()
      }
      port2.postMessage(null)
    }
    new MutationObserver((changes) => {
      const mentioned = changes.some((it) =>
        [...it.addedNodes].some(
          (node) =>
            node instanceof Element &&
            (node.matches('.reader-mention') || node.querySelector('.reader-mention')),
        ),
      )
      if (mentioned && window.seen.painted === null) requestAnimationFrame(painted)
    }).observe(document.querySelector('[data-panel=reader]')!, { childList: true, subtree: true })
  })

const whenSeen = async (page: Page): Promise<number> => {
  await page.waitForFunction(() => window.seen.painted !== null, null, { timeout: 30_000 })
  return page.evaluate(() => window.seen.painted! - window.seen.at)
}

/** A page with nothing but the text; the time to its first picture. */
const bareText = async (browser: Browser, text: string): Promise<number> => {
  const page = await browser.newPage()
  await page.setContent('<pre style="white-space:pre-wrap"></pre>')
  const took = await page.evaluate(
    (content) =>
      new Promise<number>((resolve) => {
        const started = performance.now()
        document.querySelector('pre')!.textContent = content
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - started)
          port2.postMessage(null)
        })
      }),
    text,
  )
  await page.close()
  return took
}

/** A key press that colours one word of a page with nothing else; the time to its picture. */
const bareKey = async (page: Page): Promise<number> => {
  await page.evaluate(() => {
    window.seen = { at: 0, painted: null }
    document.onkeydown = (event) => {
      document.querySelector('b')!.classList.toggle('on')
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          window.seen = { at: event.timeStamp, painted: performance.now() }
        }
        port2.postMessage(null)
      })
    }
  })
  await page.keyboard.press('1')
  return whenSeen(page)
}

const openBig = async (page: Page): Promise<void> => {
  const search = page.locator('[data-panel=corpus] input').first()
  await search.fill(bigArticleTitle)
  await page.locator('[data-panel=corpus] [role=option]').getByText(bigArticleTitle).waitFor()
}

export const screen: Row = {
  id: 'screen',
  run: async ({ project, workingCopy, scratch, quick }) => {
    const executablePath = testBrowser()
    if (!executablePath) {
      console.error('No Chromium was found: what is painted is not measured.')
      return []
    }
    const program = await startProgram({
      home: join(scratch, 'screen-home'),
      args: [workingCopy],
      env: { LIGATURE_CHECK_OUTPUT: '' },
    })
    const browser = await chromium.launch({ executablePath, args: [...quietBrowserFlags(), '--disable-gpu'] })
    try {
      const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
      await page.goto(program.url)
      await openBig(page)
      await watchText(page)
      const option = page.locator('[data-panel=corpus] [role=option]')
      const [opened, bareOpened]: [number[], number[]] = [[], []]
      const { text } = project.corpus.bigArticle()
      for (let turn = -1; turn < (quick ? 3 : 12); turn += 1) {
        await openBig(page)
        await option.getByText(bigArticleTitle).click()
        const took = await whenSeen(page)
        const bare = await bareText(browser, text)
        if (turn >= 0) {
          opened.push(took)
          bareOpened.push(bare)
        }
        // Away, so that the next click opens it anew.
        await page.locator('[data-panel=corpus] input').first().fill('')
        await option.first().click()
        await page.waitForTimeout(500)
      }

      await openBig(page)
      await option.getByText(bigArticleTitle).click()
      await whenSeen(page)
      await page.keyboard.press('Control+3')
      await page.keyboard.press('Control+Home')
      const blank = await browser.newPage()
      await blank.setContent('<p>one <b>word</b></p><style>.on { background: gold }</style>')
      const [tagged, bareTagged]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < (quick ? 5 : 40); turn += 1) {
        for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+ArrowRight')
        await page.keyboard.press('9')
        tagged.push(await whenSeen(page))
        bareTagged.push(await bareKey(blank))
        // Nobody tags faster than this, and the panels beside the text have been told by then.
        await page.waitForTimeout(400)
      }
      return [
        {
          what: 'open in Chromium: click → painted, 1 MB with 20,000 spans',
          baseline: 'the bare text in a `<pre>`: set → painted',
          unit: 'ms',
          ours: opened,
          bare: bareOpened,
          goal: { p95: 100 },
        },
        {
          what: 'tag in Chromium: key → stored and painted, the same article',
          baseline: 'a bare key press that colours a word: key → painted',
          unit: 'ms',
          ours: tagged,
          bare: bareTagged,
          goal: { p95: 50 },
        },
      ] satisfies Measured[]
    } finally {
      await browser.close()
      await program.stop()
    }
  },
}
