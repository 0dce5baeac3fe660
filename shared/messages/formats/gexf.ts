import { defineMessages } from '../define.ts'

export const gexfMessages = defineMessages({
  'format.gexf.description': {
    en: 'The network of entities and relations with places and colours: for Gephi.',
    de: 'Das Netz der Entitäten und Beziehungen mit Lage und Farben: für Gephi.',
    zh: '带位置和颜色的实体与关系网络，适用于 Gephi。',
  },
  'format.gexf.option.mixed': {
    en: 'Mark undirected relations beside directed ones (NetworkX cannot read that)',
    de: 'Ungerichtete Beziehungen neben gerichteten kennzeichnen (NetworkX kann das nicht lesen)',
    zh: '在有向关系之外标记无向关系（NetworkX 无法读取）',
  },
  'import.notice.import.graph_dynamic': {
    en: 'Nodes, edges or values have times, which the network has not. Those of nodes and edges are kept for GEXF; of values at several times the first one counts.',
    de: 'Knoten, Kanten oder Werte haben Zeiten, die das Netz nicht kennt. Die der Knoten und Kanten bleiben für GEXF erhalten; von Werten zu mehreren Zeiten gilt der erste.',
    zh: '节点、边或值带有时间信息，本网络不支持。节点和边的时间会为 GEXF 保留；同一属性有多个时间的值时取第一个。',
  },
})
