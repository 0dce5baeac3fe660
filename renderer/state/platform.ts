/** Whether shortcuts use Command instead of Ctrl. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/** The nonce that lets libraries add style elements under the page's content security policy. */
export const cspNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''
