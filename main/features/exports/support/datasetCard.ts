import { stringify } from 'yaml'
import { isObject, type JsonObject } from '../../../../shared/model/json.ts'
import type { ExportSource } from '../format.ts'

/* The head of a Hugging Face dataset card (huggingface/hub-docs, datasetcard.md). */

/**
 * The head with its fences, ready for the card's text to follow. The hub reads YAML 1.1, where `no`, `on` and dates must
 * be quoted.
 */
export const frontMatter = (head: object): string =>
  `---\n${stringify(head, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}---\n`

/** Keys of an imported card that are not made anew: licence, tags, citation. */
export const importedCard = (source: ExportSource): JsonObject => {
  const parts = source.setParts('huggingface').filter((it) => it.name === 'card')
  const card = parts.length === 1 && isObject(parts[0]!.data) ? parts[0]!.data.frontMatter : null
  if (!isObject(card)) return {}
  const { configs: _, dataset_info: __, pretty_name: ___, language: ____, ...rest } = card
  return rest
}
