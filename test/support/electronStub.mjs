// `node --import electronStub.mjs dist/main/index.mjs …`: the built entry over an Electron that does nothing but end.
import { registerHooks } from 'node:module'

const stub = `
export const app = {
  isPackaged: false,
  commandLine: { appendSwitch: () => {} },
  setPath: () => {},
  enableSandbox: () => {},
  exit: (code) => process.exit(code),
  requestSingleInstanceLock: () => false,
  quit: () => process.stdout.write('window'),
}
export const protocol = { registerSchemesAsPrivileged: () => {} }
export const dialog = { showErrorBox: (...texts) => console.error(...texts) }
export const [BrowserWindow, ipcMain, Menu, session, shell] = [{}, {}, {}, {}, {}]
`
const url = `data:text/javascript,${encodeURIComponent(stub)}`

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, format: 'module', shortCircuit: true } : next(specifier, context),
})
// Electron's own arguments begin behind the program; Node's have the entry between.
process.argv.splice(1, 1)
