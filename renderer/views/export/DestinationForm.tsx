import { useText } from '../../state/i18n.ts'
import { showFailure } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface Props {
  path: string
  onPath(path: string): void
  /** Opens the dialog of the system, or our own. */
  onChoose(): Promise<void>
  overwrite: boolean
  onOverwrite(on: boolean): void
}

/** Where a dataset is written, and whether over what is there. */
export function DestinationForm({ path, onPath, onChoose, overwrite, onOverwrite }: Props) {
  const t = useText()
  return (
    <section>
      <h3>{t('export.destination')}</h3>
      <div className="export-destination">
        <TextField label={t('export.path')} hideLabel value={path} onValueChange={onPath} />
        <Button onClick={() => void onChoose().catch(showFailure)}>{t('export.choose')}</Button>
      </div>
      <Checkbox label={t('export.overwrite')} checked={overwrite} onCheckedChange={onOverwrite} />
    </section>
  )
}
