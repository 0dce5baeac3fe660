import { expect, type Page } from '@playwright/test'
import type { EndpointOf, Input, MethodName, Output } from '../../../shared/contract/define.ts'
import type { ExportReport } from '../../../shared/contract/exports.ts'
import type { AnyContract } from '../../../shared/contract/index.ts'

type Method = MethodName<AnyContract>

export interface DescribedNetwork {
  nodes: { id: number; name: string; type: string; mentions: number }[]
  edges: { id: number; source: string; target: string; type: string; evidence: number; quote: string }[]
}

/** The workbench as a person at the keyboard uses it. Nothing here touches the mouse. */
export const workbench = (page: Page) => {
  const press = (key: string) => page.keyboard.press(key)

  const ask = async <M extends Method>(
    method: M,
    input: Input<EndpointOf<AnyContract, M>>,
  ): Promise<Output<EndpointOf<AnyContract, M>>> => {
    const reply = await page.evaluate(
      async ([name, given]) => {
        const response = await fetch('/call', {
          method: 'POST',
          headers: {
            authorization: `Bearer ${sessionStorage.getItem('token')}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ method: name, input: given }),
        })
        return (await response.json()) as { ok: boolean; value?: unknown; error?: unknown }
      },
      [method, input] as readonly [string, unknown],
    )
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    return reply.value as never
  }

  const focusText = async (): Promise<void> => {
    await press('Control+3')
    await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  }

  /** Selects the first place of a quote by searching for it. */
  const find = async (quote: string): Promise<void> => {
    await press('Control+Home')
    await press('Control+f')
    const bar = page.locator('.reader-find')
    await expect(bar.getByRole('textbox')).toBeFocused()
    await press('Control+a')
    await page.keyboard.insertText(quote)
    await expect(bar.getByRole('status')).toContainText(/\d/)
    await press('Escape')
    await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  }

  const picker = page.locator('input[role=combobox]')

  return {
    ask,
    focusText,
    find,

    newProject: async (name: string): Promise<void> => {
      await expect(page.getByRole('button', { name: /Retail alliances|Ligature/ }).first()).toBeVisible()
      await press('Control+Alt+n')
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused()
      await press('Control+a')
      await page.keyboard.type(name)
      await press('Enter')
      await expect.poll(async () => (await ask('projects.current', {}))?.name).toBe(name)
      await expect(page.getByText('No articles yet')).toBeVisible()
    },

    /** Tags the first place of a quote and links it to the entity of that name, made when there is none. */
    tagAndLink: async (quote: string, key: string): Promise<void> => {
      const counted = (await ask('overview.get', {})).mentions.reduce((sum, it) => sum + it.count, 0)
      await find(quote)
      await press(key)
      await expect(picker).toBeFocused()
      await expect(page.getByRole('option').first()).toBeVisible()
      await press('Shift+Enter')
      await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
      await expect
        .poll(async () => (await ask('overview.get', {})).mentions.reduce((sum, it) => sum + it.count, 0))
        .toBe(counted + 1)
    },

    /** States a relation from the first mention of one name to another name. */
    relate: async (from: string, type: string, to: string): Promise<void> => {
      const stated = (await ask('overview.get', {})).evidence
      await find(from)
      await press('r')
      await expect(picker.first()).toBeFocused()
      await page.keyboard.type(type)
      await press('Enter')
      await expect(picker.last()).toBeFocused()
      await page.keyboard.insertText(to)
      await expect(page.getByRole('option', { name: to }).first()).toBeVisible()
      await press('Enter')
      await expect.poll(async () => (await ask('overview.get', {})).evidence).toBe(stated + 1)
      await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
    },

    /** The network's own data, not its pixels. */
    network: (): Promise<DescribedNetwork> =>
      page.locator('[data-panel=network]').evaluate((panel) => {
        const detail: DescribedNetwork = { nodes: [], edges: [] }
        panel.dispatchEvent(new CustomEvent('network:describe', { detail }))
        return detail
      }),

    /** From a name to its node, along an edge to the inspector, and to the edge's first passage in the text. */
    standOnEdgeOf: async (name: string): Promise<{ quote: string; selected: string }> => {
      await find(name)
      await press('g')
      await expect(page.locator('[data-panel=inspector]').getByText(name).first()).toBeVisible()
      await press('Control+4')
      // The first press stands on the selected node, the second on its first edge.
      await press('e')
      await press('e')
      await press('Enter')
      const inspector = page.locator('[data-panel=inspector]')
      const passage = inspector.locator('.inspector-passage button').first()
      await expect(passage).toBeVisible()
      await press('Control+5')
      for (let n = 0; n < 40; n++) {
        if (await passage.evaluate((it) => it === document.activeElement)) break
        await press('Tab')
      }
      await expect(passage).toBeFocused()
      const quote = await passage.locator('.inspector-passage-text').innerText()
      await press('Enter')
      await focusText()
      await press('Shift+Control+ArrowRight')
      return { quote, selected: await page.evaluate(() => String(getSelection())) }
    },

    undo: async (): Promise<void> => {
      const { undo } = await ask('history.state', {})
      await press('Control+z')
      await expect.poll(async () => (await ask('history.state', {})).redo?.seq).toBe(undo!.seq)
    },
    redo: async (): Promise<void> => {
      const { redo } = await ask('history.state', {})
      await press('Control+Shift+z')
      await expect.poll(async () => (await ask('history.state', {})).undo?.seq).toBe(redo!.seq)
    },

    /** Exports everything in a format through the dialog; the report of what was written. */
    exportAs: async (formatId: string): Promise<ExportReport> => {
      await press('Control+e')
      await expect(page.getByRole('radio').first()).toBeFocused()
      const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.format)
      while ((await focused()) !== formatId) await press('ArrowDown')
      await press('Control+Enter')
      const done = async () =>
        (await ask('jobs.list', {})).find((it) => it.kind === 'exports.run' && it.state !== 'running')
      const known = (await done())?.id
      await expect.poll(async () => (await done())?.id, { timeout: 15_000 }).not.toBe(known)
      const job = (await done())!
      expect(job.error).toBeUndefined()
      await press('Escape')
      return job.result as ExportReport
    },
  }
}
