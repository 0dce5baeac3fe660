import type { Entity } from '@shared/model/entity.ts'
import type { PaletteColour, Schema } from '@shared/model/schema.ts'

type RelationOfEntity = Entity['relations'][number]

export interface RelationGroup {
  key: string
  /** What the relations say seen from the entity: `invests in`, from the other end `is financed by`. */
  phrase: string
  colour: PaletteColour
  relations: RelationOfEntity[]
}

/**
 * Relations grouped by type and direction, in the order of the schema, outgoing before incoming; within a group the
 * best proved first. An undirected type makes one group.
 */
export const groupRelations = (relations: readonly RelationOfEntity[], schema: Schema): RelationGroup[] =>
  schema.relationTypes.flatMap((type) => {
    const ofType = relations.filter((it) => it.typeId === type.id)
    const directions = type.directed
      ? [
          { key: `${type.id}>`, phrase: type.name, list: ofType.filter((it) => it.outgoing) },
          {
            key: `${type.id}<`,
            phrase: type.inverseName || `← ${type.name}`,
            list: ofType.filter((it) => !it.outgoing),
          },
        ]
      : [{ key: `${type.id}`, phrase: type.name, list: ofType }]
    return directions
      .filter((it) => it.list.length > 0)
      .map(({ key, phrase, list }) => ({
        key,
        phrase,
        colour: type.colour,
        relations: list.toSorted((a, b) => b.evidence - a.evidence),
      }))
  })
