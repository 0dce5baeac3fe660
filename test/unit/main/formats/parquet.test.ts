import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectFile } from '../../../../main/db/index.ts'
import { exportJob } from '../../../../main/features/exports/index.ts'
import { openParquet } from '../../../../main/features/exports/support/parquet.ts'
import type { ExportReport } from '../../../../shared/contract/exports.ts'
import type { OptionValues } from '../../../../shared/model/option.ts'
import { createEmptyProject, fillFixture } from '../../../support/fixtureProject.ts'
import { parseCsv } from '../../../support/readBack.ts'
import { runJobOn } from '../../../support/runJob.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-parquet-'))
let project: { path: string; file: ProjectFile }
let count = 0

beforeAll(() => {
  project = createEmptyProject(folder, 'project')
  fillFixture(project.file.db)
})
afterAll(() => {
  project.file.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = async (formatId: string, options: OptionValues = {}): Promise<ExportReport> => {
  count += 1
  const path = join(folder, `out-${count}`)
  const input = {
    formatId,
    path,
    scope: { articles: {}, setAside: true, suggestions: true },
    options,
    overwrite: false,
  }
  return (await runJobOn<typeof input, ExportReport>(exportJob, input, project.path)).result
}

const bufferOf = (bytes: Uint8Array) => ({
  byteLength: bytes.length,
  slice: (start: number, end?: number) => new Uint8Array(bytes.subarray(start, end)).slice().buffer,
})
const rowsOf = (path: string): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: bufferOf(readFileSync(path)) })

test.each(['utf16', 'codepoint', 'byte'])('the rows are those of CSV, offsets in %s', async (offsetUnit) => {
  const parquet = await write('parquet', { offsetUnit })
  const csv = await write('csv', { offsetUnit, spreadsheetSafe: false, bom: false })
  for (const { name } of csv.files) {
    const expected = parseCsv(readFileSync(join(csv.path, name), 'utf8'), false)
    const rows = await rowsOf(join(parquet.path, name.replace('.csv', '.parquet')))
    const text = (it: unknown): string =>
      it === null ? '' : typeof it === 'boolean' ? String(Number(it)) : String(it)
    expect(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, it]) => [column, text(it)]))),
    ).toEqual(expected)
  }
  expect(csv.files).toHaveLength(6)
})

test('columns have types: whole numbers, truth values, text; decimals keep every digit', async () => {
  const { path } = await write('parquet')
  const [mention] = await rowsOf(join(path, 'mentions.parquet'))
  expect(mention).toMatchObject({ start_utf16: 15n, end_utf16: 21n, fragment: 0n, entity: 'Google' })
  const [relation] = await rowsOf(join(path, 'relations.parquet'))
  expect(relation).toMatchObject({ directed: true, amount: '550000000', share_percent: '0.93' })
  const metadata = await parquetMetadataAsync(bufferOf(readFileSync(join(path, 'mentions.parquet'))))
  expect(metadata.key_value_metadata).toContainEqual({ key: 'offset_unit', value: 'utf16' })
})

test('a long table is written in row groups, piece by piece', async () => {
  const pieces: Uint8Array[] = []
  const file = openParquet(
    { write: (it) => void pieces.push(it) },
    { text: 'string', list: { list: { struct: { n: 'int64' } } } },
  )
  const text = 'x'.repeat(1 << 20)
  for (let n = 0; n < 20; n += 1) file.row({ text: `${n}${text}`, list: n % 2 ? [{ n }] : [] })
  expect(pieces.length).toBeGreaterThan(1)
  file.end()
  const buffer = bufferOf(Buffer.concat(pieces))
  const metadata = await parquetMetadataAsync(buffer)
  expect(metadata.row_groups.length).toBeGreaterThan(2)
  const rows = await parquetReadObjects({ file: buffer })
  expect(rows.map((it) => it.list)).toEqual(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? [{ n: BigInt(n) }] : [])),
  )
})
