import { call } from '../api/client.ts'
import { announce } from './announce.ts'
import { text } from './i18n.ts'
import { stepText } from './stepText.ts'

/** Takes the latest step back and says which. */
export const undo = async (): Promise<void> => {
  const step = await call('history.undo', {})
  announce(step ? text('frame.undone', { step: stepText(step, text) }) : text('frame.nothingToUndo'))
}

/** Brings the latest undone step again and says which. */
export const redo = async (): Promise<void> => {
  const step = await call('history.redo', {})
  announce(step ? text('frame.redone', { step: stepText(step, text) }) : text('frame.nothingToRedo'))
}
