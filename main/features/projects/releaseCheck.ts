import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import type { Notice } from '../../../shared/model/notice.ts'
import { LigatureError } from '../../core/errors.ts'
import type { JobContext } from '../../core/jobs.ts'
import { archiveMembers, DamagedZip, importDatasetJob, unpackMember } from '../imports/index.ts'
import { checkRows, checkTexts } from './contentCheck.ts'
import { createProjectRepository } from './repository.ts'

export const checksumFile = 'checksums.sha256'

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(folder, join(it.parentPath, it.name)).split(sep).join('/'))
    .sort()

const sha256 = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}

const finding = (code: string, file: string, sentence: string): Notice => ({
  code,
  message: `${file}: ${sentence}`,
  params: { file },
})

/** Lines of sha256sum(1): 64 hexadecimal digits, two signs, the name from the folder on. */
const checksumsOf = (folder: string): Map<string, string> =>
  new Map(
    readFileSync(join(folder, checksumFile), 'utf8')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [hash, name] = [line.slice(0, 64), line.slice(66)]
        return /^[0-9a-f]{64}$/i.test(hash) && name !== '' ? [[name, hash.toLowerCase()] as const] : []
      }),
  )

const checkSums = async (
  folder: string,
  files: readonly string[],
  { stopIfCancelled, report }: JobContext,
): Promise<Notice[]> => {
  if (!files.includes(checksumFile)) {
    const sentence = 'is missing, so nobody can tell whether the release is as it was made. Make it again.'
    return [finding('check.no_checksums', checksumFile, sentence)]
  }
  const stated = checksumsOf(folder)
  const findings: Notice[] = []
  for (const [index, name] of files.entries()) {
    stopIfCancelled()
    report(index, files.length, name)
    if (name === checksumFile) continue
    const wanted = stated.get(name)
    if (wanted === undefined)
      findings.push(
        finding(
          'check.file_added',
          name,
          `is not in ${checksumFile}. Take it out, or make the release again.`,
        ),
      )
    else if (wanted !== (await sha256(join(folder, name))))
      findings.push(
        finding(
          'check.file_changed',
          name,
          'is not as it was released. Copy the release again, or make it again.',
        ),
      )
  }
  for (const name of stated.keys())
    if (!files.includes(name))
      findings.push(
        finding('check.file_missing', name, 'is missing. Copy the release again, or make it again.'),
      )
  return findings
}

const beginning = (path: string): string => {
  const bytes = Buffer.alloc(64)
  const file = openSync(path, 'r')
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}

/** Is the file a ZIP archive? */
export const isArchive = (path: string): boolean => beginning(path).startsWith('PK\x03\x04')

const isDataset = (folder: string, name: string): boolean =>
  name.endsWith('.jsonl') && beginning(join(folder, name)).startsWith('{"format":"ligature"')

/** Reads one dataset into the empty project of the job, checks what came of it, and leaves the project empty again. */
const checkDataset = async (
  folder: string,
  name: string,
  context: JobContext,
  found: (it: Notice) => void,
): Promise<void> => {
  const { journal, personId } = context
  const tell = (reason: string): void =>
    found({
      code: 'check.dataset',
      message: `${name}: ${reason} Make the release again from its project.`,
      params: { file: name, reason },
    })
  // A project nobody sees: no window is told of its steps.
  const commit: JobContext['commit'] = (code, work) =>
    journal.record(code, personId, context.now(), work).result
  try {
    const path = join(folder, name)
    const { left } = (await importDatasetJob.run({ path }, { ...context, commit })) as {
      left: { name: string; reason: string }[]
    }
    for (const it of left) tell(`${it.name}: ${it.reason}.`)
  } catch (thrown) {
    if (!(thrown instanceof LigatureError) || thrown.code !== 'import.unreadable') throw thrown
    tell(thrown.message)
    return
  }
  const content = { ...context, report: () => {}, found }
  checkTexts(content)
  checkRows(content)
  journal.undo()
}

/** A name that stays within the folder it is unpacked to. */
const isPlain = (name: string): boolean =>
  !/^([/\\]|[A-Za-z]:)/.test(name) && !name.includes('\0') && !name.split('/').includes('..')

/**
 * Looks a release over that is packed: at the top of the archive or in its only folder.
 * @throws LigatureError import.unreadable · io · disk_full · cancelled
 */
export const checkArchive = async (
  path: string,
  context: JobContext,
  found: (it: Notice) => void,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-check-'))
  try {
    for (const member of archiveMembers(path, statSync(path).size)) {
      context.stopIfCancelled()
      if (!isPlain(member.name)) throw new DamagedZip(`its member "${member.name.slice(0, 100)}" leaves it`)
      if (member.name.endsWith('/')) continue
      const target = join(folder, member.name)
      mkdirSync(dirname(target), { recursive: true })
      await unpackMember(path, member, target)
    }
    const [only, ...others] = readdirSync(folder, { withFileTypes: true })
    const top = only?.isDirectory() && others.length === 0 ? join(folder, only.name) : folder
    await checkRelease(top, context, found)
  } catch (thrown) {
    if (!(thrown instanceof DamagedZip)) throw thrown
    const sentence = `${path}: ${thrown.message}. Copy the release again, or make it again from its project.`
    throw new LigatureError('import.unreadable', sentence, { path })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Looks a release folder over: every file against its checksum, every Ligature JSONL file by reading it. */
export const checkRelease = async (
  folder: string,
  context: JobContext,
  found: (it: Notice) => void,
): Promise<void> => {
  const files = filesOf(folder)
  for (const it of await checkSums(folder, files, context)) found(it)
  const repository = createProjectRepository(context.db)
  repository.create({ uid: context.newUid(), name: 'check', madeAt: context.now() })
  repository.person('check', context.newUid)
  for (const name of files) if (isDataset(folder, name)) await checkDataset(folder, name, context, found)
}
