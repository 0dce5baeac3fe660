import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { '@shared': fileURLToPath(new URL('../shared', import.meta.url)) } },
  test: {
    include: ['test/{unit,conformance,architecture}/**/*.test.ts'],
    // Core tests open real SQLite files; a native module is safest in a process of its own.
    pool: 'forks',
    testTimeout: 30_000,
    // Some suites build or pack the program first, and two cores are all a machine may have.
    hookTimeout: 120_000,
    // A stray import of electron must never start a download.
    env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
  },
})
