/// <reference path="./pdfWorker.d.ts" />
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Unreadable } from '../../files/unreadable.ts'
import { withoutStrays } from './strays.ts'

/** The character maps and metrics the library brings: beside the bundle in the packaged program, else in its package. */
const assetFolder = (): string => {
  const packaged = join(import.meta.dirname, 'pdfjs')
  return existsSync(packaged)
    ? packaged
    : dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
}

export const tooSlow = (path: string, seconds: number): Unreadable =>
  new Unreadable(
    'import.pdf_slow',
    `${path} took longer than ${seconds} seconds to read. Split it into smaller files first.`,
    { seconds },
  )

const reasonFor = (thrown: unknown, path: string): Unreadable => {
  if (thrown instanceof Unreadable) return thrown
  const { name, message } = thrown as Error
  return name === 'PasswordException'
    ? new Unreadable(
        'import.encrypted',
        `${path} is protected by a password. Save it without one and import it again.`,
      )
    : new Unreadable(
        'import.pdf_damaged',
        `${path} is damaged or no PDF (${String(message).slice(0, 200)}). Open it in a viewer and save it anew.`,
      )
}

/**
 * Runs `use` with an opened document and closes it afterwards. Everything happens in this thread, without canvas, and
 * nothing is fetched but the library's own files.
 * @throws Unreadable `import.encrypted` · `import.pdf_damaged` · `import.pdf_slow`
 */
export const withPdf = async <T>(
  bytes: Uint8Array,
  path: string,
  limits: { readonly until: number; readonly seconds: number },
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> => {
  // The worker's code is handed over, so that the library neither starts a thread nor looks for a file.
  const shared = globalThis as { pdfjsWorker?: unknown }
  shared.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const assets = assetFolder()
  return withoutStrays(async () => {
    const task = getDocument({
      // The library takes the buffer for itself.
      data: Uint8Array.from(bytes),
      verbosity: VerbosityLevel.ERRORS,
      cMapUrl: join(assets, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(assets, 'standard_fonts') + sep,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      disableFontFace: true,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 1,
    })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooSlow(path, limits.seconds)), Math.max(1, limits.until - Date.now()))
    })
    try {
      return await Promise.race([late, task.promise.then(use)])
    } catch (thrown) {
      throw reasonFor(thrown, path)
    } finally {
      clearTimeout(timer)
      await task.destroy()
    }
  })
}
