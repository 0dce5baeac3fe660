import type {
  Roundtrip,
  RoundtripArticle,
  RoundtripMention,
  RoundtripRelation,
} from '../../../shared/model/roundtrip.ts'
import { roundtripVersion } from '../../../shared/model/roundtrip.ts'
import type { ArticleRow, ExportSource, Misplaced, TextFile } from './format.ts'
import { mentionRelations } from './support/mentionRelations.ts'

/** How the file beside a dataset is called. */
export const roundtripName = (name: string): string => `${name}.roundtrip.json`

/** What the format beside made of the rows. */
export interface Written {
  readonly formatId: string
  /** It holds relations. */
  readonly relations: boolean
  /** Mentions that do not stand in it where they stand in the article. */
  readonly misplaced: ReadonlyMap<string, Misplaced>
}

const articleOf = (
  source: ExportSource,
  it: ArticleRow,
  { relations, misplaced }: Written,
): RoundtripArticle => {
  const mentions = source.mentions(it.id)
  const isLeftOut = (uid: string): boolean => misplaced.get(uid)?.at === null
  const joins = relations ? mentionRelations(source, it.id, mentions) : []
  const written = new Map(
    joins
      .filter((joined) => !isLeftOut(joined.source.uid) && !isLeftOut(joined.target.uid))
      .map((joined) => [joined.evidence.uid, { source: joined.source.uid, target: joined.target.uid }]),
  )
  return {
    uid: it.uid,
    textHash: it.textHash,
    title: it.title,
    language: it.language,
    publishedOn: it.publishedOn,
    publisher: it.publisher,
    sourceUrl: it.sourceUrl,
    status: it.status as RoundtripArticle['status'],
    note: it.note,
    mentions: mentions.map((mention) => ({
      uid: mention.uid,
      type: mention.type,
      fragments: mention.fragments.map(({ start, end }) => ({ start, end })),
      entity: mention.entityUid,
      value: mention.value === '' ? null : (JSON.parse(mention.value) as RoundtripMention['value']),
      certainty: mention.certainty as RoundtripMention['certainty'],
      note: mention.note,
      ...(misplaced.has(mention.uid) && { written: misplaced.get(mention.uid)!.at }),
    })),
    evidence: source.evidenceIn(it.id).map((evidence) => ({
      uid: evidence.uid,
      relation: evidence.relationUid,
      source: evidence.sourceMentionUid,
      target: evidence.targetMentionUid,
      written: written.get(evidence.uid) ?? null,
      start: evidence.start,
      end: evidence.end,
      note: evidence.note,
    })),
  }
}

const writeList = <T>(file: TextFile, key: string, rows: Iterable<T>): void => {
  file.write(`"${key}":[`)
  let separator = '\n'
  for (const row of rows) {
    file.write(separator + JSON.stringify(row))
    separator = ',\n'
  }
  file.write(']')
}

/** Writes everything of the scope but texts and originals, so that a format's file can be imported again without loss. */
export const writeRoundtrip = (source: ExportSource, file: TextFile, written: Written): void => {
  const head: Pick<Roundtrip, 'format' | 'version' | 'of'> = {
    format: 'ligature-roundtrip',
    version: roundtripVersion,
    of: written.formatId,
  }
  file.write(`${JSON.stringify(head).slice(0, -1)},\n`)
  writeList(
    file,
    'entities',
    (function* () {
      for (const { uid, type, name, note, aliases, outsideIds, position } of source.entities()) {
        yield {
          ...{ uid, type, name, note, position },
          aliases: aliases.map(({ text, language }) => ({ text, language })),
          outsideIds: outsideIds.map(({ scheme, value }) => ({ scheme, value })),
        }
      }
    })(),
  )
  file.write(',\n')
  writeList(
    file,
    'relations',
    (function* () {
      for (const it of source.relations()) {
        const { uid, type, directed, validFrom, validTo, amount, currency, share, note } = it
        yield {
          ...{ uid, type, source: it.sourceUid, target: it.targetUid, directed, status: it.status },
          ...{ validFrom, validTo, amount, currency, share, certainty: it.certainty, note },
        } as RoundtripRelation
      }
    })(),
  )
  file.write(',\n')
  writeList(
    file,
    'articles',
    (function* () {
      for (const it of source.articles()) yield articleOf(source, it, written)
    })(),
  )
  file.write('}\n')
}
