import { shortcutKeys } from '@shared/actions/shortcut.ts'
import { isMac } from '../state/platform.ts'

/** A shortcut (`Mod+K`) drawn as keys. */
export function Kbd({ shortcut }: { shortcut: string }) {
  return (
    <span className="ui-keys">
      {shortcutKeys(shortcut, isMac()).map((it) => (
        <kbd key={it}>{it}</kbd>
      ))}
    </span>
  )
}
