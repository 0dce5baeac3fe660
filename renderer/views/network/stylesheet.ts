import type { EntityType, RelationType, Schema } from '@shared/model/schema.ts'
import type { StylesheetJson } from 'cytoscape'
import { maxLabelWidth } from './geometry.ts'
import type { GraphTheme } from './theme.ts'

/** The ring says the type a second time, in the pattern its mentions are underlined with. */
const rings: Readonly<
  Record<
    EntityType['pattern'],
    { style: 'solid' | 'dashed' | 'double'; width: number; dash?: readonly number[] }
  >
> = {
  solid: { style: 'solid', width: 3 },
  double: { style: 'double', width: 6 },
  dashed: { style: 'dashed', width: 3, dash: [8, 4] },
  dotted: { style: 'dashed', width: 3, dash: [2.5, 2.5] },
  thin: { style: 'solid', width: 1.4 },
}

const dashes: Readonly<Record<RelationType['dash'], number[]>> = {
  solid: [],
  dashed: [7, 4],
  dotted: [2, 3],
}

/** Size of names in model pixels at full zoom. */
export const fontSize = 11.5

/**
 * How the network looks in a theme. Selection, hover, the keyboard's place and which names are written are classes.
 * `boost` enlarges names and lines when one looks from afar.
 */
export const stylesheet = (theme: GraphTheme, schema: Schema, boost: number): StylesheetJson =>
  [
    {
      selector: 'node',
      style: {
        shape: 'ellipse',
        width: 'data(drawn)',
        height: 'data(drawn)',
        'background-color': theme.raised,
        'border-width': 3,
        'border-color': theme.soft,
        'border-position': 'inside',
        'font-family': theme.sans,
        'font-size': fontSize * boost,
        'min-zoomed-font-size': 6,
        color: theme.ink,
        'text-valign': 'bottom',
        'text-margin-y': 3 * boost,
        'text-max-width': `${maxLabelWidth * boost}px`,
        'text-wrap': 'ellipsis',
        'text-outline-color': theme.panel,
        'text-outline-width': 2.5 * boost,
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
        'border-width': rings[type.pattern].width * Math.sqrt(boost),
        'border-dash-pattern': (rings[type.pattern].dash ?? [1]).map((it) => it * Math.sqrt(boost)),
      },
    })),
    {
      selector: 'edge',
      style: {
        width: 'data(drawn)',
        'line-color': theme.soft,
        'curve-style': 'bezier',
        'control-point-step-size': 24,
        'line-cap': 'butt',
        'overlay-opacity': 0,
        'arrow-scale': 0.8 * Math.sqrt(boost),
        'font-family': theme.sans,
        'font-size': 10.5 * boost,
        'text-outline-color': theme.panel,
        'text-outline-width': 3 * boost,
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
    {
      selector: 'node.named, node.lit, node.selected, node.pointed',
      style: { label: 'data(label)' },
    },
    { selector: 'node.lit', style: { 'z-index': 20 } },
    {
      selector: 'edge.lit',
      style: { 'z-index': 8 },
    },
    {
      selector: 'edge.named, edge.selected, edge.pointed',
      style: {
        label: 'data(label)',
        'text-background-color': theme.panel,
        'text-background-opacity': 0.85,
        // Above the nodes, or their names would lie on its own.
        'z-compound-depth': 'top',
      },
    },
    {
      selector: 'node.selected',
      style: {
        'outline-width': 1.5 * boost,
        'outline-offset': 2.5 * boost,
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
        'underlay-opacity': 0.25,
        'underlay-padding': 4,
      },
    },
    {
      selector: 'node.pointed',
      style: {
        'outline-width': 3 * boost,
        'outline-offset': 1.5 * boost,
        'outline-color': theme.accent,
        'outline-opacity': 0.65,
        'z-index': 31,
      },
    },
    {
      selector: 'edge.pointed',
      style: { 'underlay-color': theme.accent, 'underlay-opacity': 0.3, 'underlay-padding': 4 },
    },
  ] as StylesheetJson
