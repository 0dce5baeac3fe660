import type { Row } from '../measure.ts'
import { exports } from './exports.ts'
import { imports } from './imports.ts'
import { interchange } from './interchange.ts'
import { network } from './network.ts'
import { open } from './open.ts'
import { memory, start } from './processes.ts'
import { screen } from './screen.ts'
import { search } from './search.ts'
import { tag } from './tag.ts'

/** Every row of the benchmark, in the order of its table. Rows that write come late. */
export const rows: readonly Row[] = [
  start,
  open,
  screen,
  search,
  network,
  exports,
  memory,
  tag,
  imports,
  interchange,
]
