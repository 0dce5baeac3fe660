import type { JsonValue } from '../../../../../shared/model/json.ts'
import { documentFacts, type Facts } from '../../files/commentFacts.ts'
import type { Notice } from '../../reading/types.ts'
import type { ReadDocument } from '../records.ts'
import { readAnnotations } from './annotations.ts'
import { isWordLayer, type Layer } from './header.ts'
import { mentionsOf, namedEntity } from './mentions.ts'
import { relationsOf } from './relations.ts'
import type { Content } from './sentences.ts'
import { textOf } from './text.ts'

export interface Source {
  /** Id of the document within the set. */
  readonly id: string
  readonly file: string
  readonly annotator: string | undefined
}

const layerJson = ({ kind, type, columns }: Layer): JsonValue => ({
  kind,
  type,
  columns: columns.map((it) => ({ ...it })),
})

/** The layer that our writer puts relations into. */
const ownRelation = 'webanno.custom.Relation'

/**
 * Mentions and relations of a file. Layers that say something of every word (part of speech, lemma, dependency) are
 * mentions only if asked for or if there is nothing else; otherwise they stay in the document's foreign part.
 */
export const documentOf = (
  { id, file, annotator }: Source,
  { layers, sentences, comments }: Content,
  facts: Facts,
  asksForWords: boolean,
  problem: (line: number, notice: Notice) => void,
): ReadDocument => {
  const text = textOf(sentences, problem)
  const annotations = readAnnotations(sentences, layers)
  const withWords = asksForWords || layers.every(isWordLayer)
  const isLeft = (layer: Layer): boolean => !withWords && isWordLayer(layer)

  const spans = annotations.spans.filter((it) => !isLeft(it.layer))
  const links = annotations.links.filter((it) => !isLeft(it.layer))
  const mentions = mentionsOf(id, annotator, text, spans, annotations.units, facts)
  const relations = relationsOf(layers, links, annotations, mentions, facts, text, annotator, problem)

  const left = annotations.spans
    .filter((it) => isLeft(it.layer))
    .map((it) => ({ layer: it.layer.type, start: it.begin, end: it.end, features: { ...it.features } }))
  const leftLinks = annotations.links
    .filter((it) => isLeft(it.layer))
    .flatMap(({ layer, features, source, target }) => {
      const [from, to] = [annotations.units.get(source.unit), annotations.units.get(target.unit)]
      if (!from || !to) return []
      return [
        {
          layer: layer.type,
          features: { ...features },
          source: [from.begin, from.end],
          target: [to.begin, to.end],
        },
      ]
    })
  const isForeign = layers.some((it) => it.type !== namedEntity && it.type !== ownRelation)
  const foreign: Record<string, JsonValue> = {
    ...(isForeign && { layers: layers.map(layerJson) }),
    ...(left.length > 0 && { annotations: left }),
    ...(leftLinks.length > 0 && { links: leftLinks }),
    ...(comments.length > 0 && { comments: [...comments] }),
  }
  return {
    kind: 'document',
    id,
    place: file,
    file,
    text: text.text,
    ...(text.unit === 'codepoint' && { unit: text.unit }),
    ...documentFacts(facts),
    mentions: mentions.list,
    relations,
    ...(Object.keys(foreign).length > 0 && { foreign }),
  }
}
