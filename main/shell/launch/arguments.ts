import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface LaunchArguments {
  /** Absolute path of the project to open, or null. */
  file: string | null
  shell: 'electron' | 'browser' | 'any'
  /** 0: any free port. */
  port: number
  open: boolean
}

export const usage = `npm start -- [file.ligature] [--browser | --electron] [--port N] [--no-open]
  file.ligature  opens this project instead of the last one
  --browser      the browser shell, even where Electron is there
  --electron     Electron, or an error
  --port N       a fixed port for the browser shell
  --no-open      opens no window; prints the URL`

/** @throws Error with a sentence for the terminal. */
export const parseLaunchArguments = (args: readonly string[], startFolder: string): LaunchArguments => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      browser: { type: 'boolean', default: false },
      electron: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 1)
    throw new Error(`One project at a time; these are ${positionals.length}.\n${usage}`)
  if (values.browser && values.electron) throw new Error(`Either --browser or --electron.\n${usage}`)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: a number from 0 to 65535 is needed.`)
  return {
    file: positionals[0] === undefined ? null : resolve(startFolder, positionals[0]),
    shell: values.electron ? 'electron' : values.browser || values['no-open'] || port > 0 ? 'browser' : 'any',
    port,
    open: !values['no-open'],
  }
}
