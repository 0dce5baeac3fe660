import type { ProjectCheck } from '../../../../shared/contract/projects.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import { assertThere } from '../intake.ts'
import { onNothing, pathOf } from '../workplace.ts'

export const checkCommand: Command = {
  name: 'check',
  textKey: 'cli.check.about',
  forms: ['check [options] <project or release>'],
  words: [1, 1],
  options: [],
  examples: ['check deals.ligature', 'check --json releases/deals-1.0/'],
  formats: [],
  run: (call) => {
    const { say } = call
    const path = pathOf(call, call.words[0]!)
    assertThere([path], say)
    return onNothing(call, async (core) => {
      const check = await core.job<ProjectCheck>('projects.check', { path })
      for (const it of check.findings) say.line(say.noticeText('', it))
      say.line(
        check.ok ? say.t('cli.check.sound') : say.t('cli.check.found', { count: check.findings.length }),
      )
      return { exit: check.ok ? exitCodes.ok : exitCodes.findings, result: check }
    })
  },
}
