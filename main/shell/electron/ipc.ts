import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { request } from '../../../shared/contract/index.ts'
import type { Reply } from '../../../shared/contract/reply.ts'
import type { Answer } from '../hostDispatch.ts'
import { isOwnUrl } from './origin.ts'

/** The channels between a window and the program; there are no others. */
export const channels = { call: 'call', event: 'event', menu: 'menu' } as const

/** Only the main frame of our own window, showing our own page, is listened to. A frame that is gone is null. */
export const isTrustedSender = (
  event: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  contents: WebContents | null,
): boolean =>
  contents !== null &&
  event.senderFrame !== null &&
  event.senderFrame === contents.mainFrame &&
  isOwnUrl(event.senderFrame.url)

const refused = JSON.stringify({
  ok: false,
  error: { code: 'not_allowed', message: 'This page may not call the program.' },
} satisfies Reply)
const malformed = JSON.stringify({
  ok: false,
  error: { code: 'invalid_input', message: 'A method and a JSON value are needed.' },
} satisfies Reply)

export const handleCalls = (ipcMain: IpcMain, contents: () => WebContents | null, answer: Answer): void => {
  ipcMain.handle(channels.call, async (event, method: unknown, input: unknown): Promise<string> => {
    if (!isTrustedSender(event, contents())) return refused
    const parsed = request.safeParse({ method, input })
    return parsed.success ? answer(parsed.data.method, parsed.data.input) : malformed
  })
}
