import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStale } from '../../main/shell/launch/build.ts'
import { startCore } from '../../main/shell/worker/coreClient.ts'
import { fuseSentinel, makeStandInElectron } from '../support/standInElectron.ts'

const root = join(import.meta.dirname, '..', '..')
const dist = join(root, 'dist')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) =>
      join(it.parentPath, it.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()

beforeAll(() => buildStale(root, ['renderer', 'main', 'preload']), 120_000)

describe('the built preload', () => {
  it('exposes three doors and nothing else, and passes no event object on', async () => {
    const exposed: Record<string, unknown> = {}
    const heard = new Map<string, (...args: unknown[]) => void>()
    const invoked: unknown[][] = []
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: unknown) => Object.assign(exposed, { [name]: api }),
      },
      ipcRenderer: {
        invoke: async (...args: unknown[]) => void invoked.push(args),
        on: (channel: string, listener: () => void) => void heard.set(channel, listener),
        off: (channel: string) => void heard.delete(channel),
      },
      webUtils: { getPathForFile: () => '/dropped.txt' },
    }
    const required: string[] = []
    const code = readFileSync(join(dist, 'main', 'preload.cjs'), 'utf8')
    const module = { exports: {} }
    runInNewContext(code, {
      module,
      exports: module.exports,
      require: (name: string) => {
        required.push(name)
        return electron
      },
    })
    expect(required).toEqual(['electron'])
    expect(Object.keys(exposed)).toEqual(['ligature'])
    const bridge = exposed.ligature as {
      call(method: string, input: unknown): Promise<unknown>
      on(listener: (value: unknown) => void): () => void
      host: { pathOf(file: unknown): string; onMenu(listener: (value: unknown) => void): () => void }
    }
    expect(Object.keys(bridge)).toEqual(['call', 'on', 'host'])
    expect(Object.keys(bridge.host)).toEqual(['pathOf', 'onMenu'])
    await bridge.call('projects.current', {})
    expect(invoked).toEqual([['call', 'projects.current', {}]])
    const received: unknown[][] = []
    const stop = bridge.on((...args) => received.push(args))
    heard.get('event')!({ sender: 'must not pass' }, { event: 'changed' })
    expect(received).toEqual([[{ event: 'changed' }]])
    stop()
    expect(heard.size).toBe(0)
    expect(bridge.host.pathOf({})).toBe('/dropped.txt')
  })
})

