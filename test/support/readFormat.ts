import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { createFileSet } from '../../main/features/imports/files/fileSet.ts'
import { probeOf } from '../../main/features/imports/files/probe.ts'
import { diskFile, memoryFile, type SetFile } from '../../main/features/imports/files/setFile.ts'
import type {
  AnnotationFormat,
  FileSet,
  ImportFormat,
  Recognition,
} from '../../main/features/imports/formats/format.ts'
import type { ReadDocument, ReadRecord } from '../../main/features/imports/formats/records.ts'
import type { Notice } from '../../main/features/imports/reading/types.ts'
import { completeOptions, type OptionValues } from '../../shared/model/option.ts'
import { createOffsetMap } from '../../shared/text/offsets.ts'

/** Real files of other tools, where they are. */
export const interop = process.env.LIGATURE_INTEROP ?? join(import.meta.dirname, '../../../shared/interop')

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .flatMap((it) => filesBelow(join(path, it)))
    : [path]

/** The files of a folder (or one file with its neighbours) as an import sees them. */
export const filesAt = (path: string): { files: SetFile[]; all: SetFile[] } => {
  const isFolder = statSync(path).isDirectory()
  const root = isFolder ? path : dirname(path)
  const all = filesBelow(root).map((it) => diskFile(it, relative(root, it).replaceAll('\\', '/')))
  return { all, files: isFolder ? all : all.filter((it) => it.path === basename(path)) }
}

export const recognise = (
  format: ImportFormat,
  file: SetFile,
  all: readonly SetFile[] = [file],
): Recognition | null => {
  const folder = dirname(file.path)
  const siblings = new Set(all.filter((it) => dirname(it.path) === folder).map((it) => it.name))
  return format.recognise(probeOf(file, siblings))
}

export interface Reading {
  records: ReadRecord[]
  documents: ReadDocument[]
  problems: { file: string; place: string; notice: Notice }[]
}

/** Everything a reader gives for a set. */
export const readSet = async (
  format: AnnotationFormat,
  set: FileSet,
  options: OptionValues = {},
): Promise<Reading> => {
  const problems: Reading['problems'] = []
  const records: ReadRecord[] = []
  const context = {
    options: completeOptions(format.options, options),
    problem: (file: SetFile, place: string, notice: Notice) =>
      void problems.push({ file: file.path, place, notice }),
  }
  for await (const record of format.read(set, context)) records.push(record)
  return { records, documents: records.filter((it) => it.kind === 'document'), problems }
}

/** Reads the files of a folder (or one file) that the format recognises. */
export const readPath = (
  format: AnnotationFormat,
  path: string,
  options: OptionValues = {},
): Promise<Reading> => {
  const { files, all } = filesAt(path)
  const own = files.filter((it) => recognise(format, it, all))
  return readSet(format, createFileSet(basename(path), own, all), options)
}

/** Reads files given as texts or bytes by name. */
export const readFiles = (
  format: AnnotationFormat,
  contents: Readonly<Record<string, string | Uint8Array>>,
  options: OptionValues = {},
): Promise<Reading> => {
  const all = Object.entries(contents).map(([path, content]) =>
    memoryFile(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
  )
  return readSet(
    format,
    createFileSet(
      'set',
      all.filter((it) => recognise(format, it, all)),
      all,
    ),
    options,
  )
}

/** Fragments whose quote is not what their offsets cut out, counted in `unit`. */
export const mismatches = (
  documents: readonly ReadDocument[],
  unit: 'utf16' | 'codepoint' | 'byte',
): string[] => {
  const wrong: string[] = []
  for (const { text, mentions, place } of documents) {
    const map = createOffsetMap(text)
    for (const { fragments } of mentions) {
      for (const { start, end, quote } of fragments) {
        if (quote === undefined) continue
        let cut = '(outside)'
        try {
          cut = text.slice(map.from(unit, start), map.from(unit, end))
        } catch {
          // Told as a mismatch.
        }
        if (cut !== quote) wrong.push(`${place}: ${start}–${end} is "${cut}", said to be "${quote}"`)
      }
    }
  }
  return wrong
}
