/** A key with its modifiers. `mod` is Ctrl, on a Mac Command. `key` is upper-case for letters, else the key's name. */
export interface Shortcut {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

/** The part of a keyboard event that matters. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const modifiers = ['Mod', 'Alt', 'Shift']
const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
}

/** Reads `Mod+Shift+Z`, `Alt+Up`, `R`, `?` … @throws on an unknown modifier */
export const parseShortcut = (written: string): Shortcut => {
  const parts = written === '+' ? ['+'] : written.replace(/\+\+$/, '+plus').split('+')
  const key = parts.pop()!.replace(/^plus$/, '+')
  for (const part of parts)
    if (!modifiers.includes(part)) throw new Error(`Shortcut ${written}: unknown modifier ${part}.`)
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key.length === 1 ? key.toUpperCase() : key,
  }
}

/** One spelling for equal shortcuts, for comparing. */
export const normaliseShortcut = (written: string): string => {
  const { mod, alt, shift, key } = parseShortcut(written)
  return [mod && 'Mod', alt && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

const isLetter = (key: string): boolean => /^[A-Z]$/.test(key)
const isDigit = (key: string): boolean => /^\d$/.test(key)

/** The key of a press, whatever the layout: by what it writes, and where that is no Latin letter, by where it sits. */
const keyOf = (press: KeyPress): string => {
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1]
  const written = names[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key)
  if (place === undefined) return written
  // Shift and Alt change what digits and (on a Mac) letters write; a Cyrillic or Greek layout writes other letters.
  if (isDigit(place) && (press.altKey || press.ctrlKey || press.metaKey)) return place
  if (isLetter(place) && (press.altKey || written.length !== 1 || written.charCodeAt(0) > 0x24f)) return place
  return written
}

/** Whether a key press is the shortcut. */
export const pressIs = (press: KeyPress, shortcut: Shortcut, mac: boolean): boolean => {
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other || mod !== shortcut.mod || press.altKey !== shortcut.alt) return false
  const key = keyOf(press)
  if (key !== shortcut.key) return false
  // A sign such as `?` needs Shift on some layouts and not on others.
  const isSign = key.length === 1 && !isLetter(key) && !isDigit(key)
  return isSign || press.shiftKey === shortcut.shift
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const keySigns: Readonly<Record<string, string>> = {
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
}

/** The parts of a shortcut as printed on keys: `['Ctrl', 'Shift', 'Z']`, on a Mac `['⇧', '⌘', 'Z']`. */
export const shortcutKeys = (written: string, mac: boolean): string[] => {
  const { mod, alt, shift, key } = parseShortcut(written)
  const held = [alt && 'Alt', shift && 'Shift', mod && 'Mod'].filter((it) => it !== false)
  const shown = keySigns[key] ?? key
  if (mac) return [...held.map((it) => macSigns[it]!), shown]
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', shown].filter((it) => it !== false)
}
