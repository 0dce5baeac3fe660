import type { ImportedSet, ImportSet, ImportSurvey } from '@shared/model/importSet.ts'
import type { Translate } from '../../../state/i18n.ts'

type Counts = Pick<ImportSurvey, 'documents' | 'mentions' | 'relations' | 'entities' | 'entityRelations'>

const countsOf = (counts: Counts, t: Translate): string[] =>
  (['documents', 'mentions', 'relations', 'entities', 'entityRelations'] as const)
    .filter((it) => counts[it] > 0)
    .map((it) => t(`import.set.${it}`, { count: counts[it] }))

/** What a set holds, one fact each. */
export const holdingsOf = (set: Pick<ImportSet, 'kind' | 'survey'>, t: Translate): string[] => {
  const { survey } = set
  if (set.kind === 'references')
    return [
      t('import.set.entries', { count: survey.documents }),
      t('import.set.matches', { count: survey.matches }),
    ]
  const facts = countsOf(survey, t)
  return facts.length > 0 ? facts : [t('import.set.nothing')]
}

/** What came of a set, one fact each; [] for nothing. */
export const gainsOf = (set: ImportedSet, t: Translate): string[] =>
  countsOf({ ...set, entityRelations: 0 }, t)

/** What the commit button does, in words; '' for nothing. */
export const goText = (
  { articles, sets, types }: { articles: number; sets: number; types: number },
  t: Translate,
): string => {
  const parts = [
    ...(articles > 0 ? [t('import.go.articles', { count: articles })] : []),
    ...(sets > 0 ? [t('import.go.sets', { count: sets })] : []),
  ]
  const [a, b] = parts
  if (a === undefined) return ''
  const what = b === undefined ? a : t('import.go.and', { a, b })
  if (types === 0) return t('import.go.what', { what })
  return t('import.go.create', { what, types: t('import.go.types', { count: types }) })
}
