import type { RecipeData, SplitReport } from '../../../../shared/model/recipe.ts'
import { type ExportSource, importedCard } from '../../exports/index.ts'
import type { Statistics } from '../quality/statistics.ts'

/** Licences the hub knows by these names (its documentation, "Licenses"); others are `other` with a name of their own. */
const licences = new Set(
  [
    'apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause',
    'bsd-3-clause bsd-3-clause-clear c-uda cc cc0-1.0 cc-by-2.0 cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0',
    'cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0',
    'cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0 cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0',
    'epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl lgpl-2.1 lgpl-3.0 isc lppl-1.3c ms-pl',
    'mpl-2.0 odc-by odbl osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib pddl unknown other',
  ].flatMap((it) => it.split(' ')),
)

/** `CC BY 4.0` → `cc-by-4.0`. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-+|-+$/g, '')

/** The licence as the hub reads it. What the recipe says goes before what an imported card said. */
const licenceOf = (licence: string): Record<string, string> => {
  const given = licence.trim()
  if (given === '') return {}
  const name = slug(
    given.replace(/^creative commons attribution(?= \d)/i, 'cc by').replace(/^cc0$/i, 'cc0-1.0'),
  )
  if (licences.has(name)) return { license: name }
  const link = /https?:\/\/[^\s<>"']+/.exec(given)?.[0]
  return {
    license: 'other',
    license_name: slug(given.replace(link ?? '', '')).slice(0, 60) || 'own-licence',
    ...(link ? { license_link: link } : {}),
  }
}

/** The hub's classes of size, by the number of examples; here articles. */
const sizes = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M', '10M<n<100M'] as const

const sizeOf = (articles: number): string =>
  sizes.find((_, index) => articles < 10 ** (index + 3)) ?? '100M<n<1B'

/** In the hub's words: what persons marked, what a model proposed to them, what came from elsewhere. */
const creatorsOf = ({ madeHow }: Statistics): string[] => [
  ...(madeHow.has('import') && madeHow.size === 1 ? [] : ['expert-generated']),
  ...(madeHow.has('suggestion') ? ['machine-generated'] : []),
  ...(madeHow.has('import') ? ['other'] : []),
]

/** ISO 639 codes of the languages, without script or region. */
const languagesOf = ({ languages }: Statistics): string[] =>
  [...new Set([...languages.keys()].map((it) => it.split('-')[0]!.toLowerCase()))]
    .filter((it) => /^[a-z]{2,3}$/.test(it))
    .sort()

export interface Placed {
  readonly formatId: string
  /** Where the format's files stand, from the release's folder on; '' for the folder itself. */
  readonly folder: string
}

/**
 * Which files are rows for `datasets.load_dataset`: those of the Hugging Face format, if it is among the formats; else the
 * hub's viewer is switched off, for it would take any JSON Lines for rows.
 */
const configsOf = (
  formats: readonly Placed[],
  options: RecipeData['formats'],
  { splits }: SplitReport,
): Record<string, unknown> => {
  const format = formats.find((it) => it.formatId === 'huggingface')
  if (!format) return { viewer: false }
  const folder = format.folder === '' ? '' : `${format.folder.replace(/\/+$/, '')}/`
  const layout = options.find((it) => it.formatId === 'huggingface')?.options.layout ?? 'spans'
  const names = splits.filter((it) => it.articles > 0).map((it) => it.name)
  const tables = layout === 'spans' ? ['entities', 'relations'] : []
  return {
    configs: [
      {
        config_name: 'default',
        data_files: (names.length > 0 ? names : ['train']).map((split) => ({
          split,
          path: `${folder}data/${split}*`,
        })),
        default: true,
      },
      ...tables.map((name) => ({
        config_name: name,
        data_files: [{ split: 'train', path: `${folder}${name}/${name}*` }],
      })),
    ],
  }
}

/** The YAML head of the card, as data. */
export const headOf = (
  recipe: RecipeData,
  title: string,
  source: ExportSource,
  statistics: Statistics,
  split: SplitReport,
  formats: readonly Placed[],
): Record<string, unknown> => {
  const { counts } = statistics
  const imported = importedCard(source)
  const languages = languagesOf(statistics)
  const licence = licenceOf(recipe.card.licence)
  return {
    pretty_name: title,
    ...(languages.length > 0 ? { language: languages } : {}),
    ...(languages.length > 0
      ? { multilinguality: languages.length > 1 ? ['multilingual'] : ['monolingual'] }
      : {}),
    size_categories: [sizeOf(counts.articles)],
    task_categories: ['token-classification'],
    task_ids: ['named-entity-recognition'],
    annotations_creators: creatorsOf(statistics),
    language_creators: ['found'],
    source_datasets: ['original'],
    tags: [
      'news',
      'named-entity-recognition',
      'entity-linking',
      ...(counts.relations > 0 ? ['relation-extraction'] : []),
    ],
    ...imported,
    ...(Object.keys(licence).length > 0
      ? { license_name: undefined, license_link: undefined, ...licence }
      : 'license' in imported
        ? {}
        : { license: 'unknown' }),
    ...configsOf(formats, recipe.formats, split),
  }
}
