import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  /** Beside the title: a count, a switch, buttons. */
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of what is told of a set. */
export function Section({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section className="set-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  )
}
