import type { Page } from '@playwright/test'
import { expect, test } from './support/launch.ts'
import { workbench } from './support/workbench.ts'

/* What a screen reader hears and what the keyboard reaches: names, a focus that is seen, dialogs that hold it. */

/** Controls that are shown and have no accessible name; run inside the page. */
const nameless = (page: Page, within = 'body') =>
  page
    .locator(within)
    .first()
    .evaluate((root) => {
      const controls =
        'button, a[href], input, textarea, select, iframe, [role=button], [role=listbox], [role=combobox], [role=application], [role=textbox], [role=switch], [role=radio], [role=checkbox], [role=slider], [role=dialog], [role=toolbar], [role=menu], [tabindex="0"]'
      const textOf = (id: string) =>
        id
          .split(' ')
          .map((it) => document.getElementById(it)?.textContent ?? '')
          .join('')
      const nameOf = (it: Element): string =>
        it.getAttribute('aria-label') ||
        textOf(it.getAttribute('aria-labelledby') ?? '') ||
        ('labels' in it
          ? [...((it as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join('')
          : '') ||
        (/^(INPUT|TEXTAREA|SELECT|IFRAME)$/.test(it.tagName) ? '' : (it as HTMLElement).innerText) ||
        it.getAttribute('title') ||
        ''
      return [...root.querySelectorAll(controls)]
        .filter(
          (it) =>
            it.checkVisibility({ visibilityProperty: true }) && !it.closest('[aria-hidden=true], [inert]'),
        )
        .filter((it) => nameOf(it).trim() === '')
        .map((it) => it.outerHTML.slice(0, 160))
    })

test('every control has a name, in the frame and in every dialog', async ({ page }) => {
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await expect(page.locator('[data-panel=reader] .reader-mention')).not.toHaveCount(0)
  await page.keyboard.press('Control+3')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+7')
  await page.keyboard.press('Control+8')
  await expect(page.locator('[data-panel=overview]')).toBeVisible()
  expect(await nameless(page)).toEqual([])
  for (const key of [
    'Control+i',
    'Control+e',
    'Control+Shift+e',
    'Control+Alt+t',
    'Control+,',
    'Control+k',
    'Control+o',
    'Control+Alt+n',
  ]) {
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await expect(dialog, key).toBeVisible()
    await expect(dialog.locator(':focus')).toHaveCount(1)
    expect(await nameless(page, '[role=dialog]'), key).toEqual([])
    await expect(dialog).toHaveAccessibleName(/./)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
})

test('the focus is always seen, and dialogs hold and return it', async ({ page }) => {
  await expect(page.locator('[data-panel=corpus] [role=option]')).not.toHaveCount(0)
  await page.keyboard.press('Control+1')
  /** Where the focus is and whether that looks different from the same element without it. */
  const focused = () =>
    page.evaluate(() => {
      const it = document.activeElement as HTMLElement
      // A list or a canvas shows the focus on its active row or around itself; fields around themselves.
      const shown = [
        it,
        it.parentElement!,
        it.parentElement!.parentElement!,
        ...it.querySelectorAll<HTMLElement>('*'),
      ].slice(0, 400)
      const look = () =>
        shown
          .map((part) => {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
              getComputedStyle(part)
            return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor].join()
          })
          .join('|')
      const name = `${it.tagName} ${it.getAttribute('aria-label') ?? it.innerText?.slice(0, 40) ?? ''}`
      // A page in a frame scrolls; a text has its caret.
      if (it === document.body || it.tagName === 'IFRAME' || it.isContentEditable) return { name, seen: true }
      const during = look()
      it.blur()
      const without = look()
      it.focus({ preventScroll: true })
      return { name, seen: during !== without }
    })
  const unseen: string[] = []
  const walked = new Set<string>()
  for (let n = 0; n < 45; n++) {
    await page.keyboard.press('Tab')
    const { name, seen } = await focused()
    walked.add(name)
    if (!seen) unseen.push(name)
  }
  expect(walked.size).toBeGreaterThan(5)
  expect([...new Set(unseen)]).toEqual([])

  for (const key of ['Control+e', 'Control+i', 'Control+,', 'Control+k']) {
    await page.keyboard.press('Control+1')
    const list = page.locator('[data-panel=corpus] [role=listbox]')
    await list.focus()
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    for (let n = 0; n < 30; n++) {
      await page.keyboard.press(n % 3 === 2 ? 'Shift+Tab' : 'Tab')
      // The guards at both ends of a dialog hand the focus on in their next moment.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null), {
          message: `${key}: Tab ${n} left the dialog`,
          timeout: 3000,
        })
        .toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(list, key).toBeFocused()
  }
})

test('what was done is spoken', async ({ page }) => {
  const bench = workbench(page)
  await page.locator('[data-panel=corpus]').getByText('Smart speakers', { exact: false }).first().click()
  await page.locator('[data-panel=reader] .cm-line').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const word = await page.evaluate(() => String(getSelection()))
  const spoken = page.locator('[data-panel=reader] > [role=status]')
  await page.keyboard.press('1')
  await expect(spoken).toContainText(word.trim())
  await expect(spoken).toContainText('Company')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').filter({ hasText: /^Undone: / })).toHaveCount(1)
  expect((await bench.ask('history.state', {})).redo).not.toBeNull()
})

test('nothing moves where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.locator('[data-panel=reader] .reader-mention')).not.toHaveCount(0)
  const moving = () =>
    page.evaluate(() => [
      ...[...document.querySelectorAll('*')]
        .filter((it) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(it)
          const lasts = (durations: string) =>
            durations.split(',').some((one) => Number.parseFloat(one) > 0.01)
          return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration))
        })
        .map((it) => it.outerHTML.slice(0, 100)),
      ...document
        .getAnimations()
        .filter((it) => it.effect?.getComputedTiming().duration !== 0)
        .map((it) => `running: ${(it as CSSAnimation).animationName ?? it.id}`),
    ])
  expect(await moving()).toEqual([])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await moving()).toEqual([])
})
