import type { RelationRule } from '@shared/model/schema.ts'

export type Ends = Pick<RelationRule, 'sourceTypeId' | 'targetTypeId'>

const same = (a: Ends, b: Ends): boolean =>
  a.sourceTypeId === b.sourceTypeId && a.targetTypeId === b.targetTypeId
const turned = ({ sourceTypeId, targetTypeId }: Ends): Ends => ({
  sourceTypeId: targetTypeId,
  targetTypeId: sourceTypeId,
})

/** Whether a rule names these ends; without a direction either way round. */
export const allows = (rules: readonly Ends[], ends: Ends, directed: boolean): boolean =>
  rules.some((it) => same(it, ends) || (!directed && same(it, turned(ends))))

/** The rules with these ends allowed or not any more. */
export const setAllowed = (rules: readonly Ends[], ends: Ends, directed: boolean, on: boolean): Ends[] => {
  const rest = rules.filter((it) => !same(it, ends) && (directed || !same(it, turned(ends))))
  return (on ? [...rest, ends] : rest).map(({ sourceTypeId, targetTypeId }) => ({
    sourceTypeId,
    targetTypeId,
  }))
}

/** Allows all ends from a source, or none when all are allowed already. */
export const toggleRow = (
  rules: readonly Ends[],
  sourceTypeId: number,
  targetTypeIds: readonly number[],
  directed: boolean,
): Ends[] => {
  const row = targetTypeIds.map((targetTypeId) => ({ sourceTypeId, targetTypeId }))
  const on = !row.every((it) => allows(rules, it, directed))
  return row.reduce<Ends[]>((all, it) => setAllowed(all, it, directed, on), [...rules])
}
