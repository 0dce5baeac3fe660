import { defineMessages } from '../define.ts'

export const graphmlMessages = defineMessages({
  'format.graphml.description': {
    en: 'The network of entities and relations: for Gephi, yEd, NetworkX and igraph.',
    de: 'Das Netz der Entitäten und Beziehungen: für Gephi, yEd, NetworkX und igraph.',
    zh: '实体与关系的网络，适用于 Gephi、yEd、NetworkX 和 igraph。',
  },
  'format.graphml.option.mixed': {
    en: 'Mark undirected relations beside directed ones (NetworkX cannot read that)',
    de: 'Ungerichtete Beziehungen neben gerichteten kennzeichnen (NetworkX kann das nicht lesen)',
    zh: '在有向关系之外标记无向关系（NetworkX 无法读取）',
  },
  'import.notice.import.graph_duplicate': {
    en: 'Another node has the same id ({id}); this one was left out. Give every node an id of its own.',
    de: 'Ein anderer Knoten hat dieselbe Kennung ({id}); dieser blieb weg. Geben Sie jedem Knoten eine eigene Kennung.',
    zh: '另一个节点使用了相同的 ID（{id}），此节点未导入。请为每个节点设置唯一的 ID。',
  },
  'import.notice.import.graph_missing_node': {
    en: 'Edge {edge} joins “{node}”, which is no node of the file. The edge was left out.',
    de: 'Die Kante {edge} verbindet „{node}“, das kein Knoten der Datei ist. Die Kante blieb weg.',
    zh: '边 {edge} 连接的“{node}”不是文件中的节点，该边未导入。',
  },
  'import.notice.import.graph_undeclared': {
    en: 'The attribute “{attribute}” is not declared. Its values were read as text.',
    de: 'Das Attribut „{attribute}“ ist nicht deklariert. Seine Werte wurden als Text gelesen.',
    zh: '属性“{attribute}”未声明，其值已按文本读取。',
  },
  'import.notice.import.graph_refused': {
    en: 'A <{element}> has no place in a network of entities and was left out.',
    de: 'Ein <{element}> hat in einem Netz von Entitäten keinen Platz und blieb weg.',
    zh: '<{element}> 在实体网络中没有对应结构，未导入。',
  },
})
