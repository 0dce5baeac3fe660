import { writeFileSync } from 'node:fs'
import type { Schema } from '../../../../shared/model/schema.ts'
import type { Command } from '../command.ts'
import { exitCodes } from '../exitCodes.ts'
import type { Output } from '../output.ts'
import { Refusal } from '../refusal.ts'
import { onCopy, pathOf } from '../workplace.ts'

const tellSchema = ({ entityTypes, relationTypes, rules }: Schema, say: Output): void => {
  const keyOf = new Map(entityTypes.map(({ id, key }) => [id, key]))
  say.line(say.t('cli.schema.types'))
  for (const { key, name, kind, valueKind } of entityTypes)
    say.line(`  ${key}  ${name}${kind === 'value' ? `  (${valueKind})` : ''}`)
  say.line(say.t('cli.schema.relations'))
  for (const { id, key, name, directed } of relationTypes) {
    const joins = rules
      .filter((it) => it.relationTypeId === id)
      .map((it) => `${keyOf.get(it.sourceTypeId)}${directed ? '→' : '–'}${keyOf.get(it.targetTypeId)}`)
    say.line(`  ${key}  ${name}${joins.length > 0 ? `  (${joins.join(', ')})` : ''}`)
  }
}

/** Writes a new file; what is there stays, unless it may be replaced. @throws Refusal */
const write = (path: string, text: string, overwrite: boolean, { t }: Output): void => {
  try {
    writeFileSync(path, text, { flag: overwrite ? 'w' : 'wx' })
  } catch (thrown) {
    const { code } = thrown as { code?: string }
    const [reason, key] =
      code === 'EEXIST' ? (['conflict', 'error.conflict.path'] as const) : (['io', 'error.io.path'] as const)
    throw new Refusal(exitCodes.cannotWrite, reason, t(key, { path }))
  }
}

export const schemaCommand: Command = {
  name: 'schema',
  textKey: 'cli.schema.about',
  forms: ['schema [options] <project>'],
  words: [1, 1],
  options: [
    { name: 'out', takes: '<file.json>', textKey: 'cli.schema.option.out' },
    { name: 'overwrite', textKey: 'cli.export.option.overwrite' },
  ],
  examples: ['schema deals.ligature', 'schema --out schema.json deals.ligature'],
  formats: [],
  run: (call) =>
    onCopy(call, pathOf(call, call.words[0]!), async (core) => {
      const { given, say } = call
      const schema = await core.ask('schema.get', {})
      const out = given.text('out')
      if (out === undefined) tellSchema(schema, say)
      else write(pathOf(call, out), `${JSON.stringify(schema, null, 2)}\n`, given.on('overwrite'), say)
      return { exit: exitCodes.ok, result: { schema } }
    }),
}
