/* Where what stands in a release. */

/** The layout below; a number of its own, so that a reader knows what to expect. */
export const releaseVersion = 1

/** Version of the program, as in package.json; it belongs to what a release was made of. */
export const toolVersion = '0.1.0'

/** The format every release has, whole and undivided, whatever else the recipe asks for. */
export const baseFormatId = 'ligature-jsonl'
export const baseFile = 'data/ligature.jsonl'

/** What stands in its place when texts may not be passed on. */
export const standoffId = 'standoff'
export const standoffFile = 'data/standoff.jsonl'

export const releaseFile = 'release.json'
export const recipeFile = 'recipe.json'
export const schemaFile = 'schema.json'
export const splitsFile = 'splits.tsv'
export const proofFile = 'quality/proof.json'
export const checksumFile = 'checksums.sha256'
