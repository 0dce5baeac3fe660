import type { SourceUnit } from '../../../../shared/model/importSet.ts'
import type { OptionField, OptionValues } from '../../../../shared/model/option.ts'
import type { JsonValue } from '../files/json.ts'
import type { SetFile } from '../files/setFile.ts'
import type { Cut, Guesses, Notice } from '../reading/types.ts'
import type { ReadRecord } from './records.ts'

export type { Notice }

/** What recognition may look at of a file: its name, its neighbours and its beginning, never the whole of it. */
export interface Probe {
  /** Base name. */
  readonly name: string
  readonly size: number
  /** The first bytes, at most `probeBytes`. */
  readonly bytes: Uint8Array
  /** The first bytes as text (UTF-8, UTF-16 by its mark, else Latin-1 in their place); '' for binary content. */
  readonly text: string
  /** Names of the files in the same folder, this one too. */
  readonly siblings: ReadonlySet<string>
  /** The first complete JSON values of the text (lines, concatenated values or members of one list); [] for none. */
  readonly json: readonly JsonValue[]
  /** Local name of the XML root element and its namespace; null where there is none. */
  readonly xmlRoot: { readonly name: string; readonly namespace: string } | null
}

/** How surely a file is of a format, and what says so. */
export interface Recognition {
  /** 0 … 1. Above 0.9: a signature nobody else writes; 0.6: the shape fits; 0.3: only the name and nothing against it. */
  readonly score: number
  /** One short English clause, shown to the analyst: `first line is #FORMAT=WebAnno TSV 3.3`. */
  readonly why: string
}

interface Declaration {
  readonly id: string
  /** The format's own name, the same in every language. */
  readonly name: string
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
  readonly mediaTypes: readonly string[]
  /** How it is read, as data; the form is made from it. */
  readonly options: readonly OptionField[]
  recognise(probe: Probe): Recognition | null
}

export interface ReadContext {
  readonly options: OptionValues
  /** Tells of something that could not be read; the rest goes on. `place` names line, record or element. */
  problem(file: SetFile, place: string, notice: Notice): void
}

/** Files of one format that came together and are read as one: the unit of offsets is decided for all of them. */
export interface FileSet {
  readonly name: string
  /** Those recognised, in natural order of their paths. */
  readonly files: readonly SetFile[]
  /** A file in the same folder (or at a relative path from it, never above the set's root); null where there is none. */
  beside(file: SetFile, path: string): SetFile | null
  /** Every file that came along below the set's root, recognised or not. */
  readonly all: readonly SetFile[]
}

/** How offsets of a format are counted. `grapheme`: user-perceived characters. */
export type { SourceUnit }

/** Annotated data or a graph: documents, mentions, entities, relations. */
export interface AnnotationFormat extends Declaration {
  readonly kind: 'annotations'
  /** The unit the format's rules name; null for formats without offsets (their readers give UTF-16). */
  readonly offsetUnit: SourceUnit | null
  /** Units found in the wild, tested against the quotes in this order after `offsetUnit`. */
  readonly otherUnits: readonly SourceUnit[]
  /** A file is a dataset of its own, not one of several documents: two files are two sets. */
  readonly oneFileIsASet?: boolean
  /** Names of the files beside this one that belong to it and are nothing of their own (brat: `x.txt` of `x.ann`). */
  companions?(probe: Probe): readonly string[]
  /** The records of the set, one document in memory at a time. A damaged record is a problem, not the end. */
  read(set: FileSet, context: ReadContext): Iterable<ReadRecord> | AsyncIterable<ReadRecord>
}

/** An article as a format gives it; what the format does not state is guessed afterwards. */
export interface ReadArticle {
  /** Name shown for it; absent = the file's. */
  readonly name?: string
  /** LF line ends, no NUL, well-formed. */
  readonly text: string
  readonly guesses: Guesses
  readonly warnings: readonly Notice[]
  /** Proposed for cutting by the format (page headers, footers), UTF-16 in `text`; residue is proposed afterwards. */
  readonly cuts?: readonly Cut[]
  readonly encoding?: string
  /** Bytes to keep as this article's original; absent = the file's own. */
  readonly original?: { readonly bytes: Uint8Array; readonly mediaType: string }
  /** How the text came from the bytes (pages and where their text stands), kept with the source. */
  readonly extraction?: JsonValue
}

/** Files that articles are read from: one or several of a file. */
export interface ArticleFormat extends Declaration {
  readonly kind: 'articles'
  /** Names beside this file that belong to it (`page_files/` of a saved page). Folders end with `/`. */
  companions?(probe: Probe): readonly string[]
  /** @throws Unreadable for a file nothing can be read from: one clear line. */
  read(file: SetFile, context: ReadContext): Iterable<ReadArticle> | AsyncIterable<ReadArticle>
}

/** A file of files; what it holds is recognised again. */
export interface ContainerFormat extends Declaration {
  readonly kind: 'container'
  /** @throws Unreadable for damaged, encrypted or bomb-like archives. */
  open(file: SetFile, context: ReadContext): Iterable<SetFile> | AsyncIterable<SetFile>
}

/** Facts about an article that may be in the project already. */
export interface Reference {
  readonly title: string
  /** Partial ISO date; '' when unknown. */
  readonly publishedOn: string
  readonly publisher: string
  readonly sourceUrl: string
  readonly language: string
  readonly authors: readonly string[]
  readonly doi: string
  /** Paths or names of attached files, as written. */
  readonly attachments: readonly string[]
}

/** Bibliographic data: metadata for articles already there, matched by address, DOI, attachment name or title. */
export interface ReferenceFormat extends Declaration {
  readonly kind: 'references'
  read(file: SetFile, context: ReadContext): Iterable<Reference>
}

/** Ligature's own dataset: nothing to map, since it is in the project's own words. */
export interface WholeFormat extends Declaration {
  readonly kind: 'dataset'
  /** What the file says it holds, without reading all of it. @throws Unreadable */
  count(file: SetFile): { documents: number; mentions: number; entities: number; relations: number }
}

export type ImportFormat = AnnotationFormat | ArticleFormat | ContainerFormat | ReferenceFormat | WholeFormat
