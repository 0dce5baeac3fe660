import { expect, type Page } from '@playwright/test'

/** Chooses every file of a folder through the import dialog and waits for its drafts. */
export const importFolder = async (page: Page, folder: string, count: number): Promise<void> => {
  await page.keyboard.press('Control+i')
  await page.getByRole('button', { name: /^Files/ }).click()
  const list = page.getByRole('listbox', { name: 'Files and folders' })
  const place = page.getByRole('textbox', { name: 'Path' })
  await place.fill(folder)
  await place.press('Enter')
  await expect(list.getByRole('option')).toHaveCount(count)
  await list.focus()
  for (let n = 0; n < count; n++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(drafts(page).getByRole('option')).toHaveCount(count)
}

/** The drafts that wait, in the import dialog. */
export const drafts = (page: Page) => page.getByRole('listbox', { name: 'Drafts' })

export interface Dropped {
  name: string
  /** Text (stored as UTF-8) or bytes. */
  content: string | readonly number[]
}

/** Drops files on the window, as the file manager does, and waits until so many drafts wait. */
export const dropFiles = async (
  page: Page,
  files: readonly Dropped[],
  waiting = files.length,
): Promise<void> => {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer()
    for (const { name, content } of given)
      dataTransfer.items.add(
        new File([typeof content === 'string' ? content : new Uint8Array(content)], name),
      )
    const target = document.querySelector('main')!
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
  await expect(drafts(page).getByRole('option')).toHaveCount(waiting)
}

/** Drops files and folders of the disk on the window, as the file manager does; folders arrive with all below them. */
export const dropPaths = async (page: Page, paths: readonly string[]): Promise<void> => {
  const client = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await client.detach()
}
