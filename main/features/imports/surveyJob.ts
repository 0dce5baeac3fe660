import type { ImportSurvey } from '../../../shared/model/importSet.ts'
import { completeOptions, type OptionValues } from '../../../shared/model/option.ts'
import { notFound } from '../../core/errors.ts'
import type { JobContext, JobDefinition } from '../../core/jobs.ts'
import type { FileSet } from './formats/format.ts'
import { importFormats } from './formats/index.ts'
import { proposeMapping } from './intake/mapping.ts'
import { createProjectView } from './intake/project.ts'
import { createMatcher } from './intake/references.ts'
import { surveySet } from './intake/survey.ts'
import { openSetFiles } from './openSet.ts'
import { createSetRepository } from './setRepository.ts'
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
  ...{ preview: [], matches: 0 },
}

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
  const match = createMatcher(context.db)
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
    if (match(reference)) matches += 1
  }
  return {
    ...nothingFound,
    documents,
    matches,
    problems: problems.slice(0, 200),
    problemCount: problems.length,
  }
}

/** Looks a sorted set through and keeps it, waiting for the analyst's word. @throws Unreadable · LigatureError cancelled */
export const surveyed = async (
  { format, set, why, options: given }: SortedSet & { options: OptionValues },
  context: JobContext,
): Promise<void> => {
  const options = completeOptions(format.options, given)
  const survey = await surveyOf(format, set, options, context)
  const project = createProjectView(context.db)
  createSetRepository(context.db).add({
    ...{ format: format.id, name: set.name, why, options, survey },
    files: {
      own: set.files.flatMap((it) => it.origin ?? []),
      all: set.all.flatMap((it) => it.origin ?? []),
    },
    mapping: proposeMapping(survey, project.entityTypes(), project.relationTypes()),
    included: true,
  })
}

/** Looks a set through again with other options; what the analyst mapped stays where the labels are the same. */
export const surveySetJob: JobDefinition<{ id: number; options: OptionValues }> = {
  kind: 'imports.survey',
  run: async ({ id, options: given }, context) => {
    const sets = createSetRepository(context.db)
    const row = sets.find(id)
    const format = importFormats.find((it) => it.id === row?.format)
    if (!row || !format || format.kind === 'articles' || format.kind === 'container')
      throw notFound('set', id)
    const options = completeOptions(format.options, given)
    const survey = await surveyOf(format, await openSetFiles(row), options, context)
    const project = createProjectView(context.db)
    const proposed = proposeMapping(survey, project.entityTypes(), project.relationTypes())
    const labels = proposed.labels.map(
      (it) => row.mapping.labels.find((old) => old.of === it.of && old.label === it.label) ?? it,
    )
    const annotators = proposed.annotators.map(
      (it) => row.mapping.annotators.find((old) => old.name === it.name) ?? it,
    )
    sets.update(id, { options, survey, mapping: { ...row.mapping, labels, annotators } })
    context.refresh('import_draft')
    return {}
  },
}
