import type { Session, WebContents } from 'electron'
import { appHost, isOwnUrl, scheme } from './origin.ts'

/** The one permission the program needs: writing text to the clipboard. */
const isAllowed = (permission: string, isMainFrame: boolean, url: string): boolean =>
  permission === 'clipboard-sanitized-write' && isMainFrame && isOwnUrl(url)

/** Schemes that never leave the process. */
const mayRequest = (url: string, packaged: boolean): boolean => {
  const protocol = URL.parse(url)?.protocol
  if (protocol === `${scheme}:`) return isOwnUrl(url)
  return protocol === 'blob:' || protocol === 'data:' || (protocol === 'devtools:' && !packaged)
}

/** Denies every permission and device, and cancels every request that would leave the program. */
export const guardSession = (session: Session, packaged: boolean): void => {
  session.setPermissionRequestHandler((_contents, permission, grant, details) =>
    grant(isAllowed(permission, details.isMainFrame, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isAllowed(permission, details.isMainFrame, details.requestingUrl ?? origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, grant) => grant(null))
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayRequest(details.url, packaged) }),
  )
  session.on('will-download', (event, item) => {
    // Pictures of the network are made in the page and saved from there; nothing else is ever downloaded.
    if (!item.getURL().startsWith(`blob:${scheme}://${appHost}/`)) event.preventDefault()
  })
  // Dictionaries would come from a server.
  session.setSpellCheckerEnabled(false)
  // Should anything get past all that, it meets a proxy that is not there.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9' })
}

/** Keeps a page where it is: no navigation, no windows, no guests. */
export const guardContents = (contents: WebContents): void => {
  contents.on('will-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault()
  })
  contents.on('will-frame-navigate', (details) => {
    // The source pane is a sandboxed srcdoc frame.
    const isSourcePane = !details.isMainFrame && details.url === 'about:srcdoc'
    if (!isSourcePane && !(details.isMainFrame && isOwnUrl(details.url))) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
