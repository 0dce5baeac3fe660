import { mutations } from './mutations.ts'
import { inArchive, isGzip, isZip } from './packed.ts'
import { createRandom, type Random } from './random.ts'

/** A set of files of one format that cases are made of; paths relative, `/` between the parts. */
export interface Sample {
  readonly format: string
  readonly files: Readonly<Record<string, Buffer>>
}

export interface FuzzCase {
  readonly format: string
  /** What was done, for people. */
  readonly what: string
  readonly files: Readonly<Record<string, Buffer>>
  /** A person says what it is: its format; undefined for a file that must be recognised. */
  readonly forced?: string | undefined
}

const extensions = [
  'txt',
  'json',
  'jsonl',
  'xml',
  'csv',
  'tsv',
  'ann',
  'conll',
  'zip',
  'gz',
  'html',
  'md',
  'pdf',
  'docx',
  'eml',
  'rtf',
  'xmi',
  'bib',
  'ris',
  'warc',
  '',
]

const renamed = (path: string, random: Random): string =>
  `${path.replace(/\.[^./]*$/, '')}.${random.pick(extensions)}`.replace(/\.$/, '')

/** Case `number` of a run: always the same one for the same seed and samples. */
export const makeCase = (samples: readonly Sample[], seed: number, number: number): FuzzCase => {
  const random = createRandom(seed, number)
  // Every format comes as often, however many samples it has.
  const formats = [...new Set(samples.map((it) => it.format))]
  const format = formats[number % formats.length]!
  const { files } = random.pick(samples.filter((it) => it.format === format))
  const result: Record<string, Buffer> = { ...files }
  const done: string[] = []
  const otherFiles = Object.values(random.pick(samples).files)
  const other = random.pick(otherFiles)
  for (let left = random.pick([1, 1, 1, 2, 3, 5]); left > 0; left -= 1) {
    const path = random.pick(Object.keys(result))
    const [name, mutate] = random.pick(mutations)
    const before = result[path]!
    const isPacked = isZip(before) || isGzip(before)
    let after: Buffer | null = null
    if (isPacked && random.chance(0.75)) {
      try {
        after = inArchive(before, random, (bytes) => mutate(bytes, random, other))
      } catch {
        // An earlier change broke the archive; it is changed as it is.
      }
    }
    result[path] = after ?? mutate(before, random, other)
    done.push(`${name} ${after ? 'in ' : ''}${path}`)
    if (random.chance(0.05)) {
      const to = renamed(path, random)
      if (to !== path) {
        result[to] = result[path]!
        delete result[path]
        done.push(`named ${to}`)
      }
    }
    if (random.chance(0.02) && Object.keys(result).length > 1) delete result[path]
  }
  const forced = random.chance(0.2) ? format : undefined
  if (forced) done.push(`read as ${forced}`)
  return { format, what: done.join(', '), files: result, forced }
}
