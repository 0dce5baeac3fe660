import type { ServerResponse } from 'node:http'
import type { CoreEvent } from '../../../shared/contract/events.ts'

/** An empty line this often keeps the stream alive and shows that the program is; milliseconds. */
const heartbeatInterval = 15_000

/** A window that does not read is cut off rather than kept in memory; bytes waiting to be sent. */
const backlogLimit = 16 * 2 ** 20

/** The event streams of all open windows: one JSON document per line, empty lines as heartbeat. */
export interface EventStreams {
  add(response: ServerResponse): void
  send(event: CoreEvent): void
  close(): void
}

export const createEventStreams = (): EventStreams => {
  const open = new Set<ServerResponse>()
  const write = (line: string): void => {
    for (const response of open) {
      response.write(line)
      if (response.writableLength > backlogLimit) response.destroy()
    }
  }
  const heartbeat = setInterval(() => write('\n'), heartbeatInterval)
  heartbeat.unref()
  return {
    add: (response) => {
      open.add(response)
      response.on('close', () => open.delete(response))
      response.write('\n')
    },
    send: (event) => write(`${JSON.stringify(event)}\n`),
    close: () => {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}
