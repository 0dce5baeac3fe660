import { z } from 'zod'
import { id } from './provenance.ts'

/** What kind of normalised value the mentions of a value type carry. */
export const valueKind = z.enum(['money', 'date', 'percentage', 'quantity'])

/** Stable machine name of a type: lower-case letters, digits and underscores. */
export const typeKey = z.string().regex(/^[\p{Ll}\p{Lo}\d_]{1,60}$/u)

/** A place in the colour-blind-safe palette; the theme decides the actual colour (light and dark). */
export const paletteColour = z.enum([
  'blue',
  'orange',
  'green',
  'purple',
  'gold',
  'sky',
  'vermilion',
  'pink',
  'teal',
  'brown',
  'grey',
])
export type PaletteColour = z.infer<typeof paletteColour>

/** Underline of a type's mentions, so that types stay apart without colour. */
export const linePattern = z.enum(['solid', 'double', 'dashed', 'dotted', 'thin'])

/**
 * An entity type. Kind `entity`: its mentions point to a canonical entity. Kind `value`: its mentions carry a
 * normalised value of `valueKind`.
 */
export const entityType = z.strictObject({
  id,
  uid: z.string(),
  key: typeKey,
  name: z.string().min(1).max(100),
  kind: z.enum(['entity', 'value']),
  valueKind: valueKind.nullable(),
  colour: paletteColour,
  pattern: linePattern,
  /** Short label drawn before a mention, e.g. `COMPANY`. */
  label: z.string().max(20),
  /** The single key that tags with this type in the reader (`1`, `2`, … or a letter); empty for none. */
  shortcut: z.string().max(1),
  position: z.int(),
})
export type EntityType = z.infer<typeof entityType>

export const relationType = z.strictObject({
  id,
  uid: z.string(),
  key: typeKey,
  name: z.string().min(1).max(100),
  /** Name read from the target's side, e.g. `is owned by`. */
  inverseName: z.string().max(100),
  directed: z.boolean(),
  colour: paletteColour,
  dash: z.enum(['solid', 'dashed', 'dotted']),
  position: z.int(),
})
export type RelationType = z.infer<typeof relationType>

/** A relation type may join a source of one type to a target of another; no rule at all means anything goes. */
export const relationRule = z.strictObject({
  id,
  uid: z.string(),
  relationTypeId: id,
  sourceTypeId: id,
  targetTypeId: id,
})
export type RelationRule = z.infer<typeof relationRule>

export const schema = z.strictObject({
  entityTypes: z.array(entityType),
  relationTypes: z.array(relationType),
  rules: z.array(relationRule),
})
export type Schema = z.infer<typeof schema>
