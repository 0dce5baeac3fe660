import { call } from '../../api/client.ts'
import { text } from '../../state/i18n.ts'
import { useNotices } from '../../state/notices.ts'

/**
 * Takes an import back, as long as its steps are the latest ones; tells where they are not. `steps`: null stands for the
 * latest step if that is a dataset's.
 */
export const undoImport = async (steps: readonly number[] | null): Promise<boolean> => {
  let undone = 0
  for (;;) {
    const { undo } = await call('history.state', {})
    const mine = steps ? steps.includes(undo?.seq ?? 0) : undone === 0 && undo?.code === 'imports.dataset'
    if (!mine) break
    await call('history.undo', {})
    undone += 1
  }
  if (undone < (steps?.length ?? 1))
    useNotices.getState().show({ tone: 'info', text: text('import.undoGone') })
  return undone > 0
}
