import type { FeatureDeclaration, TypeDeclaration } from '../../../../../shared/formats/cas.ts'
import { childrenNamed, elementsOf, innerText, xmlTree } from '../../files/xml.ts'

/**
 * A UIMA type system description (`typeSystemDescription/types/typeDescription`). Imports of other descriptions are not
 * followed. @throws Unreadable `import.xml`
 */
export const parseTypeSystem = (content: string, path: string): Map<string, TypeDeclaration> => {
  const result = new Map<string, TypeDeclaration>()
  const root = xmlTree(content, path)
  for (const types of childrenNamed(root, 'types')) {
    for (const type of childrenNamed(types, 'typeDescription')) {
      const said = (name: string): string => {
        const child = childrenNamed(type, name)[0]
        return child ? innerText(child).trim() : ''
      }
      const name = said('name')
      if (name === '') continue
      const features: FeatureDeclaration[] = []
      for (const feature of childrenNamed(type, 'features').flatMap((it) =>
        childrenNamed(it, 'featureDescription'),
      )) {
        const parts = Object.fromEntries(elementsOf(feature).map((it) => [it.name, innerText(it).trim()]))
        if (!parts.name) continue
        features.push({
          name: parts.name,
          range: parts.rangeTypeName || 'uima.cas.TOP',
          ...(parts.elementType && { elementType: parts.elementType }),
          ...(parts.multipleReferencesAllowed === 'true' && { multiple: true }),
        })
      }
      result.set(name, { name, superType: said('supertypeName') || 'uima.cas.TOP', features })
    }
  }
  return result
}

/** The features of a type with those it inherits, nearest first. */
export const featuresOf = (
  types: ReadonlyMap<string, TypeDeclaration>,
  type: string,
): Map<string, FeatureDeclaration> => {
  const result = new Map<string, FeatureDeclaration>()
  const seen = new Set<string>()
  let declaration = types.get(type)
  while (declaration && !seen.has(declaration.name)) {
    seen.add(declaration.name)
    for (const it of declaration.features) if (!result.has(it.name)) result.set(it.name, it)
    declaration = types.get(declaration.superType)
  }
  return result
}
