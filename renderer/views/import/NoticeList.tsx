import type { Notice } from '@shared/contract/imports.ts'
import { useState } from 'react'
import { useText } from '../../state/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { remarkText } from './words.ts'

/** Lines drawn before one asks for all that are told. */
const first = 12

interface Props {
  label: string
  items: readonly { name: string; reason: Notice }[]
  /** How many there were in all; of those above the listed only the number is known. */
  total: number
}

/** What stayed out or was odd, file by file, each with its reason. */
export function NoticeList({ label, items, total }: Props) {
  const t = useText()
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, first)
  return (
    <>
      <ul className="import-notices" aria-label={label}>
        {shown.map((it, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
          <li key={index}>
            <b>{it.name}</b>
            <span>{remarkText(it.reason)}</span>
          </li>
        ))}
      </ul>
      {shown.length < items.length ? (
        <Button compact variant="quiet" onClick={() => setAll(true)}>
          {t('import.map.more', { count: items.length - shown.length })}
        </Button>
      ) : (
        total > shown.length && (
          <p className="set-more">{t('import.more', { count: total - shown.length })}</p>
        )
      )}
    </>
  )
}
