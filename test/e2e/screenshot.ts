import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { quietBrowserFlags } from '../../main/shell/launch/findBrowser.ts'
import { testBrowser } from '../support/testBrowser.ts'
import { startProgram } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/* `npm run screenshot`: the README's picture, made of the sample project: a relation selected, its evidence in the text. */

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const executablePath = testBrowser()
if (!executablePath) throw new Error('No browser: install Chromium, or name one in LIGATURE_BROWSER.')

const home = mkdtempSync(join(tmpdir(), 'ligature-screenshot-'))
const program = await startProgram({ home })
const browser = await chromium.launch({
  executablePath,
  args: [...quietBrowserFlags(), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
try {
  mkdirSync(folder, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, deviceScaleFactor: 1.5 })
  await page.goto(program.url)
  await page.getByText('Google takes a small stake').first().click()
  await page.locator('[data-panel=reader] .cm-line').first().waitFor()
  const { focusText, network } = workbench(page)
  await focusText()
  while ((await network()).edges?.length === undefined) await page.waitForTimeout(200)
  // Google invests in JD.com: the badge of the paragraph that says so, and the only relation it proves.
  await page.locator('.reader-badge:visible').first().click()
  await page.keyboard.press('Enter')
  await page.locator('[data-panel=inspector] .inspector-passage').first().waitFor()
  // The network arranges itself under a time limit of its own.
  await page.waitForTimeout(4000)
  await page.screenshot({ path: join(folder, 'workbench.png') })
} finally {
  await browser.close()
  await program.stop()
  rmSync(home, { recursive: true, force: true })
}
