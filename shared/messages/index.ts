import { actionMessages } from './actions.ts'
import { corpusMessages } from './corpus.ts'
import { errorMessages } from './errors.ts'
import { exportsMessages } from './exports.ts'
import { frameMessages } from './frame.ts'
import { historyMessages } from './history.ts'
import { importMessages } from './import.ts'
import { networkMessages } from './network.ts'
import { paletteMessages } from './palette.ts'
import { projectsMessages } from './projects.ts'
import { readerMessages } from './reader.ts'
import { sourceMessages } from './source.ts'
import { stepMessages } from './step.ts'

/** Every text of the program. One line per namespace. */
export const messages = {
  ...actionMessages,
  ...corpusMessages,
  ...errorMessages,
  ...exportsMessages,
  ...frameMessages,
  ...historyMessages,
  ...importMessages,
  ...networkMessages,
  ...paletteMessages,
  ...projectsMessages,
  ...readerMessages,
  ...sourceMessages,
  ...stepMessages,
} as const

export type MessageKey = keyof typeof messages
