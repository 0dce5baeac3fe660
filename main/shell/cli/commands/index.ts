import type { Command } from '../command.ts'
import { checkCommand } from './check.ts'
import { convertCommand } from './convert.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { releaseCommand } from './release.ts'
import { schemaCommand } from './schema.ts'
import { statsCommand } from './stats.ts'

/** Every command; a new one is a file here and a line in this list. */
export const commands: readonly Command[] = [
  importCommand,
  exportCommand,
  releaseCommand,
  statsCommand,
  checkCommand,
  convertCommand,
  schemaCommand,
]
