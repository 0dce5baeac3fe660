import { actionMessages } from './actions.ts'
import { errorMessages } from './errors.ts'
import { frameMessages } from './frame.ts'
import { stepMessages } from './step.ts'

/** Every text of the program. One line per namespace. */
export const messages = {
  ...frameMessages,
  ...actionMessages,
  ...errorMessages,
  ...stepMessages,
} as const

export type MessageKey = keyof typeof messages
