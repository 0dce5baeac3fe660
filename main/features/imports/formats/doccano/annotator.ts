/** Names of files that say nothing about who annotated. */
const general =
  /^(all|unknown|example|examples|train|training|dev|valid|validation|test|eval|data|dataset|corpus|file|label|labels|labeled|labelled|annotations?|annotated|results?|output|input|import|sample|gold|text|texts|documents?|ner|sequence_labeling|relation_extraction)$/i
const generalStart = /^(example|export|project|doccano|labeling|dataset|train|valid|test|dev)[-_.\d]/i

/** doccano writes one file per annotator, named by the user; letters, digits and `@.+-_` are what such names may hold. */
export const annotatorIn = (fileName: string): string | undefined => {
  const stem = fileName.replace(/\.[^.]*$/, '')
  if (!/\.jsonl$/i.test(fileName) || !/^[\w.@+-]{1,150}$/u.test(stem)) return undefined
  return general.test(stem) || generalStart.test(stem) ? undefined : stem
}
