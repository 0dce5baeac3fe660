import { entityLayer, relationLayer } from './layers.ts'

const feature = (name: string, range: string): string => `
        <featureDescription>
          <name>${name}</name>
          <description/>
          <rangeTypeName>${range}</rangeTypeName>
        </featureDescription>`

/** The layer of relations as INCEpTION imports layers (UIMA type system description); named entities are built in. */
export const typeSystem = `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
    <typeDescription>
      <name>${relationLayer.type}</name>
      <description/>
      <supertypeName>uima.tcas.Annotation</supertypeName>
      <features>${feature('Dependent', entityLayer.type)}${feature('Governor', entityLayer.type)}${feature('value', 'uima.cas.String')}
      </features>
    </typeDescription>
  </types>
</typeSystemDescription>
`
