import { type ForeignSet, foreignGraphs, json } from './foreignGraphs.ts'

/* Small sets in the words of other tools: everything called kept… is nothing that a project has a place for. */

export type { ForeignSet }

const text = 'Alpha buys Beta.'
const lines = (...all: string[]): string => `${all.join('\n')}\n`

const ner = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity'

const casType = (name: string, superType: string, ...features: string[]) => [
  name,
  {
    '%NAME': name,
    '%SUPER_TYPE': superType,
    ...Object.fromEntries(features.map((it) => [it, { '%NAME': it, '%RANGE': 'uima.cas.String' }])),
  },
]

const gateAnnotation = (id: number, type: string, start: number, end: number, kept: string): string =>
  `<Annotation Id="${id}" Type="${type}" StartNode="${start}" EndNode="${end}"><Feature><Name className="java.lang.String">keptFeature</Name><Value className="java.lang.String">${kept}</Value></Feature></Annotation>`

const rows = (...all: string[][]): string => all.map((it) => `${it.join('\t')}\n`).join('')

export const foreignSets: readonly ForeignSet[] = [
  {
    format: 'brat',
    files: {
      'a.txt': text,
      'a.ann': lines(
        'T1\tcompany 0 5\tAlpha',
        'T2\tcompany 11 15\tBeta',
        'R1\tbuys Arg1:T1 Arg2:T2',
        'A1\tKeptAttribute T1 kept-value',
        '#1\tKeptNote T2\tkept-note',
        'X1\tkept-line',
      ),
      'annotation.conf': lines(
        '[entities]',
        'company',
        '[relations]',
        'buys Arg1:company, Arg2:company',
        '[events]',
        '[attributes]',
        'KeptAttribute Arg:company, Value:kept-value',
      ),
      'visual.conf': lines('[labels]', 'company | Kept label', '[drawing]', 'company bgColor:#123456'),
    },
    kept: [
      'KeptAttribute T1 kept-value',
      'KeptNote T2\tkept-note',
      'X1\tkept-line',
      'Value:kept-value',
      'Kept label',
    ],
  },
  {
    format: 'label-studio',
    files: {
      'export.json': json([
        {
          id: 7,
          keptTask: 'kept-task',
          data: { text, keptData: 'kept-data' },
          annotations: [
            {
              id: 5,
              keptAnnotation: 'kept-annotation',
              result: [
                {
                  id: 'a',
                  type: 'labels',
                  from_name: 'label',
                  to_name: 'text',
                  keptResult: 'kept-result',
                  value: { start: 0, end: 5, text: 'Alpha', labels: ['company'] },
                },
                {
                  id: 'b',
                  type: 'labels',
                  from_name: 'label',
                  to_name: 'text',
                  value: {
                    start: 11,
                    end: 15,
                    text: 'Beta',
                    labels: ['company'],
                    keptValue: 'kept-in-value',
                  },
                },
                {
                  type: 'relation',
                  from_id: 'a',
                  to_id: 'b',
                  direction: 'right',
                  labels: ['buys'],
                  keptRelation: 'kept-relation',
                },
                {
                  id: 'c',
                  type: 'choices',
                  from_name: 'mood',
                  to_name: 'text',
                  value: { choices: ['kept-choice'] },
                },
              ],
            },
          ],
        },
      ]),
    },
    kept: [
      'kept-task',
      'kept-data',
      'kept-annotation',
      'kept-result',
      'kept-in-value',
      'kept-relation',
      'kept-choice',
    ],
  },
  {
    format: 'doccano',
    files: {
      'all.jsonl': json({
        id: 3,
        text,
        keptRecord: { deep: ['kept-record'] },
        cats: ['kept-category'],
        Comments: ['kept-comment'],
        entities: [
          { id: 1, label: 'company', start_offset: 0, end_offset: 5, keptEntity: 'kept-entity' },
          { id: 2, label: 'company', start_offset: 11, end_offset: 15 },
        ],
        relations: [{ id: 1, from_id: 1, to_id: 2, type: 'buys', keptRelation: 'kept-relation' }],
      }),
    },
    kept: ['kept-record', 'kept-category', 'kept-comment', 'kept-entity', 'kept-relation'],
  },
  {
    format: 'prodigy',
    files: {
      'annotated.jsonl': json({
        text,
        meta: { source: 'x', keptMeta: 'kept-meta' },
        keptTask: 'kept-task',
        _input_hash: 123,
        _task_hash: 456,
        tokens: [
          { text: 'Alpha', start: 0, end: 5, id: 0, ws: true, keptToken: 'kept-token' },
          { text: 'buys', start: 6, end: 10, id: 1, ws: true },
          { text: 'Beta', start: 11, end: 15, id: 2, ws: false },
          { text: '.', start: 15, end: 16, id: 3, ws: false },
        ],
        spans: [
          { start: 0, end: 5, token_start: 0, token_end: 0, label: 'company', keptSpan: 'kept-span' },
          { start: 11, end: 15, token_start: 2, token_end: 2, label: 'company' },
        ],
        relations: [
          {
            head: 0,
            child: 2,
            head_span: { start: 0, end: 5, token_start: 0, token_end: 0, label: 'company' },
            child_span: { start: 11, end: 15, token_start: 2, token_end: 2, label: 'company' },
            label: 'buys',
            color: 'kept-colour',
          },
        ],
        answer: 'accept',
      }),
    },
    kept: ['kept-meta', 'kept-task', 'kept-token', 'kept-span', 'kept-colour'],
  },
  {
    format: 'webanno-tsv',
    files: {
      'a.tsv': `${lines('#FORMAT=WebAnno TSV 3.3', '#T_SP=kept.Layer|keptFeature', `#T_SP=${ner}|identifier|value|keptFeature`, '', '', '#Sentence.id=kept-sentence', `#Text=${text}`)}${rows(
        ['1-1', '0-5', 'Alpha', 'kept-word', '*[1]', 'company[1]', 'kept-value[1]'],
        ['1-2', '6-10', 'buys', '_', '_', '_', '_'],
        ['1-3', '11-15', 'Beta', '_', '*[2]', 'company[2]', '*[2]'],
        ['1-4', '15-16', '.', '_', '_', '_', '_'],
      )}`,
    },
    kept: ['kept.Layer|keptFeature', 'kept-word', 'kept-value'],
  },
  {
    format: 'conllu',
    files: {
      'a.conllu': `${lines('# newdoc id = a', '# global.Entity = eid-etype-head-other', '# sent_id = kept-id', '# kept_comment = kept-comment', `# text = ${text}`)}${rows(
        [
          '1',
          'Alpha',
          'kept-lemma',
          'PROPN',
          'NNP',
          'Number=Sing',
          '2',
          'nsubj',
          '2:nsubj',
          'Entity=(e1-company-1-)|Kept=kept-misc',
        ],
        ['2', 'buys', 'buy', 'VERB', 'VBZ', '_', '0', 'root', '0:root', '_'],
        [
          '3',
          'Beta',
          'Beta',
          'PROPN',
          'NNP',
          '_',
          '2',
          'obj',
          '2:obj',
          'Entity=(e2-company-1-)|SpaceAfter=No',
        ],
        ['4', '.', '.', 'PUNCT', '.', '_', '2', 'punct', '2:punct', '_'],
      )}\n`,
    },
    kept: [
      'kept-id',
      '# kept_comment = kept-comment',
      'kept-lemma\tPROPN\tNNP\tNumber=Sing\t2\tnsubj',
      'Kept=kept-misc',
    ],
  },
  {
    format: 'cas-json',
    files: {
      'a.json': json({
        '%TYPES': Object.fromEntries([
          casType(ner, 'uima.tcas.Annotation', 'value', 'identifier', 'keptFeature'),
          casType('kept.Type', 'uima.tcas.Annotation', 'keptOther'),
        ]),
        '%FEATURE_STRUCTURES': [
          {
            '%ID': 1,
            '%TYPE': 'uima.cas.Sofa',
            sofaNum: 1,
            sofaID: '_InitialView',
            mimeType: 'text',
            sofaString: text,
          },
          {
            '%ID': 2,
            '%TYPE': ner,
            '@sofa': 1,
            begin: 0,
            end: 5,
            value: 'company',
            keptFeature: 'kept-feature',
          },
          { '%ID': 3, '%TYPE': 'kept.Type', '@sofa': 1, begin: 6, end: 10, keptOther: 'kept-other' },
        ],
        '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3] } },
      }),
    },
    kept: ['kept-feature', '"kept.Type"', 'kept-other'],
  },
  {
    format: 'xmi',
    files: {
      'TypeSystem.xml': `<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription><name>kept.Type</name><supertypeName>uima.tcas.Annotation</supertypeName><features><featureDescription><name>keptOther</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription><typeDescription><name>${ner}</name><supertypeName>uima.tcas.Annotation</supertypeName><features><featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription><featureDescription><name>keptFeature</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>`,
      'a.xmi': `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:kept="http:///kept.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/><type:NamedEntity xmi:id="2" sofa="1" begin="0" end="5" value="company" keptFeature="kept-feature"/><kept:Type xmi:id="3" sofa="1" begin="6" end="10" keptOther="kept-other"/><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/><cas:View sofa="1" members="2 3"/></xmi:XMI>`,
    },
    kept: ['keptFeature="kept-feature"', '<name>kept.Type</name>', 'keptOther="kept-other"'],
  },
  {
    format: 'gate-xml',
    files: {
      'a.xml': `<?xml version="1.0" encoding="UTF-8"?><GateDocument version="3"><GateDocumentFeatures><Feature><Name className="java.lang.String">keptDocument</Name><Value className="java.lang.String">kept-document</Value></Feature></GateDocumentFeatures><TextWithNodes><Node id="0"/>Alpha<Node id="5"/> buys <Node id="11"/>Beta<Node id="15"/>.</TextWithNodes><AnnotationSet>${gateAnnotation(1, 'company', 0, 5, 'kept-one')}${gateAnnotation(2, 'company', 11, 15, 'kept-two')}</AnnotationSet><AnnotationSet Name="Kept set">${gateAnnotation(3, 'paragraph', 0, 15, 'kept-three')}</AnnotationSet></GateDocument>`,
    },
    kept: ['kept-document', 'kept-one', 'kept-two', 'Name="Kept set"', 'kept-three'],
  },
  {
    format: 'bdoc',
    files: {
      'a.bdocjs': json({
        annotation_sets: {
          '': {
            name: '',
            next_annid: 3,
            annotations: [
              { type: 'company', start: 0, end: 5, id: 1, features: { keptFeature: ['kept-feature'] } },
            ],
          },
          'Kept set': {
            name: 'Kept set',
            next_annid: 2,
            annotations: [{ type: 'x', start: 6, end: 10, id: 1, features: { keptOther: 'kept-other' } }],
          },
        },
        text,
        features: { keptDocument: 'kept-document' },
        offset_type: 'p',
        name: '',
      }),
    },
    kept: ['kept-feature', '"Kept set"', 'kept-other', 'kept-document'],
  },
  {
    format: 'tei',
    files: {
      'a.xml': `<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>a</title><respStmt><resp>kept-resp</resp><name>x</name></respStmt></titleStmt><publicationStmt><availability><p>kept-licence</p></availability></publicationStmt><sourceDesc><p>kept-source</p></sourceDesc></fileDesc><encodingDesc><p>kept-encoding</p></encodingDesc></teiHeader><text><body><div type="kept-div"><p><orgName>Alpha</orgName> <hi rend="kept-rend">buys</hi> <orgName>Beta</orgName>.</p></div></body></text></TEI>`,
    },
    kept: [
      'kept-resp',
      'kept-licence',
      'kept-source',
      'kept-encoding',
      'type="kept-div"',
      'rend="kept-rend"',
    ],
  },
  {
    format: 'w3c',
    files: {
      'a.jsonld': json({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'https://x.example/anno/1',
        type: 'Annotation',
        motivation: 'tagging',
        keptMember: 'kept-member',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'company' },
          { type: 'Choice', purpose: 'kept-purpose' },
        ],
        target: {
          source: 'a.txt',
          selector: [
            { type: 'TextQuoteSelector', exact: 'Alpha', prefix: '', suffix: ' buys' },
            { type: 'TextPositionSelector', start: 0, end: 5 },
          ],
        },
      }),
      'a.txt': text,
    },
    kept: ['kept-member', 'kept-purpose'],
  },
  ...foreignGraphs,
  {
    format: 'huggingface',
    files: {
      'README.md': lines(
        '---',
        'license: other',
        'tags:',
        '- kept-tag',
        'dataset_info:',
        '  features:',
        '  - name: tokens',
        '    sequence: string',
        '  - name: ner_tags',
        '    sequence:',
        '      class_label:',
        '        names:',
        "          '0': O",
        "          '1': B-company",
        "          '2': I-company",
        '---',
        '',
        '# Kept heading',
      ),
      'data/train.jsonl': json({
        id: '1',
        tokens: ['Alpha', 'buys', 'Beta', '.'],
        ner_tags: [1, 0, 1, 0],
        keptColumn: { deep: 'kept-column' },
      }),
    },
    kept: ['kept-column'],
  },
]
