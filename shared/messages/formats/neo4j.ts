import { defineMessages } from '../define.ts'

export const neo4jMessages = defineMessages({
  'format.neo4j.description': {
    en: 'Tables for neo4j-admin database import, with the command: for graph databases.',
    de: 'Tabellen für neo4j-admin database import, mit dem Befehl: für Graphdatenbanken.',
    zh: '供 neo4j-admin database import 使用的表格及命令，适用于图数据库。',
  },
  'format.neo4j.option.evidence': {
    en: 'With articles, mentions and evidence as nodes',
    de: 'Mit Artikeln, Erwähnungen und Belegen als Knoten',
    zh: '将文章、提及和证据也作为节点导出',
  },
})
