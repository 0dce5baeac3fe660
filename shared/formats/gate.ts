import type { SourceUnit } from '../model/importSet.ts'
import type { JsonValue } from '../model/json.ts'
import { isObject } from '../model/json.ts'

/*
 * A GATE document without its serialisation (GATE XML, bdoc): a text with named sets of typed spans that have features.
 * A feature of a Java class other than String is `{ class, text }`: kept word for word, never evaluated.
 */

export interface GateAnnotation {
  /** Unique within its set (bdoc) or its document (GATE XML). */
  readonly id: string
  readonly type: string
  readonly start: number
  readonly end: number
  readonly features: Readonly<Record<string, JsonValue>>
}

export interface GateSet {
  /** '' for the default set. */
  readonly name: string
  readonly annotations: readonly GateAnnotation[]
}

/** GATE's own relations (RelationSet): a type and the ids of its members. */
export interface GateRelation {
  readonly id: string
  readonly type: string
  readonly set: string
  readonly members: readonly string[]
}

export interface GateDocument {
  readonly text: string
  readonly unit?: SourceUnit
  readonly features: Readonly<Record<string, JsonValue>>
  readonly sets: readonly GateSet[]
  readonly relations: readonly GateRelation[]
}

/** The text of a feature, whatever its class; undefined for lists and maps. */
export const featureText = (value: JsonValue | undefined): string | undefined => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const isPlain =
    isObject(value) && typeof value.text === 'string' && /^java\.(lang|math)\.\w+$/.test(String(value.class))
  return isPlain ? String(value.text) : undefined
}
