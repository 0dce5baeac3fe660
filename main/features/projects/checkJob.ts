import type { JobDefinition } from '../../core/jobs.ts'
import { createProjectRepository } from './repository.ts'

/** Looks a whole project file over in the background; result `{ ok, findings }`. */
export const checkProjectJob: JobDefinition = {
  kind: 'projects.check',
  run: (_input, { db, report }) => {
    const repository = createProjectRepository(db)
    report(0, 2)
    const findings = repository.quickCheck().filter((it) => it !== 'ok')
    report(1, 2)
    const broken = repository.brokenReferences()
    if (broken > 0) findings.push(`${broken} references point nowhere`)
    report(2, 2)
    return { ok: findings.length === 0, findings }
  },
}
