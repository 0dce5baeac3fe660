import { defineMessages } from '../define.ts'

/** Messages of doccano JSONL. */
export const doccanoMessages = defineMessages({
  'format.doccano.description': {
    en: 'One text per line with its spans or entities and relations: for doccano.',
    de: 'Ein Text je Zeile mit Spannen oder Entitäten und Beziehungen: für doccano.',
    zh: '每行一段文本及其片段或实体与关系，供 doccano 使用。',
  },
  'format.doccano.option.graphemes': {
    en: 'Count a whole character (emoji, letter with accents) as one',
    de: 'Ganze Zeichen (Emoji, Buchstaben mit Akzenten) als eines zählen',
    zh: '将完整字符（表情符号、带重音的字母）计为一个',
  },
  'format.doccano.option.annotatorFromName': {
    en: 'Files are named after who annotated',
    de: 'Dateien heißen nach den Annotierenden',
    zh: '文件以标注者命名',
  },
  'format.doccano.option.layout': {
    en: 'Layout',
    de: 'Aufbau',
    zh: '结构',
  },
  'format.doccano.option.layout.relations': {
    en: 'Entities and relations',
    de: 'Entitäten und Beziehungen',
    zh: '实体与关系',
  },
  'format.doccano.option.layout.spans': {
    en: 'Spans only (sequence labelling)',
    de: 'Nur Spannen (Sequenzauszeichnung)',
    zh: '仅片段（序列标注）',
  },
  'exports.loss.overlapping': {
    en: 'Overlapping mentions, if the project of doccano forbids overlaps (they are written)',
    de: 'Überlappende Erwähnungen, falls das doccano-Projekt Überlappungen verbietet (geschrieben werden sie)',
    zh: '重叠的提及（已写出，但若 doccano 项目禁止重叠则会被丢弃）',
  },
})
