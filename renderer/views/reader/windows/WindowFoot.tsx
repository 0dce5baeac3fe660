import { Kbd } from '../../../ui/Kbd.tsx'

/** The keys of a little window, at its foot. */
export function WindowFoot({ keys }: { keys: readonly { shortcut: string; does: string }[] }) {
  return (
    <div className="reader-window-foot">
      {keys.map(({ shortcut, does }) => (
        <span key={shortcut}>
          <Kbd shortcut={shortcut} /> {does}
        </span>
      ))}
    </div>
  )
}
