import { defineMessages } from '../define.ts'

export const pajekMessages = defineMessages({
  'format.pajek.description': {
    en: 'The bare network with one kind of line per relation type: for Pajek.',
    de: 'Das bloße Netz mit einer Art Linie je Beziehungstyp: für Pajek.',
    zh: '仅含网络本身，每种关系类型对应一种连线，适用于 Pajek。',
  },
  'format.pajek.option.bom': {
    en: 'Byte order mark (Pajek on Windows needs it for names beyond ASCII)',
    de: 'Byte-Reihenfolge-Marke (Pajek unter Windows braucht sie für Namen jenseits von ASCII)',
    zh: '字节顺序标记（Windows 版 Pajek 显示非 ASCII 名称时需要）',
  },
  'exports.loss.renamed': {
    en: 'Names changed because the format forbids some of their characters',
    de: 'Namen, die geändert wurden, weil das Format einige ihrer Zeichen verbietet',
    zh: '因格式不允许部分字符而被修改的名称',
  },
})
