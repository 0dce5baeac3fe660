import { announce } from '../../state/announce.ts'
import { text } from '../../state/i18n.ts'
import type { NetworkView } from './cy.ts'

/** White around the picture, in model pixels. */
const margin = 24

/** The whole network as PNG with a margin, `scale` pixels to a model pixel. */
const picture = async (view: NetworkView, scale: number): Promise<Blob> => {
  const bare = await createImageBitmap(await view.png(scale))
  const edge = margin * scale
  const canvas = new OffscreenCanvas(bare.width + 2 * edge, bare.height + 2 * edge)
  const context = canvas.getContext('2d')!
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--panel')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bare, edge, edge)
  bare.close()
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Saves the whole network as PNG through the window's download, `scale` pixels to a model pixel. */
export const savePicture = async (view: NetworkView, scale: number): Promise<void> => {
  const blob = await picture(view, scale)
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
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture(view, 2) })])
  announce(text('network.picture.copied'))
}
