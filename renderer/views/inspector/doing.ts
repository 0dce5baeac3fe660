import { type AnyMethod, call, type MethodInput } from '../../api/client.ts'
import { undo } from '../../state/history.ts'
import { text } from '../../state/i18n.ts'
import { showFailure, useNotices } from '../../state/notices.ts'
import { useSelection } from '../../state/selection.ts'

/** Does a command; shows why when it fails. Says whether it worked. */
export const change = async <M extends AnyMethod>(method: M, input: MethodInput<M>): Promise<boolean> => {
  try {
    await call(method, input)
    return true
  } catch (thrown) {
    showFailure(thrown)
    return false
  }
}

const offerUndo = (message: string): void =>
  useNotices.getState().show({
    tone: 'success',
    text: message,
    action: { label: text('inspector.undo'), run: () => void undo().catch(showFailure) },
  })

export const removeEntity = async (id: number, name: string, mentions: number): Promise<void> => {
  if (!(await change('entities.remove', { id }))) return
  useSelection.getState().clear()
  offerUndo(text('inspector.entityRemoved', { name, count: mentions }))
}

export const removeRelation = async (id: number, name: string): Promise<void> => {
  if (!(await change('relations.remove', { ids: [id] }))) return
  useSelection.getState().clear()
  offerUndo(text('inspector.relationRemoved', { name }))
}

export const removeEvidence = async (id: number): Promise<void> => {
  if (await change('relations.removeEvidence', { ids: [id] })) offerUndo(text('inspector.evidenceRemoved'))
}

export const removeMention = async (id: number, quote: string): Promise<void> => {
  if (!(await change('mentions.remove', { ids: [id] }))) return
  useSelection.getState().clear()
  offerUndo(text('inspector.mentionRemoved', { quote }))
}
