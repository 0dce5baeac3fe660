import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const candidates = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] => {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return macApplications.flatMap((name) =>
      folders.map((it) => join(it, `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (it) => it !== undefined,
    )
    return windowsPrograms.flatMap((program) => folders.map((it) => join(it, program)))
  }
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return names.flatMap((name) => folders.map((it) => join(it, name)))
}

/**
 * Absolute path of an installed Chromium, Chrome or Edge, or null. `LIGATURE_BROWSER` comes first, and a wrong one is
 * not replaced in silence.
 *
 * @throws Error where `LIGATURE_BROWSER` names no program.
 */
export const findBrowser = (
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string | null => {
  const named = env.LIGATURE_BROWSER
  if (named) {
    if (executable(named)) return named
    throw new Error(`LIGATURE_BROWSER=${named}: there is no such program.`)
  }
  return candidates(platform, env).find(executable) ?? null
}

/** Chromium that talks to nobody but our own server. As root its sandbox cannot start. */
export const quietBrowserFlags = (): string[] => [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
