import type { ExportFormatInfo } from '../../../shared/contract/exports.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { EntityType, RelationType } from '../../../shared/model/schema.ts'

/** What a project consists of, seen by a format that cannot hold all of it. Each is counted for the report. */
export type Aspect =
  | 'offsets'
  | 'texts'
  | 'originals'
  | 'schema'
  | 'positions'
  | 'aliases'
  | 'outsideIds'
  | 'values'
  | 'notes'
  | 'doubts'
  | 'provenance'
  | 'relations'

/** Everything a format declares about itself; the export dialog, the report and the tests read nothing else. */
export interface ExportFormat extends ExportFormatInfo {
  /** What of a project has no place in this format at all; losses of single rows are told while writing. */
  readonly loses: readonly Aspect[]
  /** Writes the scope. Runs in a worker, synchronously; cancelling is an error thrown out of `source` or `sink`. */
  write(source: ExportSource, sink: ExportSink, options: OptionValues): void
}

export interface Provenance {
  /** Uid of the person. */
  readonly madeBy: string
  readonly madeHow: string
  readonly madeAt: string
}

export interface ProjectRow {
  readonly uid: string
  readonly name: string
  readonly note: string
  readonly madeAt: string
}

export interface PersonRow {
  readonly uid: string
  readonly name: string
}

export interface RuleRow {
  readonly uid: string
  /** Keys of the types. */
  readonly relationType: string
  readonly source: string
  readonly target: string
}

export interface EntityRow extends Provenance {
  readonly id: number
  readonly uid: string
  /** Key of the type. */
  readonly type: string
  readonly name: string
  readonly note: string
  readonly position: { readonly x: number; readonly y: number; readonly pinned: boolean } | null
  readonly aliases: readonly { readonly uid: string; readonly text: string; readonly language: string }[]
  readonly outsideIds: readonly { readonly uid: string; readonly scheme: string; readonly value: string }[]
}

export interface RelationRow extends Provenance {
  readonly id: number
  readonly uid: string
  readonly type: string
  readonly directed: boolean
  readonly sourceUid: string
  readonly sourceName: string
  readonly targetUid: string
  readonly targetName: string
  readonly status: string
  readonly validFrom: string
  readonly validTo: string
  /** Decimal number as text; '' when not stated. */
  readonly amount: string
  readonly currency: string
  readonly share: string
  readonly certainty: string
  readonly note: string
}

export interface ArticleRow extends Provenance {
  readonly id: number
  readonly uid: string
  readonly title: string
  readonly language: string
  readonly publishedOn: string
  readonly publisher: string
  readonly sourceUrl: string
  readonly status: string
  readonly note: string
  readonly textId: number
  /** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
  readonly textHash: string
  readonly sourceId: number | null
}

/** What an article came from; `extraction` is JSON. */
export interface SourceRow {
  readonly name: string
  readonly mediaType: string
  readonly encoding: string
  readonly extraction: string
  readonly bytes: Uint8Array
}

/** UTF-16 code units of the article's text, half-open, and what they cut out. */
export interface FragmentRow {
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface MentionRow extends Provenance {
  readonly uid: string
  readonly type: string
  readonly entityUid: string | null
  readonly entityName: string
  /** JSON; '' for none. */
  readonly value: string
  readonly certainty: string
  readonly note: string
  readonly fragments: FragmentRow[]
}

export interface EvidenceRow extends Provenance, FragmentRow {
  readonly uid: string
  readonly relationUid: string
  readonly articleId: number
  readonly articleUid: string
  readonly articleTitle: string
  readonly publisher: string
  readonly publishedOn: string
  readonly sourceUrl: string
  readonly textHash: string
  /** Null too where the mention is outside the scope. */
  readonly sourceMentionUid: string | null
  readonly targetMentionUid: string | null
  readonly note: string
}

/**
 * The project as the scope shows it: one unchanging moment, read in pages. Everything comes in order of id, so that
 * the same project gives the same bytes.
 */
export interface ExportSource {
  readonly project: ProjectRow
  readonly entityTypes: readonly Omit<EntityType, 'id'>[]
  readonly relationTypes: readonly Omit<RelationType, 'id'>[]
  readonly rules: readonly RuleRow[]
  /** Those who made something in scope, in order of uid. */
  persons(): Iterable<PersonRow>
  entities(): Iterable<EntityRow>
  /** Mentions of the entity within the scope. */
  countMentions(entityId: number): number
  relations(): Iterable<RelationRow>
  articles(): Iterable<ArticleRow>
  text(articleId: number): string
  original(article: ArticleRow): SourceRow | null
  mentions(articleId: number): MentionRow[]
  evidenceIn(articleId: number): EvidenceRow[]
  evidenceOf(relationId: number): EvidenceRow[]
}

export interface TextFile {
  write(text: string): void
}

export interface ExportSink {
  /** Opens a file of the dataset; a format of shape `file` opens exactly one. Closed by the sink. */
  file(name: string): TextFile
  /** Notes something the format could not hold: message key (`exports.loss.…`) and an example. */
  lose(what: string, example: string): void
}
