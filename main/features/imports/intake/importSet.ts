import type { ImportedSet, ImportMapping, ImportSurvey } from '../../../../shared/model/importSet.ts'
import type { OptionValues } from '../../../../shared/model/option.ts'
import type { JobContext } from '../../../core/jobs.ts'
import { createTextStore } from '../../articles/index.ts'
import { createDatasetRepository } from '../dataset/repository.ts'
import type { AnnotationFormat, FileSet } from '../formats/format.ts'
import type { ReadEntityRelation, ReadRecord } from '../formats/records.ts'
import type { Notice } from '../reading/types.ts'
import { createArticleDesk } from './articles.ts'
import { createDesk } from './desk.ts'
import { stageDocument } from './documents.ts'
import { createEntityDesk } from './entities.ts'
import { createMentionDesk } from './mentions.ts'
import { createProjectView } from './project.ts'
import { createRelationDesk } from './relations.ts'
import { restoredFor } from './restore.ts'
import { createTypeMap } from './types.ts'
import type { Counting } from './units.ts'

export interface SetOrder {
  readonly format: AnnotationFormat
  readonly set: FileSet
  readonly options: OptionValues
  readonly survey: ImportSurvey
  readonly mapping: ImportMapping
  guessLanguage(text: string): string
}

/** Records staged per transaction: so many, or so many UTF-16 units of text. */
const chunk = { records: 500, units: 4 << 20 }

const countingOf = ({ mapping, survey, format }: SetOrder): Counting => ({
  unit: mapping.unit ?? survey.offsets?.unit ?? format.offsetUnit ?? 'utf16',
  crlfAsOne: survey.offsets?.crlfAsOne ?? false,
})

/**
 * Takes a set in as one step of the history: everything its mapping means, but for what is listed in `left`, or nothing.
 * @throws LigatureError cancelled · conflict; Unreadable
 */
export const takeSetIn = async (order: SetOrder, context: JobContext): Promise<ImportedSet> => {
  const { format, set, mapping } = order
  const { db } = context
  const repository = createDatasetRepository(db)
  const project = createProjectView(db)
  const texts = createTextStore(db)
  repository.createTables()

  let persons = 0
  const stagePerson = (uid: string, name: string): number => {
    persons += 1
    repository.stage('person', [persons, uid, name, null])
    return persons
  }
  const importer = project.person(context.personId)
  const me = stagePerson(importer.uid, importer.name)
  const people = new Map<string, number>([[importer.name, me]])
  const annotators = new Map(mapping.annotators.map((it) => [it.name, it.person]))
  const person = (annotator: string | undefined): number | null => {
    const name =
      annotator === undefined ? '' : (annotators.get(annotator) ?? (annotators.has(annotator) ? null : ''))
    if (name === null) return null
    if (name === '') return me
    let number = people.get(name)
    if (number === undefined) {
      number = stagePerson(project.personUid(name) ?? context.newUid(), name)
      people.set(name, number)
    }
    return number
  }

  const types = createTypeMap({
    repository,
    survey: order.survey,
    mapping,
    entityTypes: project.entityTypes(),
    relationTypes: project.relationTypes(),
    newUid: () => context.newUid(),
  })
  const { desk, left, kept } = createDesk({
    formatId: format.id,
    repository,
    project,
    mapping,
    types,
    me,
    at: context.now(),
    newUid: () => context.newUid(),
  })
  const entities = createEntityDesk(desk, repository)
  const restored = restoredFor(set, format.id)
  const articles = createArticleDesk({
    desk,
    repository,
    texts,
    restored,
    guessLanguage: order.guessLanguage,
  })
  const mentions = createMentionDesk({ desk, entities, repository })
  const relations = createRelationDesk({ desk, entities, repository })
  const counting = countingOf(order)
  /** Edges may come before their nodes. */
  const edges: ReadEntityRelation[] = []
  let parts = 0
  let entityCount = 0

  const stage = (record: ReadRecord): void => {
    if (record.kind === 'document') {
      stageDocument(record, { desk, articles, mentions, relations, counting, person })
    } else if (record.kind === 'entity') entities.declare(record)
    else if (record.kind === 'relation') edges.push(record)
    else if (record.kind === 'type') types.declare(record)
    else {
      parts += 1
      repository.stage('foreign_set_part', [parts, format.id, record.name, JSON.stringify(record.data)])
    }
  }
  const stageEdges = (): void => {
    for (const edge of edges) {
      const ends = [edge.source, edge.target].map((id) => entities.refer(id, { type: null, name: '' }))
      if (typeof ends[0] === 'number' && typeof ends[1] === 'number') {
        relations.addUnproved(edge, [ends[0], ends[1]])
      } else
        desk.leave(`relation ${edge.id}`, 'import.no_ends', 'one of its entities is missing or stays out')
    }
  }

  texts.beginStaging()
  try {
    let waiting: ReadRecord[] = []
    let units = 0
    const flush = (): void => {
      context.stopIfCancelled()
      repository.transaction(() => {
        for (const record of waiting) stage(record)
      })
      waiting = []
      units = 0
      context.report(articles.count(), order.survey.documents, set.name)
    }
    const problem = (file: { path: string }, place: string, notice: Notice): void =>
      desk.leaveAsTold(place === '' ? file.path : `${file.path}: ${place}`, notice)
    for await (const record of format.read(set, { options: order.options, problem })) {
      waiting.push(record)
      if (record.kind === 'document') units += record.text.length
      if (waiting.length >= chunk.records || units >= chunk.units) flush()
    }
    for (const record of restored?.records() ?? []) waiting.push(record)
    flush()
    repository.transaction(() => {
      stageEdges()
      relations.finish()
      entities.finish()
    })
    if (articles.count() + types.newTypes().length === 0 && !repository.hasContent()) {
      parts = 0
      texts.endStaging()
      desk.leave(set.name, 'import.set_empty', 'it holds nothing that could be taken in')
    } else {
      entityCount = context.commit('imports.set', (step) => {
        const moved = repository.move(null)
        texts.endStaging()
        step.describe({ count: articles.count() || moved.entities, name: set.name })
        return moved.entities
      })
    }
  } catch (thrown) {
    texts.sweep()
    throw thrown
  }
  return {
    name: set.name,
    format: format.name,
    documents: articles.count(),
    mentions: mentions.count(),
    present: mentions.present(),
    relations: relations.count(),
    entities: entityCount,
    newTypes: types.newTypes(),
    kept: kept() + parts,
    ...left(),
  }
}
