import { announce } from '../../state/announce.ts'
import { text } from '../../state/i18n.ts'
import type { NetworkView } from './cy.ts'

/** Saves the whole network as PNG through the window's download, `scale` pixels to a model pixel. */
export const savePicture = async (view: NetworkView, scale: number): Promise<void> => {
  const blob = await view.png(scale)
  const name = `${text('network.picture.name')}-${new Date().toISOString().slice(0, 10)}.png`
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  announce(text('network.picture.saved', { name }))
}

/** Puts the picture on the clipboard. */
export const copyPicture = async (view: NetworkView): Promise<void> => {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': view.png(2) })])
  announce(text('network.picture.copied'))
}
