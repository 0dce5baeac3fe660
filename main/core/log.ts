type Fields = Record<string, string | number | boolean | null | undefined>

const levels = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 } as const
type Level = Exclude<keyof typeof levels, 'silent'>

const threshold = levels[(process.env.LIGATURE_LOG ?? 'warn') as keyof typeof levels] ?? levels.warn

const write = (level: Level, message: string, fields: Fields = {}): void => {
  if (levels[level] < threshold) return
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`)
}

/** One JSON line per event on standard error; `LIGATURE_LOG` = debug · info · warn (default) · error · silent. */
export const log = {
  debug: (message: string, fields?: Fields) => write('debug', message, fields),
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
}
