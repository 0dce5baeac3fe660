import { connect } from '../../../main/db/index.ts'
import { startBenchCore } from '../core.ts'
import { createRandom } from '../generator/random.ts'
import { inTurns, type Row } from '../measure.ts'

const latin = /[A-Za-zäöüß]{4,}/g

/** One key press: a passage becomes a mention, journalled, told to the windows, and safe on the disk. */
export const tag: Row = {
  id: 'tag',
  run: async ({ project, workingCopy, scratch, quick }) => {
    const core = startBenchCore(scratch)
    await core.ask('projects.open', { path: workingCopy })
    const db = connect(workingCopy, { mustExist: true })
    try {
      const turns = quick ? 60 : 400
      const random = createRandom(7)
      const articleIds = Array.from({ length: turns }, () => 1 + random.below(project.articles))
      const texts = articleIds.map((id) => db.value<string>('SELECT content FROM text WHERE id = ?', [id])!)
      const spans = texts.map((text) => {
        const words = [...text.matchAll(latin)]
        const word = words.length > 0 ? random.pick(words) : null
        return word
          ? { start: word.index, end: word.index + word[0].length }
          : { start: 0, end: [...new Intl.Segmenter().segment(text)][0]!.segment.length }
      })
      const entities = articleIds.map(() => 1 + random.below(project.corpus.entities.length))
      const typeOf = entities.map((id) => db.value<number>('SELECT type_id FROM entity WHERE id = ?', [id])!)
      let uid = 0
      const samples = await inTurns(
        turns,
        (turn) =>
          core.ask('mentions.create', {
            articleId: articleIds[turn]!,
            typeId: typeOf[turn]!,
            entityId: entities[turn]!,
            fragments: [spans[turn]!],
          }),
        (turn) =>
          db.transaction(() => {
            uid += 1
            const { lastInsertRowid } = db.run(
              `INSERT INTO mention (uid, article_id, type_id, entity_id, value, certainty, note, made_by, made_how, made_at)
               VALUES (?, ?, ?, ?, '', 'certain', '', 1, 'hand', '2026-01-01T00:00:00.000Z')`,
              [`bare-${uid}`, articleIds[turn]!, typeOf[turn]!, entities[turn]!],
            )
            const { start, end } = spans[turn]!
            db.run(
              'INSERT INTO fragment (mention_id, ordinal, start_offset, end_offset, quote) VALUES (?, 0, ?, ?, ?)',
              [lastInsertRowid, start, end, texts[turn]!.slice(start, end)],
            )
          }),
      )
      if (core.changes() < turns) throw new Error('A command was not told to the windows.')
      const undone = await inTurns(
        quick ? 20 : 100,
        () => core.ask('history.undo', {}),
        () => db.transaction(() => db.run('DELETE FROM mention WHERE uid = ?', [`bare-${uid--}`])),
      )
      return [
        {
          what: `tag: key → stored and told, ${project.mentions.toLocaleString('en')} mentions`,
          baseline: 'bare `INSERT` of the same rows, same triggers, one transaction',
          unit: 'ms',
          ...samples,
          goal: { p95: 50 },
        },
        {
          what: 'undo of a tag',
          baseline: 'bare `DELETE` of the same row',
          unit: 'ms',
          ...undone,
          goal: { p95: 50 },
        },
      ]
    } finally {
      db.close()
      await core.close()
    }
  },
}
