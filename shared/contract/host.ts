import { z } from 'zod'
import { action, query } from './define.ts'
import { failure } from './reply.ts'

/**
 * What only a shell can do. These methods are answered by the shell itself, never by the core. Where a shell has no
 * native dialog, `pick…` answers `{ paths: null }` and the page shows its own dialog over `browse`.
 */
export const host = {
  info: query({
    doc: 'What runs: shell, platform, versions and usual folders.',
    input: z.strictObject({}),
    output: z.strictObject({
      shell: z.enum(['electron', 'browser']),
      platform: z.string(),
      version: z.string(),
      folders: z.strictObject({
        home: z.string(),
        documents: z.string(),
        projects: z.string(),
        exports: z.string(),
      }),
      pathSeparator: z.string(),
      /** Why the project of last time could not be opened again; null when all is as expected. */
      startFailure: failure.nullable(),
    }),
    reads: [],
  }),
  pickToOpen: action({
    doc: 'Native dialog for a project, for files to import, for a folder of them or for a dataset.',
    input: z.strictObject({
      what: z.enum(['project', 'articles', 'folder', 'dataset']),
      /** Endings of the files offered first, without the dot; for `articles`. */
      extensions: z
        .array(z.string().regex(/^[\w.+-]{1,20}$/))
        .max(500)
        .optional(),
    }),
    output: z.strictObject({ paths: z.array(z.string()).nullable() }),
  }),
  pickToSave: action({
    doc: 'Native dialog for a new file or folder.',
    input: z.strictObject({
      what: z.enum(['project', 'export', 'picture']),
      suggestedName: z.string().max(255),
    }),
    output: z.strictObject({ path: z.string().nullable(), native: z.boolean() }),
  }),
  browse: query({
    doc: 'Folders and files of a folder, for the page’s own dialog.',
    input: z.strictObject({ path: z.string().max(4096).optional() }),
    output: z.strictObject({
      path: z.string(),
      parent: z.string().nullable(),
      entries: z.array(
        z.strictObject({ name: z.string(), path: z.string(), folder: z.boolean(), byteLength: z.int() }),
      ),
    }),
    reads: [],
  }),
  reveal: action({
    doc: 'Shows a file in the system’s file manager, where there is one.',
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: z.strictObject({ shown: z.boolean() }),
  }),
}
