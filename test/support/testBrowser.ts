import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../main/shell/launch/findBrowser.ts'

/** The Chromium that tests drive: `LIGATURE_BROWSER`, an installed one, or Playwright's own; null where there is none. */
export const testBrowser = (): string | null => {
  const found = findBrowser()
  if (found) return found
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}
