import { realpathSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'

/**
 * A path that may be a project: a regular file called `*.ligature`, links followed; null otherwise. Whether it really is
 * one, the core finds out: reading it here could drop the locks of a project that is open.
 */
export const projectPath = (path: string, folder: string): string | null => {
  if (path === '' || path.startsWith('-') || path.includes('\0')) return null
  try {
    const real = realpathSync(resolve(folder, path))
    return extname(real).toLowerCase() === '.ligature' && statSync(real).isFile() ? real : null
  } catch {
    return null
  }
}

/** The last project named on a command line, which may come from anybody: options and all else are passed over. */
export const projectFromArguments = (args: readonly string[], folder: string): string | null =>
  args.map((it) => projectPath(it, folder)).findLast((it) => it !== null) ?? null
