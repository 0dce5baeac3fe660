import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../../main/shell/csp.ts'
import { handleCalls, isTrustedSender } from '../../../../main/shell/electron/ipc.ts'
import { accelerator, menuTemplate } from '../../../../main/shell/electron/menu.ts'
import { projectFromArguments, projectPath } from '../../../../main/shell/electron/openFiles.ts'
import { isOwnUrl } from '../../../../main/shell/electron/origin.ts'
import { runElectron } from '../../../../main/shell/electron/program.ts'
import { createProtocolHandler } from '../../../../main/shell/electron/protocol.ts'
import { guardContents, guardSession } from '../../../../main/shell/electron/security.ts'
import { webPreferences } from '../../../../main/shell/electron/window.ts'
import { loadPages } from '../../../../main/shell/pages.ts'
import { createElectronDouble, plannedEvent } from '../../../support/electronDouble.ts'

const foreignUrls = [
  'https://ligature/index.html',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://ligature.evil/',
  'app://evil/?app://ligature/',
  'app://user@ligature/',
  'app://ligature:8080/',
  'app:ligature/index.html',
  'appx://ligature/',
  'javascript:alert(1)',
  'about:blank',
  'data:text/html,x',
  '',
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-electron-'))
  mkdirSync(join(folder, 'pages', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'pages', 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">')
  writeFileSync(join(folder, 'pages', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('gives windows exactly these preferences', () => {
  expect(webPreferences('/p/preload.cjs', true)).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
    preload: '/p/preload.cjs',
  })
  expect(webPreferences('/p', false).devTools).toBe(true)
})

it('has this content security policy', () => {
  expect(contentSecurityPolicy('N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'",
  )
})

it('knows its own URLs', () => {
  expect(isOwnUrl('app://ligature/index.html')).toBe(true)
  expect(isOwnUrl('app://ligature/assets/x.js?y#z')).toBe(true)
  expect(foreignUrls.filter(isOwnUrl)).toEqual([])
})

describe('the session', () => {
  const guarded = (packaged = true) => {
    const double = createElectronDouble()
    guardSession(double.session as never, packaged)
    return double
  }
  const permissions = [
    ...new Set(
      [
        ...readFileSync(
          new URL('../../../../node_modules/electron/electron.d.ts', import.meta.url),
          'utf8',
        ).matchAll(/setPermission(?:Check|Request)Handler\(handler[^\n]*/g),
      ].flatMap(([line]) => [...line.matchAll(/'([\w-]+)'/g)].map((it) => it[1]!)),
    ),
  ]

  it('denies every permission that Electron knows, but writing to the clipboard from the main frame', () => {
    const double = guarded()
    expect(permissions.length).toBeGreaterThan(30)
    const check = double.handler<[null, string, string, object], boolean>('session.setPermissionCheckHandler')
    const request = double.handler<[null, string, (granted: boolean) => void, object], void>(
      'session.setPermissionRequestHandler',
    )
    const granted = (permission: string, isMainFrame: boolean, url: string): boolean[] => {
      const answers = [check(null, permission, url, { isMainFrame, requestingUrl: url })]
      request(null, permission, (it) => answers.push(it), { isMainFrame, requestingUrl: url })
      return answers
    }
    for (const permission of permissions) {
      const expected = permission === 'clipboard-sanitized-write'
      expect([permission, ...granted(permission, true, 'app://ligature/index.html')]).toEqual([
        permission,
        expected,
        expected,
      ])
      expect(granted(permission, false, 'app://ligature/index.html')).toEqual([false, false])
      for (const url of foreignUrls) expect(granted(permission, true, url)).toEqual([false, false])
    }
    expect(double.handler<[], boolean>('session.setDevicePermissionHandler')()).toBe(false)
    const streams: unknown[] = []
    double.handler<[null, (it: unknown) => void], void>('session.setDisplayMediaRequestHandler')(null, (it) =>
      streams.push(it),
    )
    expect(streams).toEqual([null])
  })

  it('cancels every request but its own', () => {
    const cancelled = (url: string, packaged = true): boolean => {
      let answer = { cancel: false }
      const double = guarded(packaged)
      double.handler<[{ url: string }, (it: { cancel: boolean }) => void], void>('session.onBeforeRequest')(
        { url },
        (it) => {
          answer = it
        },
      )
      return answer.cancel
    }
    for (const url of ['app://ligature/index.html', 'blob:app://ligature/1-2', 'data:image/png;base64,']) {
      expect([url, cancelled(url)]).toEqual([url, false])
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:9/',
      'ws://x/',
      'file:///etc/passwd',
      'ftp://x/',
      'app://evil/',
      'devtools://devtools/x',
      'chrome://gpu',
      'nonsense',
    ]) {
      expect([url, cancelled(url)]).toEqual([url, true])
    }
    expect(cancelled('devtools://devtools/x', false)).toBe(false)
  })

  it('asks no server for dictionaries, and downloads only what the page made', () => {
    const double = guarded()
    expect(double.calls).toContainEqual(['session.setSpellCheckerEnabled', false])
    const download = (url: string): boolean => {
      const event = plannedEvent()
      double.session.emit('will-download', event, { getURL: () => url })
      return !event.prevented
    }
    expect(download('blob:app://ligature/1-2')).toBe(true)
    for (const url of [
      'https://example.org/x.exe',
      'blob:https://example.org/1',
      'app://ligature/index.html',
    ])
      expect(download(url)).toBe(false)
  })
})

describe('a page', () => {
  it('stays where it is', () => {
    const double = createElectronDouble()
    const contents = double.createContents()
    guardContents(contents as never)
    const prevented = (name: string, details: object): boolean => {
      const event = plannedEvent(details)
      contents.emit(name, event)
      return event.prevented
    }
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(prevented(name, { url: 'app://ligature/index.html', isMainFrame: true })).toBe(false)
      for (const url of foreignUrls)
        expect([name, url, prevented(name, { url, isMainFrame: true })]).toEqual([name, url, true])
    }
    expect(prevented('will-frame-navigate', { url: 'about:srcdoc', isMainFrame: false })).toBe(false)
    for (const url of ['https://example.org/', 'app://ligature/index.html', 'data:text/html,x']) {
      expect(prevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
    }
    expect(prevented('will-attach-webview', {})).toBe(true)
    expect(
      double.handler<[object], object>('contents.setWindowOpenHandler')({ url: 'app://ligature/index.html' }),
    ).toEqual({ action: 'deny' })
  })
})

describe('calls from a page', () => {
  const mainFrame = { url: 'app://ligature/index.html' }
  const contents = { mainFrame } as never

  it('are heard from the main frame of the own page only', () => {
    const trusted = (senderFrame: unknown, of = contents) => isTrustedSender({ senderFrame } as never, of)
    expect(trusted(mainFrame)).toBe(true)
    expect(trusted(null)).toBe(false)
    expect(trusted({ url: 'app://ligature/index.html' })).toBe(false)
    expect(trusted(mainFrame, null as never)).toBe(false)
    for (const url of foreignUrls) {
      const frame = { url }
      expect([url, trusted(frame, { mainFrame: frame } as never)]).toEqual([url, false])
    }
  })

  it('reach the core as they are, and refusals are data', async () => {
    const double = createElectronDouble()
    const asked: unknown[] = []
    handleCalls(
      double.api.ipcMain,
      () => contents,
      async (...args) => {
        asked.push(args)
        return '{"ok":true,"value":1}'
      },
    )
    const handler = double.handler<[object, unknown, unknown], Promise<string>>('ipcMain.handle')
    const call = async (...args: [object, unknown, unknown]) =>
      JSON.parse(await handler(...args)) as { ok: boolean; error?: { code: string } }
    expect(await call({ senderFrame: mainFrame }, 'projects.current', {})).toEqual({ ok: true, value: 1 })
    expect((await call({ senderFrame: null }, 'projects.current', {})).error?.code).toBe('not_allowed')
    expect((await call({ senderFrame: mainFrame }, 7, {})).error?.code).toBe('invalid_input')
    expect((await call({ senderFrame: mainFrame }, 'a.b', () => 1)).error?.code).toBe('invalid_input')
    expect(asked).toEqual([['projects.current', {}]])
  })
})

describe('the app protocol', () => {
  it('answers what was built, with the policy, and nothing else', async () => {
    const handle = createProtocolHandler(loadPages(join(folder, 'pages')))
    const page = await handle(new Request('app://ligature/index.html'))
    const nonce = /nonce="([\w-]{24})"/.exec(await page.text())![1]!
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
    expect((await handle(new Request('app://ligature/assets/a.js'))).headers.get('content-type')).toContain(
      'text/javascript',
    )
    for (const path of [
      '/../secret.html',
      '/assets/../../secret.html',
      '/%2e%2e/secret.html',
      '/assets%2fa.js',
      '/..%5csecret.html',
      '//secret.html',
      '/assets/',
    ]) {
      const answer = await handle(new Request(`app://ligature${path}`))
      expect([path, answer.status]).toEqual([path, 404])
    }
    expect((await handle(new Request('app://evil/index.html'))).status).toBe(403)
    expect((await handle(new Request('app://ligature/index.html', { method: 'POST' }))).status).toBe(405)
  })
})

describe('files from outside', () => {
  it('are projects by name and kind, or nothing', () => {
    const project = join(folder, 'Übung.ligature')
    writeFileSync(project, '')
    mkdirSync(join(folder, 'folder.ligature'))
    symlinkSync(join(folder, 'secret.html'), join(folder, 'link.ligature'))
    expect(projectPath('Übung.ligature', folder)).toBe(project)
    for (const path of [
      '',
      '--inspect=9229.ligature',
      '-x.ligature',
      'missing.ligature',
      'folder.ligature',
      'link.ligature',
      'secret.html',
      'a\0.ligature',
    ]) {
      expect([path, projectPath(path, folder)]).toEqual([path, null])
    }
    expect(projectFromArguments(['--no-sandbox', folder, project, '--smoke', 'https://x/'], '/')).toBe(
      project,
    )
    expect(projectFromArguments([], '/')).toBeNull()
  })
})

it('builds the menu from the list of actions', () => {
  const chosen: string[] = []
  const template = menuTemplate({
    actions: [
      { id: 'project.open', titleKey: 'o', shortcut: 'Mod+O', when: 'always', menu: 'project' },
      { id: 'edit.undo', titleKey: 'u', when: 'project', menu: 'edit' },
      { id: 'hidden', titleKey: 'h', when: 'always' },
    ],
    messages: { o: { en: 'Open…', de: 'Öffnen …', zh: '打开…' } },
    language: 'de',
    mac: false,
    choose: (id) => chosen.push(id),
  })
  expect(template.map((it) => it.label)).toEqual(['frame.menu.project', 'frame.menu.edit'])
  const [open] = template[0]!.submenu as {
    label: string
    accelerator: string
    registerAccelerator: boolean
    click(): void
  }[]
  expect(open).toMatchObject({ label: 'Öffnen …', accelerator: 'CmdOrCtrl+O', registerAccelerator: false })
  open!.click()
  expect(chosen).toEqual(['project.open'])
  expect(accelerator('Mod+Shift+Z')).toBe('CmdOrCtrl+Shift+Z')
  expect(accelerator('Mod++')).toBe('CmdOrCtrl+Plus')
})

describe('the program', () => {
  const run = (home: string, args: string[] = []) => {
    const double = createElectronDouble()
    process.env.LIGATURE_HOME = home
    const standIn = pathToFileURL(join(import.meta.dirname, '../../../support/standInCore.ts'))
    const done = runElectron(double.api, {
      preload: '/p/preload.cjs',
      pagesFolder: join(folder, 'pages'),
      sampleFolder: '/nowhere',
      coreWorkerUrl: standIn,
      jobWorkerUrl: standIn,
      args,
      startFolder: folder,
    })
    return { double, done }
  }

  it('sets everything up in the right order, shows one page, and closes the core before it ends', async () => {
    const home = join(folder, 'home')
    const { double, done } = run(home, ['--smoke'])
    const before = double.names()
    for (const name of [
      'app.enableSandbox',
      'app.appendSwitch',
      'protocol.registerSchemesAsPrivileged',
      'app.requestSingleInstanceLock',
    ]) {
      expect(before).toContain(name)
    }
    expect(double.calls).toContainEqual(['app.appendSwitch', 'host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(double.calls.find(([name]) => name === 'protocol.registerSchemesAsPrivileged')![1]).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    double.ready()
    await done
    await expect.poll(() => double.calls.at(-1)).toEqual(['app.exit', 0])
    const names = double.names()
    expect(names.indexOf('session.onBeforeRequest')).toBeLessThan(names.indexOf('BrowserWindow'))
    expect(double.calls.filter(([name]) => name === 'window.loadURL')).toEqual([
      ['window.loadURL', 'app://ligature/index.html'],
    ])
    expect(double.calls.filter(([name]) => name === 'ipcMain.handle')).toHaveLength(1)
    expect(names).toContain('contents.setWindowOpenHandler')
    expect(readFileSync(join(home, 'diary'), 'utf8').trim().split('\n').at(-1)).toBe('close')
  })

  it('opens the project of a second start in the first window', async () => {
    const home = join(folder, 'home2')
    const { double, done } = run(home)
    double.ready()
    await done
    const project = join(folder, 'second.ligature')
    writeFileSync(project, '')
    double.app.emit('second-instance', {}, ['electron', '--no-sandbox', project], '/')
    await expect
      .poll(() => readFileSync(join(home, 'diary'), 'utf8'))
      .toContain(`projects.open {"path":${JSON.stringify(project)}}`)
    await expect.poll(() => double.names()).toContain('dialog.showErrorBox')
    expect(double.windows).toHaveLength(1)
    double.app.emit('window-all-closed')
    await expect.poll(() => double.calls.at(-1)).toEqual(['app.exit', 0])
  })
})
