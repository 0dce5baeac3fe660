import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { quietBrowserFlags } from '../../main/shell/launch/findBrowser.ts'
import { testBrowser } from '../support/testBrowser.ts'

/* `npm run icons`: draws assets/icons/icon.svg in all sizes and containers that the three platforms want. */

const folder = join(import.meta.dirname, '..', '..', 'assets', 'icons')
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const

const executablePath = testBrowser()
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: quietBrowserFlags(),
})
const page = await browser.newPage()
const pictures = new Map<number, Buffer>()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  pictures.set(size, await page.screenshot({ omitBackground: true }))
}
await browser.close()

/** Windows icon: a directory of PNG pictures (format: Microsoft, "ICO file format", PNG entries since Vista). */
const ico = (chosen: readonly number[]): Buffer => {
  const header = Buffer.from([0, 0, 1, 0, chosen.length, 0])
  let offset = header.length + 16 * chosen.length
  const entries = chosen.map((size) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(pictures.get(size)!.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += pictures.get(size)!.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...chosen.map((size) => pictures.get(size)!)])
}

/** macOS icon: tagged PNG pictures after a header, lengths big-endian and counting their own eight bytes. */
const icns = (chosen: readonly (readonly [tag: string, size: number])[]): Buffer => {
  const tagged = (tag: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.write(tag, 'latin1')
    head.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([head, content])
  }
  return tagged('icns', Buffer.concat(chosen.map(([tag, size]) => tagged(tag, pictures.get(size)!))))
}

mkdirSync(join(folder, 'linux'), { recursive: true })
for (const size of sizes.filter((it) => it <= 512)) {
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), pictures.get(size)!)
}
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
const tags = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const
writeFileSync(join(folder, 'icon.icns'), icns(tags))
