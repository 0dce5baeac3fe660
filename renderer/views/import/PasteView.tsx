import { useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

interface Props {
  onBack(): void
  onText(text: string): void
}

/** A text from the clipboard on its way to becoming a draft. */
export function PasteView({ onBack, onText }: Props) {
  const t = useText()
  const [text, setText] = useState('')
  const empty = text.trim() === ''
  const go = () => {
    if (!empty) onText(text)
  }
  return (
    <form
      className="import-paste"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextArea
        label={t('import.pasteLabel')}
        value={text}
        onValueChange={setText}
        placeholder={t('import.pasteHere')}
        autoFocus
        className="import-paste-field"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          go()
        }}
      />
      <div className="import-buttons">
        <Button onClick={onBack}>{t('import.back')}</Button>
        <Button type="submit" variant="primary" disabled={empty} shortcut="Mod+Enter">
          {t('import.pasteGo')}
        </Button>
      </div>
    </form>
  )
}
