import { sep } from 'node:path'
import type { Output } from '../../shared/contract/define.ts'
import type { hostContract } from '../../shared/contract/index.ts'
import type { Folders } from './folders.ts'

type HostInfo = Output<(typeof hostContract)['host']['info']>

/** What both shells say of themselves and this machine. */
export const hostInfo = (
  facts: Pick<HostInfo, 'shell' | 'version' | 'startFailure'>,
  { home, documents, projects, exports }: Folders,
): HostInfo => ({
  ...facts,
  platform: process.platform,
  folders: { home, documents, projects, exports },
  pathSeparator: sep,
})
