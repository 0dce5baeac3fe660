import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test } from '@playwright/test'
import { hasDisplay } from '../../main/shell/launch/appWindow.ts'
import { buildStale } from '../../main/shell/launch/build.ts'
import { installedElectron } from '../../main/shell/launch/electronBinary.ts'

/* What only a running Electron can show. The browser shell's tests cover the rest of the program. */

const root = fileURLToPath(new URL('../../', import.meta.url))
const binary = installedElectron(root)

test.skip(binary === null, 'Electron’s binary is not installed here (node node_modules/electron/install.js).')
test.skip(!hasDisplay(), 'There is no display for a window.')

test('the window shows the sample project, isolated and offline', async () => {
  test.setTimeout(180_000)
  buildStale(root, ['renderer', 'main', 'preload'])
  const home = mkdtempSync(join(tmpdir(), 'ligature-electron-'))
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = await _electron.launch({
    executablePath: binary!,
    args: [root, ...noSandbox],
    env: { ...(process.env as Record<string, string>), LIGATURE_HOME: home },
  })
  try {
    const page = await program.firstWindow()
    await expect(page.locator('#root')).not.toBeEmpty()
    const seen = await page.evaluate(async () => {
      const bridge = (
        window as unknown as { ligature: { call(method: string, input: unknown): Promise<unknown> } }
      ).ligature
      return {
        address: location.href,
        bridge: Object.keys(bridge),
        node: 'require' in globalThis || 'process' in globalThis,
        current: await bridge.call('projects.current', {}),
        online: await fetch('https://example.org/').then(
          () => true,
          () => false,
        ),
        opened: window.open('https://example.org/') !== null,
      }
    })
    expect(seen).toMatchObject({
      address: 'app://ligature/index.html',
      bridge: ['call', 'on', 'host'],
      node: false,
      current: { ok: true, value: { isSample: true } },
      online: false,
      opened: false,
    })
  } finally {
    await program.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
})
