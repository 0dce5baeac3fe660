import { actionMessages } from './actions.ts'
import { checkMessages } from './check.ts'
import { cliMessages } from './cli.ts'
import { corpusMessages } from './corpus.ts'
import { errorMessages } from './errors.ts'
import { exportDialogMessages } from './exportDialog.ts'
import { exportsMessages } from './exports.ts'
import { formatMessages } from './formats/index.ts'
import { frameMessages } from './frame.ts'
import { historyMessages } from './history.ts'
import { importMessages } from './import.ts'
import { importSetMessages } from './importSets.ts'
import { inspectorMessages } from './inspector.ts'
import { networkMessages } from './network.ts'
import { overviewMessages } from './overview.ts'
import { paletteMessages } from './palette.ts'
import { projectsMessages } from './projects.ts'
import { readerMessages } from './reader.ts'
import { releaseDialogMessages } from './releaseDialog.ts'
import { releaseDiffMessages } from './releaseDiff.ts'
import { releaseFindingMessages } from './releaseFindings.ts'
import { releaseMessages } from './releases.ts'
import { schemaMessages } from './schema.ts'
import { sourceMessages } from './source.ts'
import { stepMessages } from './step.ts'

/** Every text of the program. One line per namespace. */
export const messages = {
  ...actionMessages,
  ...checkMessages,
  ...cliMessages,
  ...corpusMessages,
  ...errorMessages,
  ...exportDialogMessages,
  ...exportsMessages,
  ...formatMessages,
  ...frameMessages,
  ...historyMessages,
  ...importMessages,
  ...importSetMessages,
  ...inspectorMessages,
  ...networkMessages,
  ...overviewMessages,
  ...paletteMessages,
  ...projectsMessages,
  ...readerMessages,
  ...releaseDialogMessages,
  ...releaseDiffMessages,
  ...releaseFindingMessages,
  ...releaseMessages,
  ...schemaMessages,
  ...sourceMessages,
  ...stepMessages,
} as const

export type MessageKey = keyof typeof messages
