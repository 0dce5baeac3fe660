import type { ExportSource } from '../../format.ts'
import { frontMatter, importedCard } from '../../support/datasetCard.ts'
import type { ParquetColumns } from '../../support/parquet.ts'
import { type ClassLabels, cardFeatures } from './features.ts'

export interface Split {
  readonly name: string
  /** A path or pattern below the folder. */
  readonly path: string
  readonly rows: number
  readonly bytes: number
}

export interface Config {
  readonly name: string
  readonly columns: ParquetColumns
  readonly labels: ClassLabels
  readonly splits: readonly Split[]
}

export interface CardCounts {
  readonly articles: number
  readonly spans: number
  readonly relations: number
  readonly entities: number
}

const paragraphs: Readonly<Record<string, (counts: CardCounts) => string[]>> = {
  spans: (counts) => [
    `${counts.articles} articles with ${counts.spans} spans and ${counts.relations} relations between spans; ${counts.entities} entities.`,
    'One row per article. `start` and `end` count **Unicode code points** of `text`, from 0, the end exclusive: in Python, `text[start:end]`. A span in several pieces lists them in `fragments`. `head` and `tail` of a relation are indexes into `spans` of the same row; `passage_start` and `passage_end` cut out the passage that proves it. Empty strings mean "not stated"; `value` and `foreign` are JSON text.',
    'The configurations `entities` (what the spans mean, by `entity_id`) and `relations` (between entities, also those without a passage) are tables of their own.',
  ],
  tokens: (counts) => [
    `${counts.articles} articles with ${counts.spans} tagged spans.`,
    'One row per sentence. `ner_tags` are class labels in the BIO scheme, one per token. `whitespace` is what follows each token: the text of an article is the tokens and what follows them, over its sentences in order. Offsets are token indexes.',
  ],
}

/** README.md: the dataset card. */
export const card = (
  source: ExportSource,
  layout: string,
  license: string,
  configs: readonly Config[],
  languages: ReadonlySet<string>,
  counts: CardCounts,
): string => {
  const filled = configs.filter((it) => it.splits.length > 0)
  const info = filled.map(({ name, columns, labels, splits }) => ({
    config_name: name,
    features: cardFeatures(columns, labels),
    splits: splits.map((it) => ({ name: it.name, num_bytes: it.bytes, num_examples: it.rows })),
  }))
  const head = {
    ...(languages.size > 0 ? { language: [...languages].sort() } : {}),
    ...(license === 'none' ? {} : { license }),
    task_categories: ['token-classification'],
    ...importedCard(source),
    pretty_name: source.project.name,
    configs: filled.map(({ name, splits }) => ({
      config_name: name,
      data_files: splits.map((it) => ({ split: it.name, path: it.path })),
      ...(name === 'default' ? { default: true } : {}),
    })),
    dataset_info: info,
  }
  const name = source.project.name.replace(/\s+/g, ' ')
  const splits = configs[0]!.splits.map((it) => `- \`${it.name}\`: ${it.rows} rows`)
  const text = [`# ${name}`, ...paragraphs[layout]!(counts), splits.join('\n')]
  return `${frontMatter(head)}\n${text.join('\n\n')}\n`
}
