/** A structure as XML has it: everything a string. */
export interface RawStructure {
  readonly id: string
  readonly type: string
  readonly sofa: string
  readonly attributes: Record<string, string>
  /** Features written as child elements: texts of a string array, or ids that `href="#…"` names. */
  readonly children: Record<string, { texts: string[]; refs: string[] }>
}
