/** What a column of a layer holds. `base` and `target` name another layer's type. */
export interface Column {
  readonly kind: 'placeholder' | 'value' | 'role' | 'target' | 'base' | 'element' | 'link'
  /** Feature; of a role or target column the slot feature; '' for placeholder and base. */
  readonly name: string
  /** Full name of a type: the link's for roles, the other end's for targets and bases; '' for the others. */
  readonly type: string
}

export interface Layer {
  readonly kind: 'SP' | 'CH' | 'RL'
  /** Full name: `webanno.custom.Owns`. */
  readonly type: string
  readonly columns: readonly Column[]
}

/** `webanno.custom.Owns` → `Owns`. */
export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)

/** `ROLE_webanno.custom.Host:links_webanno.custom.HostLink`: the feature ends before the link type's first part. */
const roleColumn = (declaration: string): Column => {
  const rest = declaration.slice(declaration.indexOf(':') + 1)
  const dot = rest.indexOf('.')
  const cut = dot === -1 ? rest.indexOf('_') : rest.lastIndexOf('_', dot)
  return cut <= 0
    ? { kind: 'role', name: rest, type: '' }
    : { kind: 'role', name: rest.slice(0, cut), type: rest.slice(cut + 1) }
}

const columnOf = (kind: Layer['kind'], name: string, before: Column | undefined): Column => {
  if (name === '') return { kind: 'placeholder', name, type: '' }
  if (kind === 'SP' && name.startsWith('ROLE_')) return roleColumn(name)
  if (kind === 'SP' && before?.kind === 'role') return { kind: 'target', name: before.name, type: name }
  if (kind === 'RL' && name.startsWith('BT_')) return { kind: 'base', name: '', type: name.slice(3) }
  if (kind === 'CH' && name === 'referenceType') return { kind: 'element', name, type: '' }
  if (kind === 'CH' && name === 'referenceRelation') return { kind: 'link', name, type: '' }
  return { kind: 'value', name, type: '' }
}

/** A `#T_SP=type|feature|…` line; null for any other. */
export const readLayer = (line: string): Layer | null => {
  const found = /^#T_(SP|CH|RL)=([^|]+)(.*)$/s.exec(line)
  if (!found) return null
  const kind = found[1] as Layer['kind']
  const names = found[3] === '' ? [''] : found[3]!.slice(1).split('|')
  const columns: Column[] = []
  for (const name of names) columns.push(columnOf(kind, name.trim(), columns.at(-1)))
  return { kind, type: found[2]!.trim(), columns }
}

const labelFeatures = /^(value|posvalue|chunkvalue|dependencytype|label|category|tag|class|type)$/i

/** The feature that says what an annotation is; null where the layer alone says it. */
export const labelFeature = ({ columns }: Layer): string | null => {
  const names = columns.filter((it) => it.kind === 'value').map((it) => it.name)
  return names.find((it) => it === 'value') ?? names.find((it) => labelFeatures.test(it)) ?? null
}

/** Layers that say something of nearly every word: no mentions unless asked for. */
export const isWordLayer = ({ type }: Layer): boolean =>
  /^de\.tudarmstadt\.ukp\.(dkpro\.core|clarin\.webanno)\.api\.(lexmorph|segmentation|syntax|anomaly|transform)\./.test(
    type,
  )
