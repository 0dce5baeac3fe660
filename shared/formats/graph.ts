/* What readers and writers of graphs call what only one of them makes. */

/** Lists the names of given-back attributes that a derived one would otherwise hide. */
export const importedName = 'imported'

/** How a node's own colour is named there. */
export const vizColour = 'viz:color'

const derived = ['uid', 'shared_name', 'made_by', 'made_how', 'made_at', importedName]

/** Counted or told for the reader of the file; what Ligature itself reads back is not among them. */
export const derivedNames: Readonly<Record<'node' | 'edge', ReadonlySet<string>>> = {
  node: new Set([...derived, 'mentions']),
  edge: new Set([...derived, 'name', 'evidence', 'articles', 'article_uids', 'quotes', 'weight']),
}
