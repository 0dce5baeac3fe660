import type { ImportMapping } from '../../../../shared/model/importSet.ts'
import type { JsonValue } from '../../../../shared/model/json.ts'
import { partialDate } from '../../../../shared/model/provenance.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type { Notice } from '../reading/types.ts'
import type { ProjectView } from './project.ts'
import type { TypeMap } from './types.ts'

/** What everything that is staged for one set shares. */
export interface Desk {
  readonly project: ProjectView
  readonly mapping: ImportMapping
  readonly types: TypeMap
  /** Number of the staged person who imports. */
  readonly me: number
  readonly at: string
  newUid(): string
  /** The foreign id itself where it is a UUID nobody has yet, so that things keep their identity over tools. */
  uid(table: 'article' | 'entity' | 'mention' | 'relation' | 'evidence', foreignId: string): string
  keepForeign(uid: string, data: JsonValue): void
  /** Notes what stays out, and why: a code for the text shown with what fills its blanks, and the English reason. */
  leave(name: string, code: string, reason: string, params?: Notice['params']): void
  /** The same for what a reader noticed itself. */
  leaveAsTold(name: string, notice: Notice): void
}

/** A partial ISO date, or '' for anything else. */
export const dateOf = (given: string | undefined): string =>
  partialDate.safeParse(given ?? '').success ? (given ?? '') : ''

/** Listed one by one; of the others only the number is told. */
const listed = 1000

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

interface Options extends Omit<Desk, 'uid' | 'keepForeign' | 'leave' | 'leaveAsTold'> {
  readonly formatId: string
  readonly repository: DatasetRepository
}

export const createDesk = ({ formatId, repository, ...shared }: Options) => {
  const used = new Set<string>()
  const left: { name: string; reason: Notice }[] = []
  let leftCount = 0
  let foreign = 0
  const note = (name: string, reason: Notice): void => {
    leftCount += 1
    if (left.length < listed) left.push({ name, reason })
  }
  const desk: Desk = {
    ...shared,
    uid: (table, id) => {
      const key = `${table} ${id}`
      if (!uuid.test(id) || used.has(key) || repository.hasUid(table, id)) return shared.newUid()
      used.add(key)
      return id
    },
    keepForeign: (uid, data) => {
      foreign += 1
      repository.stage('foreign_part', [foreign, uid, formatId, JSON.stringify(data)])
    },
    leave: (name, code, reason, params) =>
      note(name, { code, message: `${name}: ${reason}.`, params: { name, ...params } }),
    leaveAsTold: note,
  }
  return { desk, left: () => ({ left, leftCount }), kept: () => foreign }
}
