import type { PaletteColour } from '@shared/model/schema.ts'

/** The mark of a type's colour; always beside its name. `ring` as nodes are drawn, `open` for what is not there yet. */
export function TypeDot({
  colour,
  shape = 'disc',
}: {
  colour: PaletteColour
  shape?: 'disc' | 'ring' | 'open'
}) {
  return <span className={`ui-dot ui-dot-${shape} ui-c-${colour}`} aria-hidden />
}
