import { call } from '../../api/client.ts'
import { transport } from '../../api/transport.ts'
import { text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'

/** Shows what was written in the system's file manager, or says where it is. */
export const revealWritten = async (path: string): Promise<void> => {
  const { shown } = await call('host.reveal', { path })
  if (!shown) useNotices.getState().show({ tone: 'info', text: text('export.cannotReveal', { path }) })
}

/** Lets the browser fetch a file that was written; nothing in a shell with a file manager. */
export const downloadWritten = async (path: string, name: string): Promise<void> => {
  const url = await transport.downloadUrl(path)
  if (url === null) return
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