describe('the built code', () => {
  const built = (): [file: string, code: string][] =>
    filesBelow(dist)
      .filter((it) => /\.(js|mjs|cjs)$/.test(it))
      .map((it) => [it, readFileSync(join(dist, it), 'utf8')])

  /** What must not be there, but for known lines of libraries, each with its reason. */
  const forbidden: readonly { what: string; pattern: RegExp; known?: readonly RegExp[]; sample: string }[] = [
    { what: 'eval', pattern: /(?<![\w.$])eval\s*\(/g, sample: 'eval("1")' },
    {
      what: 'new Function',
      pattern: /new Function\s*\(/g,
      known: [
        // zod asks whether it may compile schemas; in the page it is told not to ask (jitless).
        /new Function\(""\)|new Function\(``\)/g,
        // Templates of underscore and callbacks given as text to setImmediate, of which mammoth uses neither.
        /new Function\(argument, "_", source\)|new Function\("" \+ callback\)/g,
      ],
      sample: 'new Function("return 1")',
    },
    { what: 'opening of foreign addresses', pattern: /\bopenExternal\b/g, sample: 'shell.openExternal(x)' },
    {
      what: 'remote module',
      pattern: /@electron\/remote|\bremote\.require\b/g,
      sample: 'require("@electron/remote")',
    },
    {
      what: 'switched-off protection',
      pattern:
        /(webSecurity|sandbox|contextIsolation):\s*(false|!1)|(nodeIntegration|webviewTag):\s*(true|!0)/g,
      sample: 'webSecurity: false',
    },
    {
      what: 'network modules',
      pattern:
        /(?:from|import|require\w*\()\s*["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns|undici)["'`]/g,
      sample: 'import http from "node:http"',
    },
    {
      what: 'child processes',
      pattern: /["'`](?:node:)?child_process["'`]/g,
      sample: 'require("child_process")',
    },
  ]

  it.each(forbidden)('has no $what', ({ pattern, known = [], sample }) => {
    expect(sample).toMatch(pattern)
    const found = built().filter(([, code]) =>
      known.reduce((rest, it) => rest.replaceAll(it, ''), code).match(pattern),
    )
    expect(found.map(([file]) => file)).toEqual([])
  })

  it('leaves no source maps', () => {
    expect(filesBelow(dist).filter((it) => it.endsWith('.map'))).toEqual([])
  })
})

describe('the built entry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-entry-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const start = (...args: string[]) => {
    const stub = pathToFileURL(join(root, 'test', 'support', 'electronStub.mjs')).href
    const entry = join(dist, 'main', 'index.mjs')
    return spawnSync(process.execPath, ['--import', stub, entry, ...args], {
      env: { ...process.env, LIGATURE_HOME: folder },
      encoding: 'utf8',
    })
  }

  it('opens the window, also for a project and for options of Electron', () => {
    for (const args of [[], ['deals.ligature'], ['--smoke']])
      expect(start(...args)).toMatchObject({ status: 0, stdout: 'window', stderr: '' })
  })

  it('runs a command without a window, with its threads, and ends with its exit code', () => {
    const path = join(folder, 'new.ligature')
    const article = join(root, 'assets', 'sample', 'articles', 'apple-pay-and-alipay.html')
    expect(start('--json', 'import', '--new', path, article)).toMatchObject({ status: 0 })
    expect(JSON.parse(start('stats', '--json', path).stdout)).toMatchObject({
      exit: 0,
      result: { articles: 1 },
    })
    expect(start('stats', join(folder, 'missing.ligature'))).toMatchObject({ status: 3, stdout: '' })
  })
})

describe.skipIf(process.platform !== 'linux')('the package for Linux x64, over a stand-in Electron', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-pack-'))
  const unpackedApp = join(folder, 'out', 'linux-unpacked')
  const resources = join(unpackedApp, 'resources')
  let packed: string[]

  beforeAll(async () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    await makeStandInElectron(join(folder, 'electron'), devDependencies.electron)
    const cli = join(root, 'node_modules', 'electron-builder', 'cli.js')
    const settings = [
      `-c.electronDist=${join(folder, 'electron')}`,
      `-c.directories.output=${join(folder, 'out')}`,
    ]
    execFileSync(process.execPath, [cli, '--linux', 'dir', '--x64', '--publish', 'never', ...settings], {
      cwd: root,
      stdio: 'pipe',
    })
    packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map((it) => it.slice(1))
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const files = (): string[] =>
    packed.filter(
      (it) => /\.[^/]+$|LICENSE\w*$/.test(it) && !packed.some((other) => other.startsWith(`${it}/`)),
    )

  it('holds the built program, one module, and nothing else', () => {
    const expected = filesBelow(dist).map((it) => `dist/${it}`)
    expect(
      files()
        .filter((it) => it.startsWith('dist/'))
        .toSorted(),
    ).toEqual(expected)
    const rest = files().filter(
      (it) => !it.startsWith('dist/') && !it.startsWith('node_modules/better-sqlite3/'),
    )
    expect(rest).toEqual(['package.json'])
    const foreign = packed.filter((it) =>
      /\.(ts|tsx|map|md|c|h|cpp|hpp|gyp)$|\/(test|docs|src|deps)(\/|$)/.test(it),
    )
    expect(foreign).toEqual([])
  })

  it('has the native module for this platform only, beside the archive', () => {
    const native = filesBelow(resources).filter((it) => it.endsWith('.node'))
    expect(native).toEqual(['app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(files().filter((it) => it.endsWith('.node'))).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
  })

  it('has the code of the threads beside the archive, and the sample corpus', () => {
    const beside = filesBelow(join(resources, 'app.asar.unpacked')).filter((it) => it.startsWith('dist/'))
    expect(beside).toEqual(expect.arrayContaining(['dist/main/coreWorker.mjs', 'dist/main/jobWorker.mjs']))
    expect(beside.filter((it) => /renderer|index\.mjs|preload/.test(it))).toEqual([])
    const sample = filesBelow(join(root, 'assets', 'sample')).filter((it) => it !== '.gitattributes')
    expect(filesBelow(join(resources, 'sample'))).toEqual(sample)
  })

  it('has the fuses set as electron-builder.yml says', () => {
    const binary = readFileSync(join(unpackedApp, 'ligature'), 'latin1')
    const wire = binary.slice(binary.indexOf(fuseSentinel) + fuseSentinel.length + 2).slice(0, 8)
    // runAsNode, cookies, NODE_OPTIONS, inspect, asar integrity, only asar, own V8 snapshot, file privileges
    expect([...wire].map((it) => it === '1')).toEqual([false, false, false, false, true, true, false, false])
  })

  it('has the languages of the program only', () => {
    expect(readdirSync(join(unpackedApp, 'locales')).toSorted()).toEqual(['de.pak', 'en-US.pak', 'zh-CN.pak'])
  })

  it('runs its core: the sample project opens from what was packed', async () => {
    const main = join(resources, 'app.asar.unpacked', 'dist', 'main')
    expect(existsSync(join(main, 'coreWorker.mjs'))).toBe(true)
    const crashes: Error[] = []
    const core = await startCore({
      dataFolder: join(folder, 'home'),
      sampleFolder: join(resources, 'sample'),
      personName: 'test',
      coreWorkerUrl: pathToFileURL(join(main, 'coreWorker.mjs')),
      jobWorkerUrl: pathToFileURL(join(main, 'jobWorker.mjs')),
      onCrash: (error) => crashes.push(error),
    })
    const opened = await core.call('projects.openSample', {})
    await core.close()
    expect(crashes).toEqual([])
    expect(opened).toMatchObject({ ok: true, value: { isSample: true } })
  })
})
