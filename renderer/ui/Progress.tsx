export interface ProgressProps {
  done: number
  /** 0 while unknown: the bar then only shows that something happens. */
  total: number
  label: string
}

export function Progress({ done, total, label }: ProgressProps) {
  const share = total > 0 ? Math.min(1, done / total) : null
  return (
    <div
      className={share === null ? 'ui-progress ui-progress-unknown' : 'ui-progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
    >
      <span className="ui-progress-bar" style={{ width: share === null ? '30%' : `${share * 100}%` }} />
    </div>
  )
}
