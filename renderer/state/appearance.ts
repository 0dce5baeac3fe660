import { languages, type UiLanguage } from '@shared/messages/define.ts'
import { create } from 'zustand'
import { call } from '../api/client.ts'
import { systemLanguage, useLanguage } from './i18n.ts'
import { showFailure } from './notices.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const faces = ['serif', 'sans'] as const
export type Face = (typeof faces)[number]
export const readingSizes = [14, 15, 16, 17, 18, 19, 20, 22, 24, 28] as const

/** How the program looks: settings of this machine's user. */
export interface Appearance {
  theme: Theme
  language: UiLanguage | 'system'
  readingFace: Face
  /** Pixels. */
  readingSize: number
}

const initial: Appearance = { theme: 'system', language: 'system', readingFace: 'serif', readingSize: 17 }
const remembered = 'appearance'

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')

/** The setting, and what is shown (`system` resolved). */
export const useAppearance = create<Appearance & { shown: 'light' | 'dark' }>()(() => ({
  ...initial,
  shown: 'light',
}))

const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.includes(value as T) ? (value as T) : otherwise

const read = (stored: Record<string, unknown>): Appearance => ({
  theme: oneOf(themes, stored.theme, initial.theme),
  language: oneOf([...languages, 'system' as const], stored.language, initial.language),
  readingFace: oneOf(faces, stored.readingFace, initial.readingFace),
  readingSize: oneOf<number>(readingSizes, stored.readingSize, initial.readingSize),
})

const apply = (appearance: Appearance): void => {
  const { theme, readingFace, readingSize } = appearance
  const shown = theme === 'system' ? (dark?.matches ? 'dark' : 'light') : theme
  const language = appearance.language === 'system' ? systemLanguage() : appearance.language
  const root = document.documentElement
  root.dataset.theme = shown
  root.lang = language === 'zh' ? 'zh-Hans' : language
  root.style.setProperty('--reading-face', readingFace === 'serif' ? 'var(--serif)' : 'var(--sans)')
  root.style.setProperty('--reading-size', `${readingSize}px`)
  useAppearance.setState({ ...appearance, shown })
  useLanguage.setState({ language })
  // Kept in the window too, so that the next start paints right at once, before the core answers.
  localStorage.setItem(remembered, JSON.stringify(appearance))
}

/** Paints as last time, before anything is asked. */
export const startAppearance = (): void => {
  let last: Record<string, unknown> = {}
  try {
    last = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Record<string, unknown>
  } catch {
    // Somebody else's value under our key: begin with the defaults.
  }
  apply(read(last))
  dark?.addEventListener('change', () => apply(useAppearance.getState()))
}

/** Takes over what the core has kept; runs whenever app settings arrive. */
export const adoptAppearance = (settings: Record<string, unknown>): void => {
  const stored = settings[remembered]
  if (typeof stored === 'object' && stored !== null) apply(read(stored as Record<string, unknown>))
}

/** Changes how the program looks and keeps it. */
export const setAppearance = (patch: Partial<Appearance>): void => {
  const { theme, language, readingFace, readingSize } = { ...useAppearance.getState(), ...patch }
  const next = { theme, language, readingFace, readingSize }
  apply(next)
  call('settings.set', { scope: 'app', key: remembered, value: next }).catch(showFailure)
}

/** One step larger (+1) or smaller (−1). */
export const stepReadingSize = (by: 1 | -1): void => {
  const at = readingSizes.indexOf(useAppearance.getState().readingSize as (typeof readingSizes)[number])
  const next = readingSizes[Math.max(0, Math.min(readingSizes.length - 1, at + by))]
  if (next) setAppearance({ readingSize: next })
}
