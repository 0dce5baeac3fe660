import { defineMessages } from '../define.ts'

export const conlluMessages = defineMessages({
  'format.conllu.description': {
    en: 'Sentences and words with entities in the style of CorefUD: for Universal Dependencies tools, Stanza and udapi.',
    de: 'Sätze und Wörter mit Entitäten nach Art von CorefUD: für Werkzeuge der Universal Dependencies, Stanza und udapi.',
    zh: '句子和词语，实体采用 CorefUD 样式，适用于 Universal Dependencies 工具、Stanza 和 udapi。',
  },
  'import.notice.import.conllu_line': {
    en: 'Line {line} is no word of CoNLL-U (an id and the columns, separated by TAB). It was left out.',
    de: 'Zeile {line} ist kein Wort in CoNLL-U (Nummer und Spalten, durch TAB getrennt). Sie wurde ausgelassen.',
    zh: '第 {line} 行不是 CoNLL-U 的词（编号和各列，以制表符分隔），已跳过。',
  },
  'import.notice.import.conllu_text': {
    en: 'Line {line}: the words do not stand in the stated text. The sentence was joined from its words.',
    de: 'Zeile {line}: Die Wörter stehen nicht im angegebenen Text. Der Satz wurde aus seinen Wörtern gebildet.',
    zh: '第 {line} 行：词与所给文本不符，句子由各词拼接而成。',
  },
  'import.notice.import.conllu_entity': {
    en: 'Line {line}: “{bracket}” opens or closes no mention that could be read. It was left out.',
    de: 'Zeile {line}: „{bracket}“ öffnet oder schließt keine lesbare Erwähnung. Es wurde ausgelassen.',
    zh: '第 {line} 行：“{bracket}”未能开启或结束任何提及，已跳过。',
  },
})
