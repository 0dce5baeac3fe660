import type { CoreEvent } from '@shared/contract/events.ts'
import type { Reply } from '@shared/contract/reply.ts'

/** How a window reaches the core: three functions, alike in both shells. */
export interface Transport {
  call(method: string, input: unknown): Promise<Reply>
  /** Calls back for every event until the returned function is called. `onLost` tells that the connection broke. */
  subscribe(onEvent: (event: CoreEvent) => void, onState: (connected: boolean) => void): () => void
  /** Makes a dropped or picked file reachable for the core. */
  upload(file: File, place: UploadPlace): Promise<Uploaded>
  /** A one-time URL from which an exported file can be saved; null where the file is simply on disk. */
  downloadUrl(path: string): Promise<string | null>
}

/** Where a file stood when it was dropped. */
export interface UploadPlace {
  /** The same for everything that is to stay together; a UUID. */
  drop: string
  /** `folder/sub/article.html`, or the file's name. */
  path: string
}

/** Absolute paths as the core sees them. */
export interface Uploaded {
  /** What was dropped: the file itself, or the folder it came in. */
  top: string
  /** A folder that holds the whole drop and nothing else; null where files stay where they are. */
  root: string | null
}

/** What the Electron preload puts on the window; it does not grow with the contract. */
interface Bridge {
  /** The Reply as JSON text. */
  call(method: string, input: unknown): Promise<string>
  on(listener: (event: CoreEvent) => void): () => void
  host: { pathOf(file: File): string; onMenu(listener: (actionId: string) => void): () => void }
}

declare global {
  interface Window {
    readonly ligature?: Bridge
  }
}

const lost: Reply = {
  ok: false,
  error: {
    code: 'connection',
    message:
      'The program does not answer, so this was not done. If it has ended, start it again; everything acknowledged is saved.',
  },
}

const electronTransport = (bridge: Bridge): Transport => ({
  call: async (method, input) => JSON.parse(await bridge.call(method, input)) as Reply,
  subscribe: (onEvent, onState) => {
    onState(true)
    return bridge.on(onEvent)
  },
  upload: async (file) => ({ top: bridge.host.pathOf(file), root: null }),
  downloadUrl: async () => null,
})

/** The token came in the fragment of the URL, which no server log ever sees; it is kept in memory for reloads only. */
const takeToken = (): string => {
  const found = /(?:^#|&)t=([\w-]+)/.exec(location.hash)?.[1]
  if (found) {
    sessionStorage.setItem('token', found)
    history.replaceState(null, '', location.pathname)
    return found
  }
  return sessionStorage.getItem('token') ?? ''
}

const browserTransport = (): Transport => {
  const token = takeToken()
  const authorized = (extra: HeadersInit = {}): HeadersInit => ({
    authorization: `Bearer ${token}`,
    ...extra,
  })

  const post = async <T>(path: string, body: BodyInit, type: string): Promise<T> => {
    const response = await fetch(path, {
      method: 'POST',
      headers: authorized({ 'content-type': type }),
      body,
    })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return (await response.json()) as T
  }

  const readLines = async (
    signal: AbortSignal,
    onEvent: (event: CoreEvent) => void,
    onState: (on: boolean) => void,
  ) => {
    const response = await fetch('/events', { headers: authorized(), signal })
    if (!response.ok || !response.body) throw new Error(`/events: ${response.status}`)
    onState(true)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim() !== '') onEvent(JSON.parse(line) as CoreEvent)
    }
  }

  return {
    call: async (method, input) => {
      try {
        return await post<Reply>('/call', JSON.stringify({ method, input }), 'application/json')
      } catch {
        return lost
      }
    },
    subscribe: (onEvent, onState) => {
      const end = new AbortController()
      const run = async () => {
        while (!end.signal.aborted) {
          await readLines(end.signal, onEvent, onState).catch(() => {})
          if (end.signal.aborted) return
          onState(false)
          await new Promise((resolve) => setTimeout(resolve, 1000))
        }
      }
      void run()
      return () => end.abort()
    },
    upload: (file, { drop, path }) =>
      post<Uploaded>(
        `/upload?drop=${drop}&name=${encodeURIComponent(path)}`,
        file,
        'application/octet-stream',
      ),
    downloadUrl: async (path) =>
      `/download/${(await post<{ ticket: string }>('/ticket', JSON.stringify({ path }), 'application/json')).ticket}`,
  }
}

export const transport: Transport = window.ligature ? electronTransport(window.ligature) : browserTransport()
