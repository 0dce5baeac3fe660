import { certainty } from '../../../../../shared/model/provenance.ts'
import { isObject } from '../../files/json.ts'
import { looseRelation } from '../../files/recordNotices.ts'
import type { SetFile } from '../../files/setFile.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadDocument, ReadMention, ReadRelation } from '../records.ts'
import type { Annotation, Target } from './annotation.ts'
import { idOf } from './bodies.ts'
import { relationFactsOf, type TextFacts } from './nodes.ts'
import { createPlaces } from './place.ts'
import { iriOf, textOf } from './selectors.ts'

/** An annotation and the file it stands in. */
export interface Found {
  readonly annotation: Annotation
  readonly file: SetFile
}

/** Everything about one text. */
export interface Group {
  readonly source: string
  readonly file: SetFile
  readonly mentions: Annotation[]
  readonly relations: ReadyRelation[]
}

interface ReadyRelation {
  readonly annotation: Annotation
  readonly source: string
  readonly target: string
  /** What another annotation says of this one. */
  readonly label: string
}

export type Tell = (file: SetFile, place: string, notice: Notice) => void

const isRelation = ({ motivations, points, said, node }: Annotation): boolean =>
  isObject(node['lig:relation']) ||
  said.links.length > 0 ||
  (motivations.includes('linking') && points.length > 0)

/** The two annotations a relation joins: by the roles it states, else its targets, else from target to body. */
const endsOf = ({ said, points }: Annotation): [string, string] | null => {
  const role = (name: string): string | undefined => said.links.find((it) => it.role === name)?.id
  const ends = [role('source'), role('target')]
  if (ends[0] !== undefined && ends[1] !== undefined) return [ends[0], ends[1]]
  const all = [...points, ...said.links.map((it) => it.id)]
  return all.length === 2 ? [all[0]!, all[1]!] : null
}

/** Annotations by the text they are about, in order; relations go with the mentions they join. */
export const groupsOf = (all: readonly Found[], tell: Tell): Group[] => {
  const groups = new Map<string, Group>()
  const groupOf = (source: string, file: SetFile): Group => {
    // Without an address the file is all there is to tell texts apart.
    const key = source === '' ? ` ${file.path}` : source
    const group = groups.get(key) ?? { source, file, mentions: [], relations: [] }
    groups.set(key, group)
    return group
  }
  const home = new Map<string, Group>()
  const labels = new Map<string, string>()
  const relations: Found[] = []
  for (const found of all) {
    const { annotation, file } = found
    if (isRelation(annotation)) relations.push(found)
    else if (annotation.targets.length === 0) {
      for (const it of annotation.points)
        if (annotation.said.label !== '') labels.set(it, annotation.said.label)
    } else {
      const group = groupOf(annotation.targets[0]!.source, file)
      group.mentions.push(annotation)
      if (annotation.id !== '') home.set(annotation.id, group)
    }
  }
  for (const { annotation, file } of relations) {
    const ends = endsOf(annotation)
    const group = ends && home.get(ends[0])
    if (!ends || !group || home.get(ends[1]) !== group)
      tell(file, annotation.id, looseRelation(annotation.id))
    else {
      const label = annotation.said.label || labels.get(annotation.id) || 'linking'
      group.relations.push({ annotation, source: ends[0], target: ends[1], label })
    }
  }
  return [...groups.values()]
}

const noPlace = (id: string): Notice => ({
  code: 'import.w3c_selector',
  message: `The annotation ${id} has no position or unambiguous quote in the text and was left out.`,
  params: { id },
})

const isSelected = (it: Target): boolean => it.selected !== null

const mentionOf = (annotation: Annotation, id: string, fragments: ReadMention['fragments']): ReadMention => {
  const { said, motivations, annotator, foreign, node } = annotation
  const sure = certainty.safeParse(textOf(node['lig:certainty'])).data
  return {
    id,
    label: said.label || motivations[0] || 'annotation',
    fragments,
    ...(said.entity === undefined ? {} : { entity: said.entity }),
    ...(said.entityName === undefined ? {} : { entityName: said.entityName }),
    ...(said.outsideIds ? { outsideIds: said.outsideIds } : {}),
    ...(said.value ? { value: said.value } : {}),
    ...(sure ? { certainty: sure } : {}),
    ...(said.note === '' ? {} : { note: said.note }),
    ...(annotator === '' ? {} : { annotator }),
    ...(foreign ? { foreign } : {}),
  }
}

/** The document of a group, once its text is known. */
export const documentOf = (group: Group, facts: TextFacts, tell: Tell): ReadDocument => {
  const { source, file } = group
  const everything = [...group.mentions, ...group.relations.map((it) => it.annotation)]
  const placeOf = createPlaces(
    facts.text,
    everything.flatMap(({ targets }) => targets.flatMap((it) => it.selected ?? [])),
  )
  const mentions = group.mentions.flatMap((annotation, index) => {
    const id = annotation.id || `annotation ${index + 1}`
    const fragments = annotation.targets.map((it) => it.selected && placeOf(it.selected))
    const found = fragments.flatMap((it) => it ?? [])
    if (found.length < fragments.length || found.length === 0) {
      tell(file, id, noPlace(id))
      return []
    }
    found.sort((a, b) => a.start - b.start)
    return [mentionOf(annotation, id, found)]
  })
  const there = new Set(mentions.map((it) => it.id))
  const relations = group.relations.flatMap(({ annotation, label, ...ends }, index): ReadRelation[] => {
    const id = annotation.id || `relation ${index + 1}`
    if (!there.has(ends.source) || !there.has(ends.target)) {
      tell(file, id, looseRelation(id))
      return []
    }
    const own = annotation.node['lig:relation']
    const selected = annotation.targets.find(isSelected)?.selected
    const passage = selected ? placeOf(selected) : null
    return [
      {
        id,
        label,
        ...ends,
        ...(passage ? { passage } : {}),
        ...(isObject(own) ? { relation: idOf(iriOf(own)), ...relationFactsOf(own) } : {}),
        ...(annotation.said.note === '' ? {} : { evidenceNote: annotation.said.note }),
        ...(annotation.annotator === '' ? {} : { annotator: annotation.annotator }),
        ...(annotation.foreign ? { foreign: annotation.foreign } : {}),
      },
    ]
  })
  const isAddress = /^https?:/.test(source)
  return {
    kind: 'document',
    id: source === '' ? file.path : idOf(source),
    place: source === '' ? file.path : source,
    file: file.path,
    ...(isAddress ? { sourceUrl: source } : {}),
    ...facts,
    mentions,
    relations,
  }
}
