import { CloudOff } from 'lucide-react'
import { useConnection } from '../../state/connection.ts'
import { useText } from '../../state/i18n.ts'
import './connection.css'

/** What to know and to do when the program behind the window does not answer any more. */
export function ConnectionLost() {
  const t = useText()
  const connected = useConnection((it) => it.connected)
  if (connected) return null
  return (
    <div className="frame-lost" role="alert">
      <CloudOff size={16} aria-hidden />
      <b>{t('frame.connectionLostTitle')}</b>
      <span>{t('frame.connectionLostText')}</span>
    </div>
  )
}
