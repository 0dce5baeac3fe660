import type { SourceUnit } from '../../../../shared/model/importSet.ts'
import type { Certainty } from '../../../../shared/model/provenance.ts'
import type { RelationStatus } from '../../../../shared/model/relation.ts'
import type { Value, ValueKind } from '../../../../shared/values/value.ts'
import type { JsonValue } from '../files/json.ts'

/*
 * What readers of annotated data produce: neutral records in the format's own words. Labels are not yet types of the
 * project, offsets are in the format's unit and refer to the text exactly as the reader gives it. One intake maps, checks
 * and stores them; no reader touches the database.
 */

/** A type the format declares (annotation.conf, a labelling configuration, a type system). */
export interface ReadType {
  readonly kind: 'type'
  readonly of: 'entity' | 'relation'
  readonly label: string
  readonly name?: string
  /** For a label that stands for values (amounts, dates …). */
  readonly valueKind?: ValueKind
  readonly directed?: boolean
  readonly inverseName?: string
  /** `#rrggbb`; the nearest colour of the palette is taken. */
  readonly colour?: string
  /** For relations: pairs of entity labels they may join. */
  readonly joins?: readonly (readonly [source: string, target: string])[]
}

/** An entity the format knows as such (graph node, normalisation, coreference chain, TEI `<org>`). */
export interface ReadEntity {
  readonly kind: 'entity'
  /** The format's own id, unique within the set. */
  readonly id: string
  readonly label: string
  readonly name: string
  readonly aliases?: readonly { readonly text: string; readonly language: string }[]
  readonly outsideIds?: readonly { readonly scheme: string; readonly value: string }[]
  readonly note?: string
  readonly position?: { readonly x: number; readonly y: number; readonly pinned?: boolean }
  /** Keys, lines or elements of the format that have no place here; given back on export to the same format. */
  readonly foreign?: JsonValue
}

export interface RelationFacts {
  readonly status?: RelationStatus
  /** Partial ISO dates. */
  readonly validFrom?: string
  readonly validTo?: string
  /** Decimal numbers as text. */
  readonly amount?: string
  readonly currency?: string
  readonly share?: string
  readonly certainty?: Certainty
  readonly note?: string
}

/** A relation between entities, without a passage that proves it (a graph's edge); imported marked as unproved. */
export interface ReadEntityRelation extends RelationFacts {
  readonly kind: 'relation'
  readonly id: string
  readonly label: string
  /** Ids of `ReadEntity` records of the set, before or after this one. */
  readonly source: string
  readonly target: string
  readonly directed?: boolean
  readonly foreign?: JsonValue
}

/** Half-open span in the set's unit; `quote` is the surface text the format itself states for it, if it does. */
export interface ReadFragment {
  readonly start: number
  readonly end: number
  readonly quote?: string
}

export interface ReadMention {
  /** The format's own id, unique within the document. */
  readonly id: string
  readonly label: string
  /** In text order. */
  readonly fragments: readonly ReadFragment[]
  /**
   * What it means, by an id that is the same for all mentions of one entity: of a `ReadEntity` record, or any other id
   * (a coreference chain, an event of its own); an id without a record becomes an entity named by its first mention.
   */
  readonly entity?: string
  /** The name for an entity without a record of its own. */
  readonly entityName?: string
  readonly outsideIds?: readonly { readonly scheme: string; readonly value: string }[]
  readonly value?: Value
  readonly certainty?: Certainty
  readonly note?: string
  /** Name of the person who made it, in the format's words. */
  readonly annotator?: string
  /** Made by a model and confirmed by nobody. */
  readonly suggestion?: boolean
  /** Looked at and refused (`answer: reject`); never imported unless asked for. */
  readonly rejected?: boolean
  readonly foreign?: JsonValue
}

/** A relation between two mentions of one document: what it says and the passage that proves it. */
export interface ReadRelation extends RelationFacts {
  readonly id: string
  readonly label: string
  /** Ids of mentions of the same document. */
  readonly source: string
  readonly target: string
  readonly directed?: boolean
  /** Relations of one id (over all documents) are one relation with several passages; absent = same type and ends. */
  readonly relation?: string
  /** The passage that proves it; absent = the sentences from one mention to the other. */
  readonly passage?: ReadFragment
  readonly evidenceNote?: string
  readonly annotator?: string
  readonly suggestion?: boolean
  readonly rejected?: boolean
  readonly foreign?: JsonValue
}

export interface ReadDocument {
  readonly kind: 'document'
  /** The format's own id, unique within the set: two documents of one id and one text are one with two annotators. */
  readonly id: string
  /** Where it stands, for messages: `line 7`, `task 12`. */
  readonly place: string
  /** Path of its file within the set. */
  readonly file: string
  /** Exactly as the format gives it (CRLF and all); the intake makes the canonical text and moves the offsets along. */
  readonly text: string
  /** Where the text is not what the format stores but what its reader joined from tokens. */
  readonly textIsBuilt?: boolean
  /** The unit of this document's offsets where the document itself states it (bdoc); else found for the whole set. */
  readonly unit?: SourceUnit
  readonly title?: string
  readonly language?: string
  /** Partial ISO date. */
  readonly publishedOn?: string
  readonly publisher?: string
  readonly sourceUrl?: string
  readonly status?: 'unread' | 'in_progress' | 'done' | 'reviewed' | 'set_aside'
  readonly note?: string
  readonly mentions: readonly ReadMention[]
  readonly relations: readonly ReadRelation[]
  readonly foreign?: JsonValue
  /** The document's original to keep, where it is worth keeping. */
  readonly original?: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
}

/** Something of the whole set that has no place here (`annotation.conf`, a type system), by a name of the format's. */
export interface ReadSetPart {
  readonly kind: 'setPart'
  readonly name: string
  readonly data: JsonValue
}

export type ReadRecord = ReadType | ReadEntity | ReadEntityRelation | ReadDocument | ReadSetPart
