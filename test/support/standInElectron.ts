import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** Marks the place of the fuses in Electron's binary (@electron/fuses, `src/constants.ts`). */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** As many fuses as Electron 45 has. */
const fuseCount = 9

/**
 * A folder that electron-builder takes for an unpacked Electron of Linux: what it packs can then be looked at where no
 * binary can be had. Nothing in it starts.
 */
export const makeStandInElectron = async (folder: string, version: string): Promise<void> => {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const fuses = Buffer.concat([
    Buffer.from(fuseSentinel, 'latin1'),
    Buffer.from([1, fuseCount]),
    Buffer.alloc(fuseCount, '0'),
  ])
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('stand-in\n'), fuses, Buffer.from('\nend')]),
  )
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'stand-in')
  for (const language of ['en-US', 'de', 'zh-CN', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  const app = join(folder, 'default_app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{"main":"main.js"}')
  writeFileSync(join(app, 'main.js'), '')
  await createPackage(app, join(folder, 'resources', 'default_app.asar'))
}
