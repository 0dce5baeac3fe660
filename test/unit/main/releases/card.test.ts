import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeCard } from '../../../../main/features/releases/card/index.ts'
import type { SplitReport } from '../../../../shared/model/recipe.ts'
import { recipeOf } from '../../../support/releases.ts'
import { type Stated, statedSource, textSink } from '../../../support/statedSource.ts'

type Input = Parameters<typeof writeCard>[0]

const undivided: SplitReport = { splits: [], leaks: [], leakCount: 0 }
const counts = { articles: 2, mentions: 1, entities: 1, relations: 1, evidence: 1 }

const stated: Stated = {
  name: 'Retail',
  types: { company: { name: 'Company' }, money: { name: 'Amount', value: 'money' } },
  relationTypes: ['owns', 'leads'],
  rules: [
    'owns: company > company',
    'owns: company > product',
    'owns: person > company',
    'owns: person > product',
  ],
  entities: { Google: {} },
  articles: [
    {
      text: 'Google',
      language: 'zh-Hans',
      date: '2018',
      publisher: 'A | B',
      mentions: [{ quote: 'Google', entity: 'Google' }],
    },
    { text: 'Nein', language: 'no', date: '', publisher: '' },
  ],
  relations: [
    { type: 'owns', source: 'Google', target: 'Google', evidence: [{ article: 0, source: 0, target: 0 }] },
  ],
}

const base = { formatId: 'ligature-jsonl', name: 'Ligature JSONL', losses: [], folder: 'data/ligature.jsonl' }

const cardOf = (
  part: Partial<Input> = {},
): { head: Record<string, unknown>; text: string; whole: string } => {
  const sink = textSink()
  const source = part.source ?? statedSource(stated)
  const input = { recipe: recipeOf(), name: 'My release', source, counts, split: undivided, formats: [base] }
  writeCard({ ...input, redacted: false, ...part }, sink)
  const whole = sink.files['README.md']!
  const [, head, text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole)!
  // The hub reads YAML 1.1.
  return { head: parse(head!, { version: '1.1' }), text: text!, whole }
}

describe('the head', () => {
  it('says what the hub asks for, in its own words', () => {
    expect(cardOf().head).toEqual({
      pretty_name: 'My release',
      language: ['no', 'zh'],
      multilinguality: ['multilingual'],
      size_categories: ['n<1K'],
      task_categories: ['token-classification'],
      task_ids: ['named-entity-recognition'],
      annotations_creators: ['expert-generated'],
      language_creators: ['found'],
      source_datasets: ['original'],
      tags: ['news', 'named-entity-recognition', 'entity-linking', 'relation-extraction'],
      license: 'unknown',
      viewer: false,
    })
  })

  it.each([
    ['CC BY 4.0', { license: 'cc-by-4.0' }],
    ['Creative Commons Attribution 4.0', { license: 'cc-by-4.0' }],
    ['MIT', { license: 'mit' }],
    ['CC0', { license: 'cc0-1.0' }],
    ['For research only', { license: 'other', license_name: 'for-research-only' }],
    [
      'House rules, see https://example.org/rules',
      { license: 'other', license_name: 'house-rules-see', license_link: 'https://example.org/rules' },
    ],
  ])('names the licence %s', (licence, expected) => {
    const { license, license_name, license_link } = cardOf({ recipe: recipeOf({ card: { licence } }) }).head
    expect({ license, license_name, license_link }).toEqual({
      license_name: undefined,
      license_link: undefined,
      ...expected,
    })
  })

  it('tells the hub where the rows are, of the splits that have articles', () => {
    const recipe = recipeOf({ formats: ['huggingface'] })
    const formats = [
      base,
      { formatId: 'huggingface', name: 'Hugging Face', losses: [], folder: 'data/huggingface' },
    ]
    const split: SplitReport = {
      ...undivided,
      splits: [
        { name: 'train', articles: 1, mentions: 1, relations: 1 },
        { name: 'validation', articles: 0, mentions: 0, relations: 0 },
        { name: 'test', articles: 1, mentions: 0, relations: 0 },
      ],
    }
    const { configs, viewer } = cardOf({ recipe, formats, split }).head
    expect(viewer).toBeUndefined()
    expect(configs).toEqual([
      {
        config_name: 'default',
        data_files: [
          { split: 'train', path: 'data/huggingface/data/train*' },
          { split: 'test', path: 'data/huggingface/data/test*' },
        ],
        default: true,
      },
      {
        config_name: 'entities',
        data_files: [{ split: 'train', path: 'data/huggingface/entities/entities*' }],
      },
      {
        config_name: 'relations',
        data_files: [{ split: 'train', path: 'data/huggingface/relations/relations*' }],
      },
    ])
    recipe.formats[0]!.options.layout = 'tokens'
    expect(cardOf({ recipe, formats }).head.configs).toHaveLength(1)
  })

  it('keeps what an imported card said, but for what is made anew', () => {
    const frontMatter = {
      license: 'cc-by-3.0',
      tags: ['finance'],
      citation: 'x',
      pretty_name: 'old',
      configs: [],
    }
    const source = {
      ...statedSource(stated),
      setParts: (format: string) =>
        format === 'huggingface' ? [{ name: 'card', data: { frontMatter } }] : [],
    }
    expect(cardOf({ source }).head).toMatchObject({
      license: 'cc-by-3.0',
      tags: ['finance'],
      citation: 'x',
      pretty_name: 'My release',
    })
    const recipe = recipeOf({ card: { licence: 'MIT' } })
    expect(cardOf({ source, recipe }).head.license).toBe('mit')
  })

  it('takes titles of any kind', () => {
    for (const title of ['no', '2018-06-18', '# x: [y]', '"\'', '---\nname: x', '京东 🛒', '*a &b !c'])
      expect(cardOf({ recipe: recipeOf({ card: { title } }) }).head.pretty_name).toBe(
        title.replace(/\s+/g, ' '),
      )
  })
})

