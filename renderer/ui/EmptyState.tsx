import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon?: LucideIcon | undefined
  title: ReactNode
  /** What it means and what to do. */
  text?: ReactNode
  /** Buttons. */
  children?: ReactNode
}

/** What stands where nothing is yet, or nothing was found. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {Icon && <Icon className="ui-empty-icon" size={24} strokeWidth={1.5} aria-hidden />}
      <p className="ui-empty-title">{title}</p>
      {text && <p className="ui-empty-text">{text}</p>}
      {children && <div className="ui-empty-actions">{children}</div>}
    </div>
  )
}
