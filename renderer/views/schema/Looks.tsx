import { type PaletteColour, paletteColour } from '@shared/model/schema.ts'
import { useText } from '../../state/i18n.ts'
import { Choices } from './Choices.tsx'

/** Colour of a type, out of the palette that colour-blind eyes can tell apart. */
export function ColourChoice({
  value,
  onChange,
}: {
  value: PaletteColour
  onChange(value: PaletteColour): void
}) {
  const t = useText()
  return (
    <Choices
      label={t('schema.colour')}
      value={value}
      onChange={onChange}
      options={paletteColour.options.map((it) => ({
        value: it,
        label: t(`schema.colour.${it}`),
        face: <span className={`schema-swatch ui-c-${it}`} />,
      }))}
    />
  )
}

export type Line = 'solid' | 'double' | 'dashed' | 'dotted' | 'thin'

/** The kind of line a type is drawn with, so that it can be told without colour. */
export function LineChoice<V extends Line>({
  label,
  value,
  lines,
  onChange,
}: {
  label: string
  value: V
  lines: readonly V[]
  onChange(value: V): void
}) {
  const t = useText()
  return (
    <Choices
      label={label}
      value={value}
      onChange={onChange}
      className="schema-lines"
      options={lines.map((it) => ({
        value: it,
        label: t(`schema.pattern.${it}`),
        face: <span className={`schema-line schema-line-${it}`} />,
      }))}
    />
  )
}
