import type { Value } from '../../../shared/values/value.ts'
import { createRandom, createZipf, type Random } from './random.ts'
import { createVocabularies, entityName, type Vocabulary } from './vocabulary.ts'

/* A corpus of business news that never was: the same for the same options, one article at a time, in constant memory. */

export interface CorpusOptions {
  readonly articles: number
  /** Mentions per article on average. */
  readonly mentionsPerArticle: number
  readonly seed: number
  /** Whether a project gets the article of 1 MB with 20,000 spans too. */
  readonly withBigArticle?: boolean
}

export interface GeneratedEntity {
  readonly uid: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly { readonly uid: string; readonly text: string; readonly language: string }[]
}

/** `source` and `target` are places in the list of entities. */
export interface GeneratedRelation {
  readonly uid: string
  readonly type: string
  readonly source: number
  readonly target: number
  readonly status: '' | 'announced' | 'denied' | 'completed' | 'ended'
}

/** UTF-16 code units, half-open. */
export interface GeneratedSpan {
  readonly start: number
  readonly end: number
}

export interface GeneratedMention {
  readonly type: string
  /** Place in the list of entities; null for a value or a mention nobody has linked yet. */
  readonly entity: number | null
  readonly value: Value | null
  readonly fragments: readonly GeneratedSpan[]
}

export interface GeneratedEvidence extends GeneratedSpan {
  /** Places in the list of relations and of the article's mentions. */
  readonly relation: number
  readonly sourceMention: number
  readonly targetMention: number
}

export interface GeneratedArticle {
  readonly uid: string
  readonly title: string
  readonly language: string
  readonly publishedOn: string
  readonly publisher: string
  readonly sourceUrl: string
  readonly status: 'unread' | 'in_progress' | 'done' | 'reviewed' | 'set_aside'
  readonly madeAt: string
  readonly text: string
  readonly mentions: readonly GeneratedMention[]
  readonly evidence: readonly GeneratedEvidence[]
}

export interface Corpus {
  readonly options: CorpusOptions
  readonly entities: readonly GeneratedEntity[]
  readonly relations: readonly GeneratedRelation[]
  articles(): Iterable<GeneratedArticle>
  /** About 1 MB of text with about 20,000 spans. */
  bigArticle(): GeneratedArticle
}

export const bigArticleTitle = 'Zwanzigtausend Stellen'

