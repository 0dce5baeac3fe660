/** `annotation.conf` as far as it says what there is: names, and what may stand in which role. */
export interface BratConf {
  readonly entities: readonly string[]
  readonly relations: readonly ConfRelation[]
  readonly events: readonly ConfEvent[]
  readonly attributes: readonly ConfAttribute[]
}

export interface ConfRelation {
  readonly name: string
  readonly symmetric: boolean
  /** Types that may stand first and second; null for any. */
  readonly sources: readonly string[] | null
  readonly targets: readonly string[] | null
}

export interface ConfEvent {
  readonly name: string
  /** Without `?`, `*`, `+`, `{n}`. */
  readonly roles: readonly { readonly name: string; readonly types: readonly string[] | null }[]
}

export interface ConfAttribute {
  readonly name: string
  readonly values: readonly string[]
}

/** Macros inside macros are followed this deep, and never give more types than this. */
const deepest = 8
const most = 500

type Sections = Readonly<Record<'entities' | 'relations' | 'events' | 'attributes', string[]>>

/** The lines of each section without comments, separators and indentation; `!` stays in front. */
const sectionsOf = (text: string): { sections: Sections; macros: Map<string, string> } => {
  const sections: Sections = { entities: [], relations: [], events: [], attributes: [] }
  const macros = new Map<string, string>()
  let current: string[] | null = null
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || /^-+$/.test(line)) continue
    const head = /^\[\s*(\w+)\s*\]$/.exec(line)
    if (head) {
      current = sections[head[1]!.toLowerCase() as keyof Sections] ?? null
      continue
    }
    const macro = /^<([^>\s=]+)>\s*=\s*(.*)$/s.exec(line)
    if (macro) macros.set(macro[1]!, macro[2]!)
    else current?.push(line)
  }
  return { sections, macros }
}

const headOf = (line: string): { name: string; rest: string } => {
  const [name] = line.split(/\s/, 1)
  return { name: name!, rest: line.slice(name!.length).trim() }
}

/** `Arg1:A|B, <REL-TYPE>:symmetric` as pairs. */
const pairsOf = (rest: string): { key: string; value: string }[] =>
  rest.split(',').flatMap((it) => {
    const at = it.lastIndexOf(':')
    return at === -1 ? [] : [{ key: it.slice(0, at).trim(), value: it.slice(at + 1).trim() }]
  })

/** @param text of the file, any line ends */
export const parseConf = (text: string): BratConf => {
  const { sections, macros } = sectionsOf(text)
  const entities = sections.entities.map((it) => headOf(it).name).filter((it) => !/^[!<]/.test(it))
  const eventNames = sections.events.map((it) => headOf(it).name).filter((it) => !/^[!<]/.test(it))

  const expand = (value: string, depth = 0): string[] | null => {
    const types: string[] = []
    for (const piece of value.split('|').map((it) => it.trim())) {
      const name = /^<([^>]+)>$/.exec(piece)?.[1]
      if (name === undefined) {
        if (piece !== '') types.push(piece)
        continue
      }
      const inner =
        name === 'ENTITY'
          ? entities
          : name === 'EVENT'
            ? eventNames
            : macros.has(name) && depth < deepest
              ? expand(macros.get(name)!, depth + 1)
              : null
      if (inner === null) return null
      types.push(...inner)
      if (types.length > most) return null
    }
    return types
  }

  const relations = sections.relations.flatMap((line): ConfRelation[] => {
    const { name, rest } = headOf(line)
    if (/^[!<]/.test(name) || name === 'ENTITY-NESTING') return []
    const pairs = pairsOf(rest)
    const kind = pairs.find((it) => it.key === '<REL-TYPE>')?.value ?? ''
    const [source, target] = pairs.filter((it) => !it.key.startsWith('<'))
    return [
      {
        name,
        symmetric: kind.split('-').includes('symmetric'),
        sources: source ? expand(source.value) : null,
        targets: target ? expand(target.value) : null,
      },
    ]
  })
  const events = sections.events.flatMap((line): ConfEvent[] => {
    const { name, rest } = headOf(line)
    if (/^[!<]/.test(name)) return []
    return [
      {
        name,
        roles: pairsOf(rest)
          .filter((it) => !it.key.startsWith('<'))
          .map(({ key, value }) => ({
            name: key.replace(/(?:[?*+]|\{[\d-]*\})$/, ''),
            types: expand(value),
          })),
      },
    ]
  })
  const attributes = sections.attributes.flatMap((line): ConfAttribute[] => {
    const { name, rest } = headOf(line)
    if (/^[!<]/.test(name)) return []
    const values = pairsOf(rest).find((it) => it.key === 'Value')?.value ?? ''
    return [{ name, values: values === '' ? [] : values.split('|').map((it) => it.trim()) }]
  })
  return { entities, relations, events, attributes }
}

export interface BratVisual {
  /** Name shown, by type. */
  readonly labels: ReadonlyMap<string, string>
  /** `#rrggbb`, by type: of the box of a span, of the line of an arc. */
  readonly colours: ReadonlyMap<string, string>
}

/** Names of CSS that stand in visual.conf files; those of the examples and of common ones, not all of them. */
const named: Readonly<Record<string, string>> = {
  red: '#ff0000',
  green: '#008000',
  lime: '#00ff00',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  pink: '#ffc0cb',
  brown: '#a52a2a',
  cyan: '#00ffff',
  teal: '#008080',
  navy: '#000080',
  gray: '#808080',
  grey: '#808080',
  lightgreen: '#90ee90',
  lightblue: '#add8e6',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  salmon: '#fa8072',
  gold: '#ffd700',
  violet: '#ee82ee',
  magenta: '#ff00ff',
}

const colourOf = (value: string): string | null => {
  const low = value.toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(low)) return low
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(low)
  if (short)
    return `#${short
      .slice(1)
      .map((it) => it + it)
      .join('')}`
  return Object.hasOwn(named, low) ? named[low]! : null
}

export const parseVisual = (text: string): BratVisual => {
  const labels = new Map<string, string>()
  const colours = new Map<string, string>()
  let section = ''
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const head = /^\[\s*(\w+)\s*\]$/.exec(line)
    if (head) section = head[1]!.toLowerCase()
    else if (section === 'labels') {
      const [type, name] = line.split('|').map((it) => it.trim())
      if (type && name) labels.set(type, name)
    } else if (section === 'drawing') {
      const { name, rest } = headOf(line)
      const pairs = new Map(
        rest.split(',').map((it) => {
          const at = it.indexOf(':')
          return [it.slice(0, at).trim(), it.slice(at + 1).trim()] as const
        }),
      )
      const colour = colourOf(pairs.get('bgColor') ?? pairs.get('color') ?? '')
      if (colour) colours.set(name, colour)
    }
  }
  return { labels, colours }
}
