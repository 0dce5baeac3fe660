import './import.css'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'

interface Props {
  /** What is going on, e.g. `Reading 12 of 300`. */
  text: string
  done: number
  total: number
  /** What is being worked on. */
  note: string
  onCancel(): void
}

/** Long work in the dialog: how far, at what, and a way to stop it. */
export function WorkingView({ text, done, total, note, onCancel }: Props) {
  const t = useText()
  return (
    <div className="import-working" role="status">
      <p className="import-working-title">{text}</p>
      <Progress label={text} done={done} total={total} />
      <p className="import-working-note">{note || ' '}</p>
      <div className="import-buttons">
        <span className="import-quiet">{t('import.runningHint')}</span>
        <Button onClick={onCancel}>{t('frame.cancel')}</Button>
      </div>
    </div>
  )
}
