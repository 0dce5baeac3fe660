import { defineMessages } from '../define.ts'

export const bratMessages = defineMessages({
  'format.brat.description': {
    en: 'Texts with standoff annotations beside them: for brat and the many tools that read its files.',
    de: 'Texte mit Annotationen in Dateien daneben: für brat und die vielen Werkzeuge, die seine Dateien lesen.',
    zh: '文本与独立的标注文件：适用于 brat 及众多能读取其文件的工具。',
  },
  'format.brat.option.joinLines': {
    en: 'Join pieces of a mention that only a line break parts',
    de: 'Stücke einer Erwähnung verbinden, die nur ein Zeilenumbruch trennt',
    zh: '合并仅由换行隔开的提及片段',
  },
  'format.brat.option.bareTexts': {
    en: 'Read texts without annotations too',
    de: 'Auch Texte ohne Annotationen lesen',
    zh: '同时读取没有标注的文本',
  },
  'import.notice.import.brat.no_text': {
    en: '{file}: there is no {text} beside it. Add the text and import both.',
    de: '{file}: Daneben liegt keine Datei {text}. Legen Sie den Text dazu und importieren Sie beide.',
    zh: '{file}：旁边没有 {text}。请补上文本后一起导入。',
  },
  'import.notice.import.brat.line': {
    en: '{place}: “{line}” is no line of the standoff format. It is kept as it is and given back on export.',
    de: '{place}: „{line}“ ist keine Zeile des Standoff-Formats. Sie bleibt, wie sie ist, und wird beim Export zurückgegeben.',
    zh: '{place}：“{line}”不是 standoff 格式的行。该行原样保留，导出时写回。',
  },
  'import.notice.import.brat.duplicate': {
    en: '{place}: the id of “{line}” was there before. The first line was read; give this one an id of its own.',
    de: '{place}: Die Kennung von „{line}“ kam schon vor. Gelesen wurde die erste Zeile; geben Sie dieser eine eigene Kennung.',
    zh: '{place}：“{line}”的标识符已出现过。已读取第一行；请为此行另设标识符。',
  },
  'import.notice.import.brat.reference': {
    en: '{place}: “{line}” names an annotation that is not there. It is kept as it is and given back on export.',
    de: '{place}: „{line}“ nennt eine Annotation, die es nicht gibt. Die Zeile bleibt, wie sie ist, und wird beim Export zurückgegeben.',
    zh: '{place}：“{line}”引用了不存在的标注。该行原样保留，导出时写回。',
  },
})
