import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../state/i18n.ts'
import { Button } from './Button.tsx'

/** Puts a text on the clipboard and says so for a moment. */
export function CopyButton({ text, label, compact }: { text: string; label: string; compact?: boolean }) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <Button
      variant="quiet"
      compact={compact}
      icon={copied ? Check : Copy}
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? t('frame.copied') : label}
    </Button>
  )
}
