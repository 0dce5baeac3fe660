import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { ProjectFile } from '../../main/db/index.ts'
import { exportJob } from '../../main/features/exports/index.ts'
import type {
  ReadEntity,
  ReadEntityRelation,
  ReadRecord,
} from '../../main/features/imports/formats/records.ts'
import type { ExportReport } from '../../shared/contract/exports.ts'
import type { OptionValues } from '../../shared/model/option.ts'
import { createEmptyProject, fillFixture } from './fixtureProject.ts'
import { runJobOn } from './runJob.ts'

export interface Written {
  readonly report: ExportReport
  /** Contents by path; '' for a format of one file. */
  readonly files: Readonly<Record<string, string>>
}

const contentsOf = (path: string, root = path): Record<string, string> =>
  statSync(path).isDirectory()
    ? Object.assign(
        {},
        ...readdirSync(path)
          .sort()
          .map((it) => contentsOf(join(path, it), root)),
      )
    : { [relative(root, path)]: readFileSync(path, 'utf8') }

/** The fixture project, written in any format through the job that people start. */
export const openFixture = () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-graphs-'))
  const project: { path: string; file: ProjectFile } = createEmptyProject(folder, 'project')
  fillFixture(project.file.db)
  let count = 0
  return {
    db: project.file.db,
    write: async (formatId: string, options: OptionValues = {}): Promise<Written> => {
      count += 1
      const path = join(folder, `out-${count}`)
      const input = {
        formatId,
        path,
        scope: { articles: {}, setAside: true },
        options,
        overwrite: false,
        roundtrip: false,
      }
      const { result } = await runJobOn<typeof input, ExportReport>(exportJob, input, project.path)
      return { report: result, files: contentsOf(path) }
    },
    close: () => {
      project.file.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Fixture = ReturnType<typeof openFixture>

export const entitiesIn = (records: readonly ReadRecord[]): ReadEntity[] =>
  records.filter((it) => it.kind === 'entity')
export const relationsIn = (records: readonly ReadRecord[]): ReadEntityRelation[] =>
  records.filter((it) => it.kind === 'relation')

/** What a reader of the same format must give back of the fixture: everything an entity or a relation is. */
export const expectedEntities = [
  {
    kind: 'entity',
    id: 'entity-0',
    label: 'company',
    name: 'Google',
    aliases: [
      { text: '谷歌', language: 'zh' },
      { text: 'Google, Inc.', language: '' },
      { text: '=GOOG', language: 'en' },
    ],
    outsideIds: [{ scheme: 'wikidata', value: 'Q95' }],
    note: '@note\n"two lines"',
    position: { x: -7, y: -3, pinned: false },
  },
  {
    kind: 'entity',
    id: 'entity-1',
    label: 'company',
    name: 'JD.com',
    aliases: [{ text: '京东', language: 'zh' }],
    outsideIds: [{ scheme: 'ticker', value: 'NASDAQ:JD' }],
    position: { x: 3, y: -3, pinned: true },
  },
  { kind: 'entity', id: 'entity-2', label: 'company', name: '+Walmart' },
  {
    kind: 'entity',
    id: 'entity-3',
    label: 'company',
    name: '腾讯',
    aliases: [{ text: 'Tencent', language: 'en' }],
  },
  { kind: 'entity', id: 'entity-4', label: 'company', name: 'أرامكو' },
]

const facts = { kind: 'relation', validFrom: '2018-06', certainty: 'probable' }

export const expectedRelations = [
  {
    ...facts,
    ...{ id: 'relation-0', label: 'invests_in', source: 'entity-0', target: 'entity-1', directed: true },
    ...{ status: 'announced', amount: '550000000', currency: 'USD', share: '0.93' },
  },
  {
    ...facts,
    ...{ id: 'relation-1', label: 'partners_with', source: 'entity-1', target: 'entity-2', directed: false },
  },
  {
    ...facts,
    ...{ id: 'relation-2', label: 'partners_with', source: 'entity-1', target: 'entity-2', directed: false },
    ...{ status: 'denied', amount: '-12.50', currency: 'EUR' },
  },
  {
    ...facts,
    ...{ id: 'relation-3', label: 'invests_in', source: 'entity-4', target: 'entity-3', directed: true },
    status: 'ended',
  },
]
