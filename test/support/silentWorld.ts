import type { World } from '../../main/shell/cli/world.ts'

/** A world that keeps what is said to it and has nothing to work with. */
export const silentWorld = (more: Partial<World> = {}) => {
  const said = { out: '', err: '' }
  const world: World = {
    startFolder: '/somewhere',
    sampleFolder: '/sample',
    dataFolder: () => {
      throw new Error('No folder here.')
    },
    personName: 'Ada',
    coreWorkerUrl: new URL('file:///core'),
    jobWorkerUrl: new URL('file:///job'),
    language: 'en',
    program: 'ligature',
    interrupt: { asked: false, onAsk: () => () => {} },
    out: (text) => {
      said.out += text
    },
    outFile: async () => {},
    err: (text) => {
      said.err += text
    },
    columns: 0,
    ...more,
  }
  return { world, said }
}
