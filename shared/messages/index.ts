import { actionMessages } from './actions.ts'
import { frameMessages } from './frame.ts'

/** Every text of the program. One line per namespace. */
export const messages = {
  ...frameMessages,
  ...actionMessages,
} as const

export type MessageKey = keyof typeof messages
