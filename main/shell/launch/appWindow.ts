import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quietBrowserFlags } from './findBrowser.ts'

export interface AppWindow {
  /** Resolves when its process has ended, however that came about. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** Whether a window could be shown at all. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/**
 * Opens the URL as a window without tabs or address bar. The browser gets a profile of its own that is thrown away: its
 * process then lives exactly as long as the window, and nothing of the token stays behind.
 */
export const openAppWindow = (browser: string, url: string): AppWindow => {
  const profile = mkdtempSync(join(tmpdir(), 'ligature-window-'))
  const flags = [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--window-size=1600,1000',
    ...quietBrowserFlags(),
  ]
  // Its own process group: Ctrl+C in the terminal goes to the program, which then closes the window itself.
  const child = spawn(browser, flags, { stdio: 'ignore', detached: process.platform !== 'win32' })
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  return {
    closed,
    close: async () => {
      child.kill()
      await closed
    },
  }
}
