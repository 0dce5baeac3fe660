import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../../state/i18n.ts'
import { type Notice, useNotices } from '../../state/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

const icons = { info: Info, success: CircleCheck, failure: TriangleAlert }

function NoticeRow({ notice }: { notice: Notice }) {
  const t = useText()
  const dismiss = useNotices((it) => it.dismiss)
  const Icon = icons[notice.tone]
  useEffect(() => {
    // A failure stays until it is read; the rest leaves by itself, later when it offers something.
    if (notice.tone === 'failure') return
    const timer = setTimeout(() => dismiss(notice.id), notice.action ? 12_000 : 5000)
    return () => clearTimeout(timer)
  }, [notice, dismiss])
  return (
    <li className={`frame-notice frame-notice-${notice.tone}`}>
      <Icon size={16} aria-hidden />
      <p>{notice.text}</p>
      <div className="frame-notice-actions">
        {notice.action && (
          <Button
            compact
            onClick={() => {
              notice.action?.run()
              dismiss(notice.id)
            }}
          >
            {notice.action.label}
          </Button>
        )}
        {notice.details && <CopyButton compact text={notice.details} label={t('frame.copyDetails')} />}
        <IconButton compact icon={X} label={t('frame.dismiss')} onClick={() => dismiss(notice.id)} />
      </div>
    </li>
  )
}

/** What has to be told, newest at the bottom; read out as it comes. */
export function Notices() {
  const t = useText()
  const notices = useNotices((it) => it.notices)
  return (
    <ul className="frame-notices" role="status" aria-label={t('frame.notices')}>
      {notices.map((it) => (
        <NoticeRow key={it.id} notice={it} />
      ))}
    </ul>
  )
}