describe('the text', () => {
  it('tells counts, types, languages, sources, files and units', () => {
    const { text } = cardOf()
    expect(text).toContain('# My release')
    expect(text).toContain('2 articles, 1 mention, 1 entity, 1 relation, proved by 1 passage.')
    expect(text).toContain('| `company` | Company | COMPANY | an entity | 1 |')
    expect(text).toContain('| `money` | Amount | MONEY | a value: amount of money | 0 |')
    expect(text).toContain('`company`, `person` → `company`, `product`')
    expect(text).toContain('| `leads` | leads |  | yes | any | 0 |')
    expect(text).toContain('| zh-Hans | 1 |')
    expect(text).toContain('| A \\| B | 1 |')
    expect(text).toContain('| *not stated* | 1 |')
    expect(text).toContain('The articles date from 2018 to 2018. 1 article has no date.')
    expect(text).toContain('| `data/ligature.jsonl` | Ligature JSONL | UTF-16 code units |')
    expect(text).toContain('The dataset is not divided.')
    expect(text).toContain('No licence is stated.')
  })

  it('tells the unit each format was asked to count in, also of one that is there twice', () => {
    const recipe = recipeOf({ formats: ['conll', 'conll', 'graphml'] })
    recipe.formats[0]!.options.offsetUnit = 'byte'
    const formats = ['conll', 'conll', 'graphml'].map((formatId, index) => ({
      ...{ formatId, name: formatId, losses: [], folder: `data/${formatId}-${index}` },
    }))
    const { text } = cardOf({ recipe, formats })
    expect(text).toContain('| `data/conll-0` | conll | UTF-8 bytes |')
    expect(text).toContain('| `data/conll-1` | conll | UTF-16 code units |')
    expect(text).toContain('| `data/graphml-2` | graphml | no offsets |')
  })

  it('tells how it was divided, cleaned and told apart', () => {
    const recipe = recipeOf({
      split: {
        by: 'date',
        seed: 'a|b',
        keepDuplicatesTogether: true,
        shares: { train: 80, validation: 0, test: 20 },
      },
      cleaning: { invisible: true },
      identity: 'address',
    })
    const split: SplitReport = {
      splits: [{ name: 'train', articles: 2, mentions: 1, relations: 1 }],
      leaks: [],
      leakCount: 2,
    }
    const { text } = cardOf({ recipe, split })
    expect(text).toContain(
      'by their dates, the newest to the test; ties by the seed a\\|b. Wanted: 80 % train',
    )
    expect(text).toContain('Kept together: nearly equal texts.')
    expect(text).toContain('| train | 2 | 1 | 1 |')
    expect(text).toContain('2 groups of near-duplicates')
    expect(text).toContain('Cleaned: characters nobody sees were taken out')
    expect(text).toContain('Articles of the same address count as one document')
  })

  it('tells losses in words, with an example; of a release without texts with none', () => {
    const formats = [
      {
        ...base,
        losses: [
          { what: 'exports.loss.originals', count: 3, example: 'a|b <i>' },
          { what: 'exports.loss.of_tomorrow', count: 1, example: '' },
        ],
      },
    ]
    const { text } = cardOf({ formats })
    expect(text).toContain('| Original files | 3 | a\\|b &lt;i\\> |')
    expect(text).toContain('| exports.loss.of\\_tomorrow | 1 |  |')
    const redacted = cardOf({
      formats,
      redacted: true,
      recipe: recipeOf({ redaction: { on: true, quoteLength: 40 } }),
    })
    expect(redacted.text).toContain('| Original files | 3 |')
    expect(redacted.text).not.toContain('a\\|b')
    expect(redacted.text).toContain('quotes of at most 40 UTF-16 code units')
  })

  it('knows the unit of the file that stands in for texts', () => {
    const formats = [
      { formatId: 'standoff', name: 'Standoff JSONL', losses: [], folder: 'data/standoff.jsonl' },
    ]
    expect(cardOf({ formats, redacted: true }).text).toContain(
      '| `data/standoff.jsonl` | Standoff JSONL | UTF-16 code units |',
    )
  })

  it('takes what people wrote as Markdown below its own headings, without HTML', () => {
    const recipe = recipeOf({
      card: {
        ...{
          title: 'T',
          authors: 'Ada <ada@example.org>',
          licence: 'MIT',
          description: '# Big\r\n\r\n*yes*',
        },
        ...{ guidelines: '## Rule\n- one\n<script>alert(1)</script>', limits: '5 < 6 & ok' },
      },
    })
    const { text } = cardOf({ recipe })
    expect(text).toContain('### Big\n\n*yes*')
    expect(text).toContain('## Annotation guidelines\n\n#### Rule\n- one\n&lt;script>')
    expect(text).toContain('## Known limits\n\n5 < 6 & ok')
    const fenced = cardOf({
      recipe: recipeOf({ card: { limits: '```\n# <b>\n``\n```\n# After\n~~~~\n<i>' } }),
    })
    expect(fenced.text).toContain('```\n# <b>\n``\n```\n### After\n~~~~\n<i>\n~~~~\n\n## Licence')
    expect(text).toContain('- **Authors:** Ada &lt;ada@example.org\\>')
    expect(text).toContain('## Licence\n\nMIT')
  })

  it('lets no name act', () => {
    const evil = '](http://x.example)<img src=x onerror=1>\n\n# head\n| a | b |\u0000\u202e`'
    const source = statedSource({
      ...stated,
      types: { company: { name: evil } },
      articles: [{ text: 'Google', publisher: evil, language: evil }],
    })
    const { text, head } = cardOf({ source, name: evil })
    expect(text).not.toContain('<img')
    expect(text).not.toMatch(/^# head/m)
    expect(text).not.toMatch(/[\u0000\u202e]/)
    expect(text).not.toContain('http://x')
    expect(head.language).toBeUndefined()
    for (const row of text.split('\n').filter((it) => it.startsWith('| \\]')))
      expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(4)
  })

  it('shows every name as it is, once it is rendered', () => {
    const signs = fc.constantFrom(
      ...'ab1 .:/\\`*_{}[]()<>#+-=!|~$&;@"\'\u3000京é🛒'.split(''),
      '&lt;',
      'http://x.y',
      'www.x.y',
    )
    const name = fc.array(signs, { maxLength: 14 }).map((it) => it.join('').toWellFormed())
    const shown = (text: string): string => text.replace(/\s+/gu, ' ').trim()
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30, selector: shown }), (names) => {
        const articles = names.map((publisher) => ({ text: 'x', publisher, title: publisher }))
        const { text } = cardOf({ source: statedSource({ ...stated, relations: [], articles }) })
        const { document } = parseHTML(`<body>${marked.parse(text, { gfm: true, async: false })}</body>`)
        const table = [...document.querySelectorAll('table')].find((it) =>
          it.textContent.includes('Publisher'),
        )!
        const cells = [...table.querySelectorAll('tbody tr')].map((it) => it.querySelector('td')!)
        expect(cells.map((it) => it.textContent).toSorted()).toEqual(
          names.map((it) => shown(it) || 'not stated').toSorted(),
        )
        expect(table.querySelectorAll('a, img, code, del, strong, script')).toHaveLength(0)
      }),
      { seed: 7, numRuns: 150 },
    )
  })

  it('is the same each time', () => {
    expect(cardOf().whole).toBe(cardOf().whole)
  })
})
