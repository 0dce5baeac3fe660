import { create } from 'zustand'

/** One line for eyes and screen readers that goes away by itself (`Undone: Tagged “JD.com”`). */
export const useAnnouncement = create<{ text: string; nonce: number }>()(() => ({ text: '', nonce: 0 }))

let timer: ReturnType<typeof setTimeout> | undefined

/** Says in the status bar what happened, for what needs no notice. */
export const announce = (text: string): void => {
  clearTimeout(timer)
  useAnnouncement.setState((it) => ({ text, nonce: it.nonce + 1 }))
  timer = setTimeout(() => useAnnouncement.setState({ text: '' }), 5000)
}
