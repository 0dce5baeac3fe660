/** The look of the original in its frame, which sees nothing of the program's own style sheets. */

/** Colours and faces handed into the frame, by the names the program gives them. */
const handedIn = [
  '--raised',
  '--panel',
  '--ink',
  '--soft',
  '--faint',
  '--line',
  '--line-strong',
  '--accent',
  '--accent-bg',
  '--sans',
] as const

const rules = `
html { background: var(--raised); color: var(--soft); color-scheme: inherit; scrollbar-color: var(--line-strong) transparent; }
body { margin: 0 auto; padding: 20px 24px 40vh; max-width: 46em; font: 13px/1.55 var(--sans); overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3, h4, h5, h6, .title, .head { color: var(--ink); font-weight: 600; line-height: 1.28; margin: 1.1em 0 0.5em; text-wrap: balance; }
h1, .title { font-size: clamp(16px, 6.5vw, 20px); margin-top: 0; } h2 { font-size: 1.15em; } h3, h4, h5, h6 { font-size: 1em; }
p:empty { display: none; }
a { color: inherit; text-decoration: underline dotted var(--line-strong); text-underline-offset: 2px; }
[data-start] { color: var(--soft); } h1[data-start], h2[data-start], h3[data-start], h4[data-start], h5[data-start], h6[data-start], .title[data-start], .head[data-start] { color: var(--ink); }
@media (width < 260px) { body { padding: 14px 12px 40vh; } }
p, ul, ol, dl, blockquote, pre, table, figure { margin: 0 0 0.8em; }
ul, ol { padding-left: 1.6em; }
blockquote { margin-left: 0; padding-left: 12px; border-left: 2px solid var(--line); }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: 3px 7px; text-align: left; vertical-align: top; }
hr { border: 0; border-top: 1px solid var(--line); }
body.sheets { max-width: 60em; padding: 12px 12px 40vh; }
.sheet { margin: 0 0 14px; }
.sheet svg { display: block; width: 100%; height: auto; background: var(--raised); border: 1px solid var(--line); border-radius: 2px; font-family: var(--sans); }
.sheet text { fill: var(--soft); white-space: pre; } .sheet rect { fill: transparent; }
.sheet .title text { fill: var(--ink); font-weight: 600; }
.sheet .cut text { fill: var(--faint); text-decoration: line-through; } .sheet .cut rect { fill: color-mix(in srgb, var(--line) 50%, transparent); }
.sheet [data-start]:hover rect, .sheet .here rect { fill: var(--accent-bg); } .sheet .here text { fill: var(--ink); }
.sheet figcaption { margin-top: 3px; color: var(--faint); font-size: 11px; text-align: center; }
[data-start] { border-radius: 3px; }
.here { background: var(--accent-bg); }
[data-start]:hover { background: var(--accent-bg); cursor: pointer; }
.outside, .outside * { color: var(--faint); font-size: 11px; font-weight: 400; line-height: 1.45; }
.outside { margin: 0 0 6px; padding-left: 8px; border-left: 2px solid var(--line); }
.outside:has(.outside, .picture), .picture.outside { padding-left: 0; border-left: 0; }
li.outside { margin-left: -8px; list-style-position: inside; }
.cut {
  color: var(--faint); font-size: 12px; text-decoration: line-through; border-radius: 2px; padding: 3px 8px; margin: 0 0 8px;
  background: repeating-linear-gradient(45deg, transparent 0 6px, color-mix(in srgb, var(--line) 60%, transparent) 6px 7px);
}
.picture {
  display: grid; place-items: center; min-height: 72px; margin: 0 0 0.8em; padding: 8px; text-align: center;
  color: var(--faint); font-size: 11px; border-radius: 2px;
  background: linear-gradient(135deg, var(--line), var(--panel));
}
`

/** The frame's style sheet with the colours of the theme as they are now. */
export const sourceStyle = (): string => {
  const style = getComputedStyle(document.documentElement)
  const values = handedIn.map((it) => `${it}: ${style.getPropertyValue(it)};`).join(' ')
  return `:root { ${values} color-scheme: ${style.colorScheme}; }${rules}`
}

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`

/** The page with its own policy: besides having no scripts it may load nothing at all. */
export const sealedPage = (html: string): string =>
  html.includes('<head>') ? html.replace('<head>', `<head>${policy}`) : `<head>${policy}</head>${html}`
