import type { EntityType, RelationType, Schema } from '@shared/model/schema.ts'
import type { StylesheetJson } from 'cytoscape'
import { maxLabelWidth } from './geometry.ts'
import type { GraphTheme } from './theme.ts'

/** The ring says the type a second time, in the pattern its mentions are underlined with. */
const rings: Readonly<
  Record<EntityType['pattern'], { style: 'solid' | 'dashed' | 'dotted' | 'double'; width: number }>
> = {
  solid: { style: 'solid', width: 3 },
  double: { style: 'double', width: 5 },
  dashed: { style: 'dashed', width: 3 },
  dotted: { style: 'dotted', width: 3 },
  thin: { style: 'solid', width: 1.4 },
}

const dashes: Readonly<Record<RelationType['dash'], number[]>> = {
  solid: [],
  dashed: [7, 4],
  dotted: [2, 3],
}

/** How the network looks in a theme. Selection, hover and the keyboard's place are classes. */
export const stylesheet = (theme: GraphTheme, schema: Schema): StylesheetJson =>
  [
    {
      selector: 'node',
      style: {
        shape: 'ellipse',
        width: 'data(diameter)',
        height: 'data(diameter)',
        'background-color': theme.raised,
        'border-width': 3,
        'border-color': theme.soft,
        'border-position': 'inside',
        label: 'data(label)',
        'font-family': theme.sans,
        'font-size': 11.5,
        'min-zoomed-font-size': 8,
        color: theme.ink,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-max-width': `${maxLabelWidth}px`,
        'text-wrap': 'ellipsis',
        'text-outline-color': theme.panel,
        'text-outline-width': 2.5,
        'text-outline-opacity': 0.95,
        'overlay-opacity': 0,
        'z-index': 10,
      },
    },
    ...schema.entityTypes.map((type) => ({
      selector: `node.type-${type.id}`,
      style: {
        'border-color': theme.types[type.colour],
        'border-style': rings[type.pattern].style,
        'border-width': rings[type.pattern].width,
      },
    })),
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': theme.soft,
        'curve-style': 'bezier',
        'control-point-step-size': 36,
        'line-cap': 'butt',
        'overlay-opacity': 0,
        'arrow-scale': 0.8,
        'font-family': theme.sans,
        'font-size': 10.5,
        'min-zoomed-font-size': 8,
        'text-outline-color': theme.panel,
        'text-outline-width': 3,
        color: theme.soft,
        'z-index': 1,
      },
    },
    ...schema.relationTypes.flatMap((type) => {
      const colour = theme.types[type.colour]
      return [
        {
          selector: `edge.type-${type.id}`,
          style: {
            'line-color': colour,
            color: colour,
            'target-arrow-color': colour,
            'mid-target-arrow-color': colour,
            ...(type.directed ? { 'target-arrow-shape': 'triangle' as const } : {}),
            ...(type.dash === 'solid'
              ? {}
              : { 'line-style': 'dashed' as const, 'line-dash-pattern': dashes[type.dash] }),
          },
        },
      ]
    }),
    // What is only announced has a hollow arrow, what was denied a bar across, what has ended is pale.
    { selector: 'edge.announced', style: { 'target-arrow-fill': 'hollow' } },
    { selector: 'edge.denied', style: { 'mid-target-arrow-shape': 'tee' } },
    { selector: 'edge.ended', style: { 'line-opacity': 0.5 } },
    {
      selector: 'edge.unproved',
      style: {
        'line-style': 'dotted',
        'line-opacity': 0.55,
        'target-arrow-fill': 'hollow',
      },
    },
    // Large graphs: straight lines without arrows are several times faster.
    { selector: 'edge.plain', style: { 'curve-style': 'haystack', 'target-arrow-shape': 'none' } },
    {
      selector: 'node.pinned',
      style: {
        'background-fill': 'radial-gradient',
        'background-gradient-stop-colors': `${theme.soft} ${theme.soft} ${theme.raised} ${theme.raised}`,
        'background-gradient-stop-positions': '0% 14% 17% 100%',
      },
    },
    { selector: 'node.dimmed', style: { opacity: 0.25 } },
    { selector: 'edge.dimmed', style: { opacity: 0.12 } },
    { selector: 'node.lit', style: { 'z-index': 20 } },
    {
      selector: 'edge.lit',
      style: { 'z-index': 8 },
    },
    {
      selector: 'edge.named, edge.selected, edge.pointed',
      style: { label: 'data(label)', 'text-background-color': theme.panel, 'text-background-opacity': 0.85 },
    },
    {
      selector: 'node.selected',
      style: {
        'outline-width': 1.5,
        'outline-offset': 3,
        'outline-color': theme.accent,
        'font-weight': 600,
        'z-index': 30,
      },
    },
    {
      selector: 'edge.selected',
      style: {
        'font-weight': 600,
        'underlay-color': theme.accent,
        'underlay-opacity': 0.22,
        'underlay-padding': 4,
        'z-index': 9,
      },
    },
    {
      selector: 'node.pointed',
      style: {
        'underlay-color': theme.accent,
        'underlay-opacity': 0.25,
        'underlay-padding': 7,
        'underlay-shape': 'ellipse',
      },
    },
    {
      selector: 'edge.pointed',
      style: { 'underlay-color': theme.accent, 'underlay-opacity': 0.3, 'underlay-padding': 4 },
    },
  ] as StylesheetJson
