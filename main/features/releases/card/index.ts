import { type ExportSink, frontMatter } from '../../exports/index.ts'
import { collectStatistics } from '../quality/statistics.ts'
import { headOf } from './head.ts'
import type { CardInput } from './input.ts'
import { files, losses, preparation } from './making.ts'
import { plain } from './markdown.ts'
import { languages, sources, splits, summary, types, written } from './sections.ts'

/**
 * Writes `README.md`: the dataset card with the head that the Hugging Face hub reads. English; the same scope gives the
 * same bytes. What people wrote into the recipe's card stays Markdown, without HTML; all else is escaped.
 * @throws what source and sink throw
 */
export const writeCard = (input: CardInput, sink: ExportSink): void => {
  const { recipe, name, source, split, formats } = input
  const title = (recipe.card.title.trim() || name.trim() || source.project.name).replace(/\s+/gu, ' ')
  const statistics = collectStatistics(source)
  const parts = [
    `# ${plain(title)}`,
    ...summary(input),
    ...types(source, statistics),
    ...languages(statistics),
    ...sources(statistics),
    ...splits(recipe.split, split),
    ...written('Annotation guidelines', recipe.card.guidelines),
    ...preparation(input, statistics),
    ...files(input),
    ...losses(input),
    ...written('Known limits', recipe.card.limits),
    '## Licence',
    recipe.card.licence.trim() === ''
      ? 'No licence is stated. Ask the authors before you pass the data on.'
      : plain(recipe.card.licence),
  ]
  const file = sink.file('README.md')
  file.write(frontMatter(headOf(recipe, title, source, statistics, split, formats)))
  file.write(`\n${parts.join('\n\n')}\n`)
  sink.done(file)
}
