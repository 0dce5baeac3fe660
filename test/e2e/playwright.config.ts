import { defineConfig } from '@playwright/test'
import { quietBrowserFlags } from '../../main/shell/launch/findBrowser.ts'
import { testBrowser } from '../support/testBrowser.ts'

const executablePath = testBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  // Real time and a shared machine: a second chance on build machines, told as `flaky`; none at home.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line']],
  use: {
    viewport: { width: 1600, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Tracing runs scripts in every frame, which the sandboxed source frame rightly refuses.
    trace: 'off',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...quietBrowserFlags(), '--disable-gpu'],
    },
  },
})
