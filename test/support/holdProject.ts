import { writeSync } from 'node:fs'
import { openProjectFile } from '../../main/db/index.ts'

/* Holds a project open until it is killed: `node test/support/holdProject.ts <project> <lock folder>`. */

const [path, lockFolder] = process.argv.slice(2) as [string, string]
openProjectFile(path, { lockFolder, holder: 'Ada on desk-3 (process 4711)' })
writeSync(1, 'held\n')
setInterval(() => {}, 1000)
