import { defineMessages } from '../define.ts'

export const cytoscapeMessages = defineMessages({
  'format.cytoscape.description': {
    en: 'The network of entities and relations: for Cytoscape and cytoscape.js.',
    de: 'Das Netz der Entitäten und Beziehungen: für Cytoscape und cytoscape.js.',
    zh: '实体与关系的网络，适用于 Cytoscape 和 cytoscape.js。',
  },
  'import.notice.import.graph_no_elements': {
    en: 'The file has no nodes or edges. Export the network as Cytoscape JSON again.',
    de: 'Die Datei enthält keine Knoten oder Kanten. Geben Sie das Netz noch einmal als Cytoscape-JSON aus.',
    zh: '文件中没有节点或边。请重新将网络导出为 Cytoscape JSON。',
  },
  'import.notice.import.graph_no_data': {
    en: 'An element has no “data” and was left out.',
    de: 'Ein Element hat keine „data“ und blieb weg.',
    zh: '某个元素没有“data”，未导入。',
  },
})
