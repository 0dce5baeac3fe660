import { z } from 'zod'
import { languages } from '../messages/define.ts'
import { notice } from '../model/notice.ts'
import { action, command, query } from './define.ts'

export const projectInfo = z.strictObject({
  name: z.string(),
  note: z.string(),
  path: z.string(),
  uid: z.string(),
  isSample: z.boolean(),
  readOnly: z.boolean(),
  byteLength: z.int(),
  articles: z.int(),
})
export type ProjectInfo = z.infer<typeof projectInfo>

const recentProject = z.strictObject({
  path: z.string(),
  name: z.string(),
  openedAt: z.string(),
  missing: z.boolean(),
})

const path = z.string().min(1).max(4096)
/** Whether it comes to the head of the recent ones, and so opens at the next start. */
const remember = z.boolean().default(true)
const nothing = z.strictObject({})

export const projects = {
  current: query({
    doc: 'The open project, or null.',
    input: nothing,
    output: projectInfo.nullable(),
    reads: ['projects', 'project', 'article'],
  }),
  recent: query({
    doc: 'Projects opened before, newest first.',
    input: nothing,
    output: z.array(recentProject),
    reads: ['projects'],
  }),
  create: action({
    doc: 'Creates an empty project file with the default schema, its names in the given language, and opens it. Refuses to overwrite.',
    input: z.strictObject({
      name: z.string().min(1).max(200),
      language: z.enum(languages).default('en'),
      path: path.optional(),
      remember,
    }),
    output: projectInfo,
  }),
  open: action({
    doc: 'Opens a project file.',
    input: z.strictObject({ path, remember }),
    output: projectInfo,
  }),
  openSample: action({
    doc: 'Opens the sample project, creating it when it is not there yet.',
    input: z.strictObject({ reset: z.boolean().default(false) }),
    output: projectInfo,
  }),
  saveCopy: action({
    doc: 'Writes a complete copy of the open project to a new file, or of the project file `from`, which is only read, also while another program has it open. Refuses to overwrite.',
    input: z.strictObject({ path, from: path.optional() }),
    output: z.strictObject({ path: z.string() }),
  }),
  close: action({ doc: 'Closes the open project; one file remains.', input: nothing, output: nothing }),
  forget: action({
    doc: 'Takes a project off the list of recent ones; the file stays.',
    input: z.strictObject({ path }),
    output: nothing,
  }),
  update: command({
    doc: 'Renames the project or changes its note.',
    input: z.strictObject({
      name: z.string().min(1).max(200).optional(),
      note: z.string().max(20_000).optional(),
    }),
    output: nothing,
  }),
  check: action({
    doc: 'Checks in the background that everything holds that must: of the open project, or of the project file or release folder at the path, which is only read. Job result: projectCheck.',
    input: z.strictObject({ path: path.optional() }),
    output: z.strictObject({ jobId: z.string() }),
  }),
}

/** Result of `projects.check`; each finding names its place and the remedy. */
export const projectCheck = z.strictObject({ ok: z.boolean(), findings: z.array(notice) })
export type ProjectCheck = z.infer<typeof projectCheck>
