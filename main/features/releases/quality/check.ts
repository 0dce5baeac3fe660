import type { FindingCode } from '../../../../shared/messages/releaseFindings.ts'
import type {
  ArticleRow,
  EntityRow,
  EvidenceRow,
  ExportSource,
  MentionRow,
  RelationRow,
} from '../../exports/index.ts'

/** An article as the checks see it; one in memory at a time. */
export interface ArticleView {
  readonly article: ArticleRow
  /** Its title, or its uid where it has none. */
  readonly name: string
  readonly text: string
  readonly mentions: readonly MentionRow[]
  readonly evidence: readonly EvidenceRow[]
}

/**
 * Looks for something inconsistent. What is there is told to it in this order: every entity, every article, every
 * relation; `end` is for what shows only when all was seen.
 */
export interface Check {
  entity?(entity: EntityRow, mentions: number): void
  article?(view: ArticleView): void
  /** `evidence`: passages within the scope that prove it. */
  relation?(relation: RelationRow, evidence: number): void
  end?(): void
}

/** Notes `count` cases (1 unless told) of a finding with an example that names article, wording or entity. */
export type Tell = (code: FindingCode, example: string, count?: number) => void

export type CheckMaker = (source: ExportSource, tell: Tell) => Check

/** The wording of a mention: one line, its pieces joined by dots, the same for equal signs however they are encoded. */
export const surfaceOf = ({ fragments }: MentionRow): string =>
  fragments
    .map((it) => it.quote)
    .join(' … ')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')

/** What a list of examples shows of a wording; characters. */
const quoteLength = 60

export const quoted = (wording: string): string =>
  `“${wording.length > quoteLength ? `${wording.slice(0, quoteLength).toWellFormed()}…` : wording}”`
