import { createReadStream, writeSync } from 'node:fs'
import { userInfo } from 'node:os'
import { languages, type UiLanguage } from '../../../shared/messages/define.ts'
import { prepareFolders } from '../folders.ts'
import type { Interrupt, World } from './world.ts'

/** LC_ALL, LC_MESSAGES, LANG, else what the system says. */
const systemLanguage = (env: NodeJS.ProcessEnv): UiLanguage => {
  const stated = env.LC_ALL || env.LC_MESSAGES || env.LANG
  const locale = stated || Intl.DateTimeFormat().resolvedOptions().locale
  return languages.find((it) => locale.toLowerCase().startsWith(it)) ?? 'en'
}

/** Ctrl+C and the wish of the system; npm passes Ctrl+C on a second time, so it counts once. */
const listenToSignals = (): Interrupt => {
  const listeners = new Set<() => void>()
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (asked) return
      asked = true
      for (const it of listeners) it()
    })
  return {
    get asked() {
      return asked
    },
    onAsk: (listener) => {
      if (asked) listener()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Writes at once, so that nothing is lost at the end; once its reader has gone (`| head`) it writes nothing more. */
const writer = (handle: number): ((bytes: string | Uint8Array) => void) => {
  let gone = false
  return (bytes) => {
    let rest = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
    while (rest.length > 0 && !gone) {
      try {
        rest = rest.subarray(writeSync(handle, rest))
      } catch (thrown) {
        const { code } = thrown as { code?: string }
        if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
        else if (code === 'EPIPE' || code === 'EOF' || code === 'EBADF') gone = true
        else throw thrown
      }
    }
  }
}

/** Where the program is, and where it was called. */
export interface Place {
  readonly startFolder: string
  readonly sampleFolder: string
  readonly coreWorkerUrl: URL
  readonly jobWorkerUrl: URL
}

/** The world of this process. */
export const processWorld = (place: Place): World => {
  const [out, err] = [writer(1), writer(2)]
  return {
    ...place,
    dataFolder: () => prepareFolders(place.sampleFolder).data,
    personName: userInfo().username,
    language: systemLanguage(process.env),
    program: 'ligature',
    interrupt: listenToSignals(),
    out,
    outFile: async (path) => {
      for await (const piece of createReadStream(path)) out(piece as Uint8Array)
    },
    err,
    columns: process.stderr.isTTY ? process.stderr.columns || 80 : 0,
  }
}
