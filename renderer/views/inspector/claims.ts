import type { Mention } from '@shared/model/mention.ts'
import type { Evidence } from '@shared/model/relation.ts'
import type { Value, ValueKind } from '@shared/values/value.ts'

export interface Claim {
  quote: string
  value: Value
}

/** What one article says in the passages that prove a relation. */
export interface ClaimColumn {
  articleId: number
  title: string
  language: string
  publishedOn: string
  claims: ReadonlyMap<ValueKind, readonly Claim[]>
}

export interface ClaimRow {
  kind: ValueKind
  /** Per column the claims of that kind, perhaps none. */
  cells: readonly (readonly Claim[])[]
  /** Whether articles that say something say different things. */
  differs: boolean
}

/** The articles of some evidence, each once, in the order given. */
export const articlesOf = (evidence: readonly Evidence[]): number[] => [
  ...new Set(evidence.map((it) => it.articleId)),
]

/** The value mentions that lie wholly within the passages of an article, by kind; the same value counts once. */
export const claimsOf = (evidence: readonly Evidence[], mentions: readonly Mention[]): ClaimColumn[] =>
  articlesOf(evidence).map((articleId) => {
    const passages = evidence.filter((it) => it.articleId === articleId)
    const claims = new Map<ValueKind, Claim[]>()
    for (const { value, fragments, articleId: place } of mentions) {
      if (!value || place !== articleId) continue
      const inside = passages.some((it) =>
        fragments.every((fragment) => it.start <= fragment.start && fragment.end <= it.end),
      )
      if (!inside) continue
      const list = claims.get(value.kind) ?? []
      if (!list.some((it) => sameValue(it.value, value)))
        list.push({ quote: fragments.map((it) => it.quote).join(' … '), value })
      claims.set(value.kind, list)
    }
    const { articleTitle, language, publishedOn } = passages[0]!
    return { articleId, title: articleTitle, language, publishedOn, claims }
  })

/** The table that compares articles: only kinds that at least one of them gives. */
export const claimRows = (columns: readonly ClaimColumn[], kinds: readonly ValueKind[]): ClaimRow[] =>
  kinds.flatMap((kind) => {
    const cells = columns.map((it) => it.claims.get(kind) ?? [])
    const said = cells.filter((it) => it.length > 0)
    if (said.length === 0) return []
    return [{ kind, cells, differs: said.some((it) => !sameClaims(it, said[0]!)) }]
  })

const sameClaims = (a: readonly Claim[], b: readonly Claim[]): boolean =>
  a.length === b.length && a.every((one) => b.some((other) => sameValue(one.value, other.value)))

/** Whether two values state the same; how roughly they state it does not matter, keys may come in any order. */
export const sameValue = (a: Value, b: Value): boolean => plain(a) === plain(b)

const plain = (value: Value): string =>
  JSON.stringify(
    Object.entries(value)
      .filter(([key]) => key !== 'approximate')
      .sort(([a], [b]) => a.localeCompare(b)),
  )
