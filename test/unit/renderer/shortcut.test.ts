import { describe, expect, it } from 'vitest'
import { contextsMeet } from '../../../renderer/actions/contexts.ts'
import { actions } from '../../../shared/actions/index.ts'
import {
  type KeyPress,
  normaliseShortcut,
  parseShortcut,
  pressIs,
  shortcutKeys,
} from '../../../shared/actions/shortcut.ts'
import { messages } from '../../../shared/messages/index.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const is = (event: KeyPress, shortcut: string, mac = false): boolean =>
  pressIs(event, parseShortcut(shortcut), mac)

describe('shortcuts', () => {
  it('are read with their modifiers in any order', () => {
    expect(normaliseShortcut('Shift+Mod+z')).toBe('Mod+Shift+Z')
    expect(parseShortcut('Alt++')).toEqual({ mod: false, alt: true, shift: false, key: '+' })
    expect(parseShortcut('?').key).toBe('?')
  })

  it('refuse a modifier nobody has', () => {
    expect(() => parseShortcut('Hyper+K')).toThrow('Hyper')
  })

  it('take Ctrl for Mod, and Command on a Mac', () => {
    expect(is(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K')).toBe(true)
    expect(is(press('k', 'KeyK', { metaKey: true }), 'Mod+K')).toBe(false)
    expect(is(press('k', 'KeyK', { metaKey: true }), 'Mod+K', true)).toBe(true)
    expect(is(press('k', 'KeyK', { ctrlKey: true, metaKey: true }), 'Mod+K')).toBe(false)
  })

  it('tell Shift apart for letters, not for signs', () => {
    expect(is(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false)
    expect(is(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z')).toBe(true)
    expect(is(press('?', 'Slash', { shiftKey: true }), '?')).toBe(true)
    expect(is(press('?', 'Minus', { shiftKey: true }), '?')).toBe(true)
  })

  it('are found on layouts that write other letters', () => {
    expect(is(press('я', 'KeyZ', { ctrlKey: true }), 'Mod+Z')).toBe(true)
    expect(is(press('Ω', 'KeyZ', { altKey: true }), 'Alt+Z', true)).toBe(true)
    // A German keyboard has Y and Z exchanged: what is written counts.
    expect(is(press('z', 'KeyY', { ctrlKey: true }), 'Mod+Z')).toBe(true)
    // A French one writes digits with Shift only.
    expect(is(press('&', 'Digit1', { ctrlKey: true }), 'Mod+1')).toBe(true)
  })

  it('are printed as the keys are', () => {
    expect(shortcutKeys('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(shortcutKeys('Mod+Shift+Z', true)).toEqual(['⇧', '⌘', 'Z'])
    expect(shortcutKeys('Alt+Up', false)).toEqual(['Alt', '↑'])
  })
})

/** Chords that Chromium keeps for itself in a tab. */
const reserved = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W']

describe('the list of actions', () => {
  it('has every id once and a title for each', () => {
    expect(new Set(actions.map((it) => it.id)).size).toBe(actions.length)
    expect(actions.filter((it) => !Object.hasOwn(messages, it.titleKey)).map((it) => it.titleKey)).toEqual([])
  })

  it('has no two actions for the same keys within reach of each other', () => {
    // Bound beside its own shortcut in renderer/actions/keyboard.ts.
    const redo = { id: 'edit.redo (second)', when: 'project', shortcut: 'Mod+Y' } as const
    const listed = [...actions.filter((it) => it.shortcut), redo]
    const collisions = listed.flatMap((a, index) =>
      listed
        .slice(index + 1)
        .filter(
          (b) =>
            normaliseShortcut(a.shortcut!) === normaliseShortcut(b.shortcut!) && contextsMeet(a.when, b.when),
        )
        .map((b) => `${a.shortcut}: ${a.id} and ${b.id}`),
    )
    expect(collisions).toEqual([])
  })

  it('leaves alone what a browser keeps for itself', () => {
    expect(actions.filter((it) => it.shortcut && reserved.includes(normaliseShortcut(it.shortcut)))).toEqual(
      [],
    )
  })
})
