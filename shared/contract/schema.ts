import { z } from 'zod'
import { id } from '../model/provenance.ts'
import { entityType, relationType, schema as schemaModel } from '../model/schema.ts'
import { command, query } from './define.ts'

const nothing = z.strictObject({})
const entityTypeFields = entityType.omit({ id: true, uid: true, position: true })
const relationTypeFields = relationType.omit({ id: true, uid: true, position: true })

export const schema = {
  get: query({
    doc: 'Entity types, relation types and the rules that say what a relation may join.',
    input: nothing,
    output: schemaModel,
    reads: ['entity_type', 'relation_type', 'relation_rule'],
  }),
  addEntityType: command({
    doc: 'Adds an entity or value type.',
    input: entityTypeFields,
    output: z.strictObject({ id }),
  }),
  updateEntityType: command({
    doc: 'Changes a type; its kind stays.',
    input: z.strictObject({
      id,
      patch: entityTypeFields
        .omit({ kind: true, valueKind: true })
        .extend({ position: z.int() })
        .partial()
        .strict(),
    }),
    output: nothing,
  }),
  removeEntityType: command({
    doc: 'Removes a type nobody uses; refuses while mentions or entities have it.',
    input: z.strictObject({ id }),
    output: nothing,
  }),
  addRelationType: command({
    doc: 'Adds a relation type.',
    input: relationTypeFields,
    output: z.strictObject({ id }),
  }),
  updateRelationType: command({
    doc: 'Changes a relation type.',
    input: z.strictObject({
      id,
      patch: relationTypeFields.extend({ position: z.int() }).partial().strict(),
    }),
    output: nothing,
  }),
  removeRelationType: command({
    doc: 'Removes a relation type nobody uses; refuses while relations have it.',
    input: z.strictObject({ id }),
    output: nothing,
  }),
  setRules: command({
    doc: 'Says which types a relation type may join; an empty list allows all.',
    input: z.strictObject({
      relationTypeId: id,
      rules: z.array(z.strictObject({ sourceTypeId: id, targetTypeId: id })).max(500),
    }),
    output: nothing,
  }),
}
