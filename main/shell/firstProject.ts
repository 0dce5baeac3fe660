import type { Output } from '../../shared/contract/define.ts'
import type { projects } from '../../shared/contract/projects.ts'
import type { Failure, Reply } from '../../shared/contract/reply.ts'

/**
 * Opens what the analyst expects to see: the given file, else the project of last time, else the sample project.
 *
 * @returns null, or why what was expected could not be opened. A given file that does not open is not replaced by another.
 */
export const openFirstProject = async (
  call: (method: string, input: unknown) => Promise<Reply>,
  file: string | null,
): Promise<Failure | null> => {
  if (file !== null) {
    const opened = await call('projects.open', { path: file })
    return opened.ok ? null : opened.error
  }
  const recent = await call('projects.recent', {})
  const last = recent.ok
    ? (recent.value as Output<typeof projects.recent>).find((it) => !it.missing)
    : undefined
  const reopened = last ? await call('projects.open', { path: last.path }) : null
  if (reopened?.ok) return null
  const sample = await call('projects.openSample', {})
  if (reopened) return reopened.error
  return sample.ok ? null : sample.error
}