/** A uid in the shape of a UUID whose end counts up. */
export const uidOf = (kind: string, number: number): string =>
  `${kind}0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const entityTypes = [
  'company',
  'company',
  'company',
  'person',
  'person',
  'product',
  'place',
  'organisation',
  'deal',
]
const relationTypes = [
  ...['invests_in', 'partners_with', 'acquires', 'competes_with', 'owns'],
  ...['sells_on', 'negotiates_with', 'leads', 'supplies', 'regulates'],
]
const statuses = ['unread', 'unread', 'in_progress', 'done', 'reviewed', 'set_aside'] as const
const relationStatuses = ['', '', 'announced', 'denied', 'completed', 'ended'] as const
const publishers = ['Handelsblatt', 'Wire', '财经日报', 'Der Markt', 'The Ledger', 'Vedomosti', 'Le Commerce']

const createEntities = (count: number, random: Random): GeneratedEntity[] =>
  Array.from({ length: count }, (_, rank) => {
    const type = random.pick(entityTypes)
    const script = random.chance(0.25) ? 'han' : 'latin'
    const name = entityName(type, script, rank, random)
    const aliases = Array.from({ length: random.below(4) }, (_, index) => ({
      uid: uidOf('a11a', rank * 4 + index),
      text:
        index === 0
          ? name.split(' ')[0]!
          : entityName(type, random.chance(0.3) ? 'han' : 'latin', rank, random),
      language: random.pick(['de', 'en', 'zh', '']),
    })).filter((it) => it.text !== name)
    return { uid: uidOf('e111', rank), type, name, aliases }
  })

/** Few entities have most of the relations: both ends are drawn by rank. */
const createRelations = (count: number, entities: number, random: Random): GeneratedRelation[] => {
  const zipf = createZipf(entities, 0.75)
  return Array.from({ length: count }, (_, index) => {
    const source = zipf(random)
    const drawn = zipf(random)
    return {
      uid: uidOf('4e1a', index),
      type: random.pick(relationTypes),
      source,
      target: drawn === source ? (drawn + 1) % entities : drawn,
      status: random.pick(relationStatuses),
    }
  })
}

const writtenValue = (language: string, random: Random): { type: string; text: string; value: Value } => {
  const amount = 1 + random.below(990)
  const chinese = language === 'zh' || language === 'ja'
  switch (random.below(4)) {
    case 0:
      return {
        type: 'money',
        text: chinese
          ? `${amount}亿美元`
          : language === 'de'
            ? `${amount} Millionen Dollar`
            : `$${amount} million`,
        value: { kind: 'money', amount: amount * (chinese ? 1e8 : 1e6), currency: 'USD' },
      }
    case 1: {
      const [year, month] = [2010 + random.below(10), 1 + random.below(12)]
      const iso = `${year}-${String(month).padStart(2, '0')}-11`
      return {
        type: 'date',
        text: chinese ? `${year}年${month}月11日` : language === 'de' ? `11.${month}.${year}` : iso,
        value: { kind: 'date', from: iso, precision: 'day' },
      }
    }
    case 2:
      return { type: 'percentage', text: `${amount} %`, value: { kind: 'percentage', value: amount } }
    default:
      return {
        type: 'quantity',
        text: chinese ? `${amount}种商品` : `${amount} employees`,
        value: { kind: 'quantity', value: amount, unit: chinese ? '种商品' : 'employees' },
      }
  }
}

interface Writing {
  readonly vocabulary: Vocabulary
  readonly sentences: number
  readonly mentions: number
  /** Relations proved in this text, one sentence each. */
  readonly proved: readonly number[]
}

export const createCorpus = (options: CorpusOptions): Corpus => {
  const { articles, mentionsPerArticle, seed } = options
  const random = createRandom(seed)
  const vocabularies = createVocabularies(seed)
  const entities = createEntities(Math.max(20, Math.round(articles / 5)), random)
  const relations = createRelations(Math.max(10, Math.round(articles * 0.6)), entities.length, random)
  const entityZipf = createZipf(entities.length, 0.85)
  const relationZipf = createZipf(relations.length, 0.6)

  const vocabularyFor = (draw: number): Vocabulary => {
    let passed = 0
    for (const { vocabulary, share } of vocabularies) {
      passed += share
      if (draw < passed) return vocabulary
    }
    return vocabularies[0]!.vocabulary
  }

  const write = (r: Random, { vocabulary, sentences, mentions: wanted, proved }: Writing) => {
    const { language, space, stop, comma } = vocabulary
    const parts: string[] = []
    let length = 0
    const mentions: GeneratedMention[] = []
    const evidence: GeneratedEvidence[] = []

    const put = (text: string): GeneratedSpan => {
      const start = length
      parts.push(text)
      length += text.length
      return { start, end: length }
    }
    const word = (): GeneratedSpan => put(vocabulary.word(r))
    const gap = (): void => {
      if (space !== '') put(space)
    }
    const mention = (it: GeneratedMention): number => mentions.push(it) - 1
    const named = (entity: number): { span: GeneratedSpan; index: number } => {
      const { type, name, aliases } = entities[entity]!
      const span = put(aliases.length > 0 && r.chance(0.4) ? r.pick(aliases).text : name)
      return { span, index: mention({ type, entity, value: null, fragments: [span] }) }
    }
    const plain = (): void => {
      if (r.chance(0.15)) {
        const { type, text, value } = writtenValue(language, r)
        mention({ type, entity: null, value, fragments: [put(text)] })
        return
      }
      const entity = entityZipf(r)
      const { type, name } = entities[entity]!
      if (r.chance(0.06)) mention({ type, entity: null, value: null, fragments: [put(name)] })
      else named(entity)
    }
    /** A mention that stands in, across or around another. */
    const entangled = (): void => {
      const first = word()
      gap()
      const { span } = named(entityZipf(r))
      gap()
      const last = word()
      const fragments = [
        [{ start: span.start, end: last.end }],
        [{ start: first.start, end: span.end }],
        [{ start: first.start, end: last.end }],
        [first, last],
      ][r.below(4)]!
      const entity = entityZipf(r)
      mention({ type: entities[entity]!.type, entity, value: null, fragments })
    }
    const proof = (relation: number): void => {
      const { source, target } = relations[relation]!
      const { start } = word()
      gap()
      const from = named(source)
      gap()
      word()
      gap()
      const to = named(target)
      gap()
      const { end } = word()
      evidence.push({ relation, start, end, sourceMention: from.index, targetMention: to.index })
      put(stop)
    }

    let open = proved.length
    for (let sentence = 0; sentence < sentences; sentence += 1) {
      if (sentence > 0 && r.chance(0.2)) put('\n\n')
      const left = sentences - sentence
      if (open > 0 && r.chance(open / left)) proof(proved[--open]!)
      const words = vocabulary.length[0] + r.below(vocabulary.length[1] - vocabulary.length[0])
      // What is still missing is spread evenly over what is still to be written.
      let due = Math.max(0, wanted - mentions.length - 2 * open) / left
      due = Math.floor(due) + (r.chance(due % 1) ? 1 : 0)
      for (let at = 0; at < words; at += 1) {
        if (at > 0) {
          if (r.chance(0.06)) put(comma)
          else gap()
        }
        if (due > 0 && r.chance(due / (words - at))) {
          due -= 1
          if (due > 0 && r.chance(0.14)) {
            entangled()
            due -= 1
          } else plain()
        } else word()
      }
      put(stop)
    }
    return { text: parts.join(''), mentions, evidence }
  }

  const article = (index: number, size: { sentences: number; mentions: number } | null): GeneratedArticle => {
    const r = createRandom(seed + 7919 * (index + 1))
    const vocabulary = size ? vocabularies[0]!.vocabulary : vocabularyFor(r.next())
    const proved = Array.from({ length: r.chance(0.8) ? 1 : 0 }, () =>
      index < relations.length ? index : relationZipf(r),
    )
    const writing = {
      vocabulary,
      proved,
      // From a note of some lines to a page; twice the sentences where they are short.
      ...(size ?? {
        sentences: 6 + r.below(26) + (r.chance(0.05) ? 60 : 0),
        mentions: Math.round(mentionsPerArticle * (0.4 + 1.2 * r.next())),
      }),
    }
    const title = Array.from({ length: 4 + r.below(5) }, () => vocabulary.word(r)).join(vocabulary.space)
    const [year, month, day] = [2010 + r.below(10), 1 + r.below(12), 1 + r.below(28)]
    const publishedOn = r.chance(0.04)
      ? ''
      : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return {
      uid: uidOf('a471', index),
      title,
      language: vocabulary.language,
      publishedOn,
      publisher: r.pick(publishers),
      sourceUrl: `https://news.example/${index}`,
      status: r.pick(statuses),
      madeAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
      ...write(r, writing),
    }
  }

  return {
    options,
    entities,
    relations,
    *articles() {
      for (let index = 0; index < articles; index += 1) yield article(index, null)
    },
    bigArticle: () => ({
      ...article(articles, { sentences: 7000, mentions: 20_000 }),
      title: bigArticleTitle,
    }),
  }
}
