import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/]

/** `--mode preload` builds the preload: a sandboxed one must be a single CommonJS file. */
export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload'
  return {
    root: here('..'),
    resolve: { conditions: ['node', 'import', 'module', 'default'], mainFields: ['module', 'main'] },
    build: {
      outDir: here('../dist/main'),
      emptyOutDir: !isPreload,
      target: 'node24',
      minify: false,
      copyPublicDir: false,
      lib: isPreload
        ? { entry: here('shell/electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' }
        : {
            entry: {
              index: here('shell/electron/index.ts'),
              coreWorker: here('shell/worker/coreWorker.ts'),
              jobWorker: here('shell/worker/jobWorker.ts'),
            },
            formats: ['es'],
          },
      rolldownOptions: {
        platform: 'node',
        external,
        output: isPreload ? {} : { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  }
})
