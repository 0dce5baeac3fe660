/**
 * The content security policy of every page, in both shells.
 *
 * - Styles: CodeMirror and other libraries add `<style>` elements, which carry the nonce; the rest comes from files.
 * - Images: pictures made by the program itself (`blob:`, `data:`); nothing from outside.
 * - Frames: none but `srcdoc` (the sandboxed source pane), which inherits this very policy.
 *
 * @param nonce fresh and random for every HTML response, base64url.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The other headers of every response. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const
