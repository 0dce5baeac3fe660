import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'
import type { Place } from '../cli/processWorld.ts'

/**
 * `ligature <command>` in the packaged program: no window, no display, and no lock against a second instance. Ends the
 * process with the command's exit code. What precedes the first `await` must happen before Electron is ready.
 */
export const runCommand = async (
  app: Pick<Electron.App, 'commandLine' | 'setPath' | 'exit' | 'dock'>,
  args: readonly string[],
  place: Place,
): Promise<void> => {
  // Electron has settled on the desktop's platform by now, and would end where there is no display.
  if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'headless')
  // The window's own folder may be in use.
  const profile = mkdtempSync(join(tmpdir(), 'ligature-electron-'))
  app.setPath('userData', profile)
  app.dock?.hide()
  const [{ processWorld }, { runCommandLine }] = await Promise.all([
    import('../cli/processWorld.ts'),
    import('../cli/run.ts'),
  ])
  const code = await runCommandLine(args, processWorld(place))
  rmSync(profile, { recursive: true, force: true })
  app.exit(code)
}
