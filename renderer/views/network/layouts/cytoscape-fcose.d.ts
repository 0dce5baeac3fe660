declare module 'cytoscape-fcose' {
  const register: import('cytoscape').Ext
  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default register
}
