import type { ProjectContext } from '../../core/context.ts'
import { createOverviewRepository } from './repository.ts'

/** The project in numbers; every figure is counted afresh, nothing is kept. */
export const createOverview = (context: ProjectContext) => createOverviewRepository(context)
export type Overview = ReturnType<typeof createOverview>
