import type { FeatureDeclaration, FeatureValue, TypeSystem } from '../../../../../shared/formats/cas.ts'
import type { RawStructure } from './raw.ts'
import { featuresOf } from './typeSystem.ts'

/** Names that features which refer to other structures customarily have. */
const referring =
  /^(governor|dependent|source|target|from|to|head|tail|child|children|first|next|previous|parent|arg\d?|args|arg[A-Z]\w*|arguments?|participants?|links?|parts|subject|object|members|mentions?|antecedent|anaphor|elements|pos|morph|lemma|stem)$/i

const plainNames = new Set(['begin', 'end', 'order'])

const idWords = (text: string): string[] => text.split(/\s+/).filter((it) => it !== '')

const special = /^-?(Infinity|NaN)$/

const byDeclaration = ({ range }: FeatureDeclaration, text: string): FeatureValue => {
  switch (range) {
    case 'uima.cas.String':
      return text
    case 'uima.cas.Boolean':
      return text === 'true' || text === '1'
    case 'uima.cas.Integer':
    case 'uima.cas.Short':
    case 'uima.cas.Byte':
      return Number.isSafeInteger(Number(text)) ? Number(text) : text
    case 'uima.cas.Long':
      return Number.isSafeInteger(Number(text)) ? Number(text) : text
    case 'uima.cas.Float':
    case 'uima.cas.Double':
      return special.test(text) || Number.isNaN(Number(text)) ? { float: text } : Number(text)
    case 'uima.cas.IntegerArray':
    case 'uima.cas.ShortArray':
    case 'uima.cas.IntegerList':
      return { items: idWords(text).map(Number), of: range }
    case 'uima.cas.BooleanArray':
      return { items: idWords(text).map((it) => it === 'true'), of: range }
    case 'uima.cas.LongArray':
    case 'uima.cas.FloatArray':
    case 'uima.cas.DoubleArray':
    case 'uima.cas.FloatList':
      return { items: idWords(text), of: range }
    case 'uima.cas.ByteArray':
      return { bytes: Buffer.from(text.replace(/\s+/g, ''), 'hex').toString('base64') }
    default: {
      const refs = idWords(text).filter((it) => it !== '0')
      const list = range === 'uima.cas.FSArray' || range === 'uima.cas.FSList' || range.endsWith('[]')
      return list ? { refs, list: true } : { refs }
    }
  }
}

/** Arrays that others may share are structures of their own: their attribute is one id, not their content. */
const isShared = (it: FeatureDeclaration): boolean =>
  it.multiple === true && /(Array|List|\[\])$/.test(it.range)

/** A subtype of String (a set of allowed values) is a text too. */
const isStringRange = (types: TypeSystem, range: string): boolean => {
  const seen = new Set<string>()
  for (let at = range; !seen.has(at); at = types.get(at)?.superType ?? '') {
    if (at === 'uima.cas.String') return true
    seen.add(at)
  }
  return false
}

/** What a feature's text means, by the type system, else by how all features of this type and name look. */
export const createTyping = (
  types: TypeSystem,
  raw: readonly RawStructure[],
): ((type: string, feature: string, text: string) => FeatureValue) => {
  const declared = new Map<string, Map<string, FeatureDeclaration>>()
  const ids = new Set(raw.map((it) => it.id))
  /** Ids of structures that are links: they have a target and stand nowhere. */
  const links = new Set(
    raw
      .filter((it) => it.attributes.target !== undefined && it.attributes.begin === undefined)
      .map((it) => it.id),
  )
  const shapes = new Map<string, 'text' | 'one' | 'list'>()
  for (const { type, attributes } of raw) {
    for (const [name, text] of Object.entries(attributes)) {
      const key = `${type} ${name}`
      const words = idWords(text)
      const isRef =
        !plainNames.has(name) &&
        words.length > 0 &&
        words.every((it) => ids.has(it) || it === '0') &&
        (referring.test(name) || words.every((it) => links.has(it)))
      const shape = !isRef ? 'text' : words.length > 1 || words.every((it) => links.has(it)) ? 'list' : 'one'
      const before = shapes.get(key)
      shapes.set(key, before === 'text' || shape === 'text' ? 'text' : before === 'list' ? 'list' : shape)
    }
  }
  return (type, feature, text) => {
    let features = declared.get(type)
    if (!features) {
      features = featuresOf(types, type)
      declared.set(type, features)
    }
    const declaration = features.get(feature)
    if (declaration && isShared(declaration)) return { refs: idWords(text) }
    if (declaration) return isStringRange(types, declaration.range) ? text : byDeclaration(declaration, text)
    if (plainNames.has(feature)) return /^-?\d{1,15}$/.test(text) ? Number(text) : text
    const shape = shapes.get(`${type} ${feature}`)
    if (shape === 'text' || shape === undefined) return text
    const refs = idWords(text).filter((it) => it !== '0')
    return shape === 'list' ? { refs, list: true } : { refs }
  }
}
