import type { ExportFormatInfo } from '../../../shared/contract/exports.ts'
import type { JsonValue } from '../../../shared/model/json.ts'
import type { OptionValues } from '../../../shared/model/option.ts'
import type { EntityType, RelationType } from '../../../shared/model/schema.ts'

/**
 * What a project consists of, seen by a format that cannot hold all of it. Each is counted in the project for the
 * report, before a line is written. What only shows while writing is in `RowLoss`.
 */
export type Aspect =
  /** Articles: their texts; title, language, date, publisher, address; status; original files. */
  | 'texts'
  | 'articleFacts'
  | 'articleStatus'
  | 'originals'
  /** Mentions: that and where they stand; more than one fragment (written as one span over all); values; links to entities. */
  | 'offsets'
  | 'discontinuous'
  | 'values'
  | 'links'
  /** Entities: those without a mention in scope; other names; outside ids; places in the network. */
  | 'unmentionedEntities'
  | 'aliases'
  | 'outsideIds'
  | 'positions'
  /**
   * Relations: all of them; those that no two mentions prove; status, dates, amount, share; direction; the passages
   * (the two mentions stay).
   */
  | 'relations'
  | 'unprovedRelations'
  | 'relationFacts'
  | 'passages'
  /** Everywhere. */
  | 'notes'
  | 'doubts'
  | 'provenance'
  | 'schema'

/** What shows only while writing, told row by row through `ExportSink.lose('exports.loss.<it>', …)`. */
export type RowLoss =
  /** Articles that no token stands for. */
  | 'emptyArticles'
  /** White space of the text (a format that keeps tokens). */
  | 'whitespace'
  /** Characters the format cannot hold; each became one U+FFFD or blank, so offsets hold. */
  | 'controlCharacters'
  /** Mentions left out because another one covers them. */
  | 'overlap'
  /** Mentions that overlap others: written, but the tool drops them where its project forbids overlaps. */
  | 'overlapping'
  /** Mentions moved to the nearest token ends. */
  | 'moved'
  /** Mentions without any token. */
  | 'noToken'
  /** Passages that prove a relation between mentions of which one was left out. */
  | 'lostEnds'
  /** Cells made safe for spreadsheets, cells too long for them. */
  | 'guarded'
  | 'longCell'
  /** Names changed because the format forbids some of their characters. */
  | 'renamed'
  /** Relations that became a general link of the format, with their type as its role. */
  | 'generalLink'
  /** Values that the format's own checks would drop. */
  | 'invalidValue'

/** Everything a format declares about itself; the export dialog, the report and the tests read nothing else. */
export interface ExportFormat extends Omit<ExportFormatInfo, 'losses'> {
  /** What of a project has no place in this format, given these options. */
  readonly loses: readonly Aspect[] | ((options: OptionValues) => readonly Aspect[])
  /** What may besides be lost of single rows, told while writing. */
  readonly mayLose?: readonly RowLoss[]
  /** Writes the splits of `source.splitOf` by itself; of other formats each split is a dataset of its own. */
  readonly ownSplits?: boolean
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
  /** A relation in scope by its uid. */
  relation(uid: string): RelationRow
  /** An entity in scope by its uid, with aliases and outside ids. */
  entity(uid: string): EntityRow
  /** What the named format once gave for this row (uid of an article, mention, entity, relation) and had no place here. */
  foreign(formatId: string, uid: string): JsonValue | null
  /** The id that the named format gave it. */
  foreignId(formatId: string, uid: string): string | null
  /** Parts of whole sets kept for the named format (`annotation.conf`), in order of their names. */
  setParts(formatId: string): readonly { readonly name: string; readonly data: JsonValue }[]
  /** The split (`train`, `test`) an article goes into, where the dataset is divided; absent = one split. */
  splitOf?(articleUid: string): string
}

export interface TextFile {
  write(text: string): void
}

export interface ByteFile {
  write(bytes: Uint8Array): void
}

export interface ExportSink {
  /**
   * Opens a file of the dataset; a format of shape `file` opens exactly one. Closed by the sink. `name` may have folders
   * (`data/train.jsonl`). A format of many small files closes each by `done` before it opens the next.
   */
  file(name: string): TextFile
  bytes(name: string): ByteFile
  /** Everything of a file is written; its handle is given back. */
  done(file: TextFile | ByteFile): void
  /**
   * Notes something the format could not hold: message key (`exports.loss.…`) and an example; for a mention that does
   * not stand in the dataset where it stands in the article, also what became of it.
   */
  lose(what: string, example: string, mention?: Misplaced): void
}

export interface Misplaced {
  /** Uid of the mention. */
  readonly uid: string
  /** Where it stands in the dataset, UTF-16; null where it was left out. */
  readonly at: { readonly start: number; readonly end: number } | null
}
