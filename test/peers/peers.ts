import type { OptionValues } from '../../shared/model/option.ts'

/** An export every check may read: `<name>` in the folder of its project. */
export interface PeerExport {
  readonly name: string
  readonly formatId: string
  readonly options?: OptionValues
}

export const peerExports: readonly PeerExport[] = [
  { name: 'bdoc', formatId: 'bdoc' },
  { name: 'cas-json', formatId: 'cas-json' },
  { name: 'conllu.conllu', formatId: 'conllu' },
  { name: 'csv', formatId: 'csv', options: { spreadsheetSafe: false } },
  { name: 'cytoscape.cyjs', formatId: 'cytoscape' },
  { name: 'doccano', formatId: 'doccano' },
  { name: 'doccano-spans', formatId: 'doccano', options: { layout: 'spans' } },
  { name: 'doccano-graphemes', formatId: 'doccano', options: { graphemes: true } },
  { name: 'ftm.ftm.json', formatId: 'ftm' },
  { name: 'ftm-documents.ftm.json', formatId: 'ftm', options: { documents: true } },
  { name: 'gate-xml', formatId: 'gate-xml' },
  { name: 'gexf.gexf', formatId: 'gexf' },
  { name: 'gexf-uniform.gexf', formatId: 'gexf', options: { mixed: false } },
  { name: 'graphml.graphml', formatId: 'graphml' },
  { name: 'huggingface', formatId: 'huggingface' },
  { name: 'huggingface-parquet', formatId: 'huggingface', options: { files: 'parquet' } },
  { name: 'huggingface-tokens', formatId: 'huggingface', options: { layout: 'tokens' } },
  {
    name: 'huggingface-tokens-parquet',
    formatId: 'huggingface',
    options: { layout: 'tokens', files: 'parquet' },
  },
  { name: 'jsonld.jsonld', formatId: 'jsonld' },
  { name: 'label-studio', formatId: 'label-studio' },
  { name: 'pajek.net', formatId: 'pajek' },
  { name: 'parquet', formatId: 'parquet' },
  { name: 'prodigy.jsonl', formatId: 'prodigy' },
  { name: 'turtle.ttl', formatId: 'turtle' },
  { name: 'xmi', formatId: 'xmi' },
]

/** A check: `check_<name>.py`, run in the environment of a group (`requirements-<group>.txt`). */
export interface Peer {
  readonly name: string
  readonly group: string
  /** Seconds one project may take. */
  readonly limit: number
}

export const peers: readonly Peer[] = [
  { name: 'cassis', group: 'cassis', limit: 600 },
  { name: 'spacy', group: 'spacy', limit: 600 },
  { name: 'datasets', group: 'tables', limit: 600 },
  { name: 'label_studio_converter', group: 'label-studio', limit: 600 },
  { name: 'label_studio', group: 'label-studio', limit: 1200 },
  { name: 'doccano', group: 'doccano', limit: 1200 },
  { name: 'gatenlp', group: 'gatenlp', limit: 600 },
  { name: 'conllu', group: 'conllu', limit: 600 },
  { name: 'graphs', group: 'graphs', limit: 600 },
  { name: 'ftm', group: 'ftm', limit: 600 },
  { name: 'rdf', group: 'graphs', limit: 600 },
  { name: 'pyarrow', group: 'tables', limit: 600 },
  { name: 'duckdb', group: 'duckdb', limit: 600 },
]
