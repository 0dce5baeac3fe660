import type { ImportSurvey } from '../../../shared/model/importSet.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import { notFound } from '../../core/errors.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import { createDraftWriter } from './draftWriter.ts'
import type { ArticleFormat, FileSet } from './formats/format.ts'
import { importFormats } from './formats/index.ts'
import { type KnownTypes, proposeMapping } from './intake/mapping.ts'
import { createProjectView } from './intake/project.ts'
import { additions, createMatcher } from './intake/references.ts'
import { surveySet } from './intake/survey.ts'
import { openSetFiles } from './openSet.ts'
import { createSetRepository, type SetRow } from './setRepository.ts'
import type { SortedSet } from './sorting.ts'

const nothingFound: ImportSurvey = {
  ...{
    documents: 0,
    mentions: 0,
    relations: 0,
    entities: 0,
    entityRelations: 0,
    suggestions: 0,
    rejected: 0,
  },
  ...{
    labels: [],
    annotators: [],
    offsets: null,
    mismatches: [],
    mismatchCount: 0,
    problems: [],
    problemCount: 0,
  },
  ...{ preview: [], matches: 0, references: [] },
}

/** Problems and references listed one by one; of the others only the number is told. */
const listed = 200

const surveyOf = async (
  format: SortedSet['format'],
  set: FileSet,
  options: OptionValues,
  context: JobContext,
): Promise<ImportSurvey> => {
  const { stopIfCancelled } = context
  if (format.kind === 'annotations') {
    const report = (documents: number): void => context.report(documents, 0, set.name)
    return surveySet(format, set, options, { stopIfCancelled, report })
  }
  const [file] = set.files
  if (format.kind === 'dataset') {
    const { documents, mentions, entities, relations } = format.count(file!)
    return { ...nothingFound, documents, mentions, entities, relations }
  }
  const match = createMatcher(context.db, { drafts: true })
  const references: ImportSurvey['references'] = []
  const problems: ImportSurvey['problems'] = []
  let [documents, matches] = [0, 0]
  const problem = (
    it: { path: string },
    place: string,
    notice: ImportSurvey['problems'][number]['notice'],
  ): void => {
    problems.push({ file: it.path, place, notice })
  }
  for (const reference of format.read(file!, { options, problem })) {
    stopIfCancelled()
    documents += 1
    const article = match(reference)
    if (article) matches += 1
    if (references.length < listed)
      references.push({
        title: (reference.title || reference.sourceUrl || '?').slice(0, 500).toWellFormed(),
        article: article?.title ?? null,
        isDraft: article !== null && article.id === null,
        fills: article ? additions(article, reference) : {},
      })
  }
  return {
    ...nothingFound,
    documents,
    matches,
    references,
    problems: problems.slice(0, listed),
    problemCount: problems.length,
  }
}

const knownTypes = ({ db }: JobContext): KnownTypes => {
  const project = createProjectView(db)
  return {
    entity: project.entityTypes(),
    relation: project.relationTypes(),
    colours: { entity: project.coloursOf('entity_type'), relation: project.coloursOf('relation_type') },
  }
}

/** Looks a sorted set through and keeps it, waiting for the analyst's word. @throws Unreadable · LigatureError cancelled */
export const surveyed = async (
  { format, set, why, options: given }: SortedSet & { options: OptionValues },
  context: JobContext,
): Promise<void> => {
  const options = completeOptions(format.options, given)
  const survey = await surveyOf(format, set, options, context)
  createSetRepository(context.db).add({
    ...{ format: format.id, name: nameOf(set), why, options, survey },
    files: {
      own: set.files.flatMap((it) => it.origin ?? []),
      all: set.all.flatMap((it) => it.origin ?? []),
    },
    mapping: proposeMapping(survey, knownTypes(context)),
    included: true,
  })
}

/** A set of several files is called by the folder they share. */
const nameOf = ({ name, files }: FileSet): string => {
  if (files.length < 2) return name
  const [first = [], ...others] = files.map((it) => it.path.split('/').slice(0, -1))
  const differs = first.findIndex((part, at) => others.some((it) => it[at] !== part))
  return [name, ...(differs < 0 ? first : first.slice(0, differs))].join('/')
}

export interface SurveyOrder {
  readonly id: number
  readonly options: OptionValues
  /** Id of the format to read it as instead. */
  readonly format?: string | undefined
}

/** The articles of a set's files wait as drafts, and the set is gone. */
const madeDrafts = async (row: SetRow, format: ArticleFormat, order: SurveyOrder, context: JobContext) => {
  const { completeDraft } = await import('./reading/index.ts')
  const writer = createDraftWriter(context, completeDraft)
  const options = completeOptions(format.options, order.options)
  const { files } = await openSetFiles(row)
  for (const [index, file] of files.entries()) {
    context.stopIfCancelled()
    context.report(index, files.length, file.name)
    await writer.read({ file, format, why: '', options })
  }
  writer.flush()
  createSetRepository(context.db).remove(row.id)
}

/**
 * Looks a set through again with other options, or as another format. What the analyst mapped stays where the labels
 * are the same. @throws Unreadable where it cannot be read that way; the set stays as it was
 */
export const surveySetJob: JobDefinition<SurveyOrder> = {
  kind: 'imports.survey',
  run: async (order, context) => {
    const { id } = order
    const sets = createSetRepository(context.db)
    const row = sets.find(id)
    const format = importFormats.find((it) => it.id === (order.format ?? row?.format))
    if (!row || !format || format.kind === 'container') throw notFound('set', id)
    if (format.kind === 'articles') await madeDrafts(row, format, order, context)
    else {
      const options = completeOptions(format.options, order.options)
      const survey = await surveyOf(format, await openSetFiles(row), options, context)
      const proposed = proposeMapping(survey, knownTypes(context))
      const labels = proposed.labels.map(
        (it) => row.mapping.labels.find((old) => old.of === it.of && old.label === it.label) ?? it,
      )
      const annotators = proposed.annotators.map(
        (it) => row.mapping.annotators.find((old) => old.name === it.name) ?? it,
      )
      sets.update(id, {
        ...(order.format !== undefined && { format: format.id, why: '' }),
        ...{ options, survey, mapping: { ...row.mapping, labels, annotators } },
      })
    }
    context.refresh('import_draft')
    return {}
  },
}
