import { foldKey } from '../../../../shared/text/fold.ts'
import type { DatasetRepository } from '../dataset/repository.ts'
import type { ReadEntity } from '../formats/records.ts'
import type { Desk } from './desk.ts'
import type { MappedType } from './types.ts'

/** Names are one line, whatever stands in a file: line ends, NUL and other control characters become blanks. */
const oneLine = (name: string): string =>
  name
    .replace(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()

/** An entity of the set: known by its record, by mentions, or both; staged when everything is read. */
interface Pending {
  /** Positive: number among the staged ones; negative: a row of the project, negated; 0: not decided yet. */
  number: number
  type: MappedType
  name: string
  readonly id: string
  readonly outsideIds: { scheme: string; value: string }[]
  record: ReadEntity | null
}

export interface EntityDesk {
  /** A record of the set. */
  declare(record: ReadEntity): void
  /** The entity a mention or an edge means, by its id in the set. Null where its type stays out. */
  refer(
    id: string,
    hint: {
      type: MappedType | null
      name: string
      outsideIds?: readonly { scheme: string; value: string }[]
    },
  ): number | null
  /** The entity of a name, for mentions that state none. */
  byName(type: MappedType, name: string): number
  typeOf(number: number): MappedType | null
  /** Stages what is left to stage. */
  finish(): void
}

/**
 * Entities of a set. One that is in the project already (its uid, or with `matchEntities` an outside id or its type and
 * name) is that one; all others become new ones when the set is read, since records may follow their mentions.
 */
export const createEntityDesk = (desk: Desk, repository: DatasetRepository): EntityDesk => {
  const byId = new Map<string, Pending>()
  const byNumber = new Map<number, Pending>()
  /** Records whose type could not be told yet. */
  const waiting = new Map<string, ReadEntity>()
  let numbers = 0
  let [aliases, outsideIds] = [0, 0]

  const inProject = (
    type: MappedType,
    id: string,
    name: string,
    ids: Pending['outsideIds'],
  ): number | null => {
    const same = desk.project.entityByUid(id)
    if (same && same.type === type.key) return same.id
    if (!desk.mapping.matchEntities) return null
    for (const { scheme, value } of ids) {
      const found = desk.project.entityByOutsideId(type.key, scheme, value)
      if (found !== undefined) return found
    }
    return (name !== '' && desk.project.entityByName(type.key, foldKey(name))) || null
  }

  const addIds = (to: Pending, ids: readonly { scheme: string; value: string }[]): void => {
    for (const { scheme, value } of ids) {
      if (!to.outsideIds.some((own) => own.scheme === scheme && own.value === value))
        to.outsideIds.push({ scheme, value })
    }
  }

  const number = (pending: Pending): number => {
    const found = inProject(pending.type, pending.id, pending.name, pending.outsideIds)
    if (found === null) numbers += 1
    pending.number = found === null ? numbers : -found
    // Two entities of the set may be one of the project; the first one speaks for it.
    if (!byNumber.has(pending.number)) byNumber.set(pending.number, pending)
    return pending.number
  }

  const made = (id: string, type: MappedType, name: string, record: ReadEntity | null): Pending => {
    const pending: Pending = {
      number: 0,
      type,
      name,
      id,
      outsideIds: [...(record?.outsideIds ?? [])],
      record,
    }
    byId.set(id, pending)
    return pending
  }

  const declare = (record: ReadEntity): void => {
    const known = byId.get(record.id)
    if (known) {
      known.record = { ...known.record, ...record }
      if (record.name !== '') known.name = record.name
      addIds(known, record.outsideIds ?? [])
      return
    }
    const type = desk.types.entity(record.label)
    if (type?.kind === 'entity') number(made(record.id, type, record.name, record))
    else waiting.set(record.id, record)
  }

  const refer: EntityDesk['refer'] = (id, { type, name, outsideIds: stated = [] }) => {
    let pending = byId.get(id)
    if (!pending) {
      if (type?.kind !== 'entity') return null
      const record = waiting.get(id) ?? null
      pending = made(id, type, record?.name || name, record)
      pending.outsideIds.push(...stated)
      return number(pending)
    }
    addIds(pending, stated)
    if (pending.name === '') pending.name = name
    return pending.number
  }

  const stage = (pending: Pending): void => {
    const { type, id, record } = pending
    const name = (oneLine(pending.name) || oneLine(id) || '?').slice(0, 1000).toWellFormed()
    const uid = desk.uid('entity', id)
    repository.stage('entity', [
      ...[
        pending.number,
        uid,
        type.number,
        name,
        foldKey(name),
        record?.note ?? '',
        desk.me,
        'import',
        desk.at,
      ],
    ])
    for (const alias of record?.aliases ?? []) {
      const text = oneLine(alias.text)
      if (text === '') continue
      aliases += 1
      repository.stage('alias', [aliases, desk.newUid(), pending.number, text, foldKey(text), alias.language])
    }
    for (const { scheme, value } of pending.outsideIds) {
      outsideIds += 1
      repository.stage('outside_id', [outsideIds, desk.newUid(), pending.number, scheme, value])
    }
    if (record?.position) {
      const { x, y, pinned = true } = record.position
      if (Number.isFinite(x) && Number.isFinite(y)) {
        repository.stage('position', [pending.number, Math.round(x), Math.round(y), pinned ? 1 : 0])
      }
    }
    desk.keepForeign(uid, { id, ...(record?.foreign !== undefined && { data: record.foreign }) })
  }

  return {
    declare,
    refer,
    byName: (type, name) => refer(`name ${type.key} ${foldKey(name)}`, { type, name })!,
    typeOf: (it) => byNumber.get(it)?.type ?? null,
    finish: () => {
      for (const record of waiting.values()) {
        if (!byId.has(record.id))
          desk.leave(`entity ${record.name || record.id}`, 'import.no_type', 'its type stays out')
      }
      for (const pending of byNumber.values()) if (pending.number > 0) stage(pending)
    },
  }
}
