/** What is used of packages that bring no types for it. */
declare module 'cytoscape-fcose' {
  const register: import('cytoscape').Ext
  export default register
}

declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One iteration, in place. */
  const iterate: (settings: object, nodes: Float32Array, edges: Float32Array) => void
  export default iterate
}
