import { cpSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/]

/** Character maps and font metrics of the PDF library: data it reads by path, beside the chunk that holds its code. */
const pdfAssets = (): Plugin => ({
  name: 'pdf-assets',
  writeBundle: ({ dir }) => {
    for (const folder of ['cmaps', 'standard_fonts'])
      cpSync(here(`../node_modules/pdfjs-dist/${folder}`), `${dir}/chunks/pdfjs/${folder}`, {
        recursive: true,
      })
  },
})

/** `--mode preload` builds the preload: a sandboxed one must be a single CommonJS file. */
export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload'
  return {
    root: here('..'),
    plugins: isPreload ? [] : [pdfAssets()],
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
