import { expect, test } from 'vitest'
import { importFormats } from '../../main/features/imports/formats/index.ts'
import { runCampaign } from '../fuzz/campaign.ts'

/** `npm run fuzz` in short: some broken files of every format through the whole door, always the same ones. */
test('broken files never crash, hang, fill the memory or come in by halves', {
  timeout: 600_000,
}, async () => {
  const { rows, failures } = await runCampaign({ cases: importFormats.length * 6, seed: 20_26 })
  expect(failures).toEqual([])
  expect([...rows.keys()].sort()).toEqual(importFormats.map((it) => it.id).sort())
})
