import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react()],
  resolve: { alias: { '@shared': here('../shared') } },
  // Both shells put a fresh nonce in its place with every response.
  html: { cspNonce: '__NONCE__' },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Chromium knows modulepreload; the polyfill would be an inline script.
    modulePreload: { polyfill: false },
    // Everything comes from the same disk: one request more costs less than a data URL that the policy must allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
})
