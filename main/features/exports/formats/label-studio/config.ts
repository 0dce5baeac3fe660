import type { ExportSource } from '../../format.ts'
import { colourOf } from '../../support/hexColours.ts'

/**
 * The labelling configuration (labelstud.io/tags): labels, relations, and what can be said of each region. The comment
 * tells the reader that nothing of it is somebody else's.
 */
export const configuration = (source: ExportSource, xml: (text: string) => string): string => {
  const lines = ['<!-- Ligature -->', '<View>']
  if (source.relationTypes.length > 0) {
    lines.push('  <Relations>')
    for (const it of source.relationTypes) lines.push(`    <Relation value="${xml(it.key)}"/>`)
    lines.push('  </Relations>')
  }
  lines.push('  <Labels name="label" toName="text">')
  for (const it of source.entityTypes)
    lines.push(
      `    <Label value="${xml(it.key)}" background="${colourOf(it.colour)}" hint="${xml(it.name)}"/>`,
    )
  lines.push(
    '  </Labels>',
    '  <Text name="text" value="$text"/>',
    '  <Choices name="certainty" toName="text" perRegion="true" choice="single" showInline="true">',
    '    <Choice value="certain"/>',
    '    <Choice value="probable"/>',
    '    <Choice value="doubtful"/>',
    '  </Choices>',
  )
  for (const name of ['entity', 'value', 'note'])
    lines.push(
      `  <TextArea name="${name}" toName="text" perRegion="true" placeholder="${name}" maxSubmissions="1"/>`,
    )
  lines.push('</View>')
  return `${lines.join('\n')}\n`
}
