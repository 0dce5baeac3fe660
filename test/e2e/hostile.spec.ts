import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drafts, importFolder } from './support/incoming.ts'
import { expect, test } from './support/launch.ts'
import { listen } from './support/listen.ts'
import { workbench } from './support/workbench.ts'

/*
 * What comes from outside is text: a page that tries everything runs nothing and asks for nothing, neither in the
 * preview nor in the reader nor beside it, and names that look like code or like formulas are shown as they are written.
 */

const prose = (n: number) =>
  `JD.com and Google announced part ${n} of their alliance on Monday, and the two companies will sell goods in the
   United States together, said people who have seen the contract and asked not to be named, because it is private.`

const flag = (name: string) => `top.ran=(top.ran||[]).concat('${name}');window.ran=['${name}']`

const hostilePage = (origin: string) => `<!doctype html><html lang="en"><head>
<base href="${origin}/base/"><meta charset="utf-8">
<meta http-equiv="refresh" content="0;url=${origin}/refresh">
<meta http-equiv="Content-Security-Policy" content="default-src *; report-uri ${origin}/report">
<title>An alliance &lt;img src=x onerror="${flag('title')}"&gt;</title>
<meta property="og:site_name" content="&lt;script&gt;${flag('publisher')}&lt;/script&gt;">
<link rel="canonical" href="javascript:${flag('canonical')}">
<link rel="stylesheet" href="${origin}/sheet.css"><link rel="preload" as="image" href="${origin}/preload.png">
<link rel="prefetch" href="${origin}/prefetch"><link rel="dns-prefetch" href="//leak.invalid"><link rel="icon" href="${origin}/icon.ico">
<style>@import url('${origin}/import.css'); @font-face { font-family: leak; src: url('${origin}/font.woff2') }
body { background: url('${origin}/background.png'); font-family: leak }</style>
<script>${flag('script')}</script><script src="${origin}/script.js"></script>
</head><body onload="${flag('onload')}" style="background:url(${origin}/inline.png)" background="${origin}/attribute.png">
<article><h1>An alliance of two</h1>
<p onclick="${flag('onclick')}" onmouseover="${flag('onmouseover')}" style="position:fixed;inset:0;z-index:9">${prose(1)}</p>
<p>${prose(2)} <a id="js" href="javascript:${flag('link')}">javascript link</a>
<a href=" java&#10;script:${flag('split link')}">split link</a> <a href="data:text/html,<script>${flag('data')}</script>">data link</a>
<a href="${origin}/link" target="_top" ping="${origin}/ping">plain link</a></p>
<img src="${origin}/image.png" srcset="${origin}/image2.png 2x" onerror="${flag('onerror')}"><img src="x" onerror="${flag('onerror x')}">
<picture><source srcset="${origin}/source.webp"><img src="${origin}/picture.png"></picture>
<svg xmlns="http://www.w3.org/2000/svg" onload="${flag('svg onload')}"><script>${flag('svg script')}</script>
<image href="${origin}/svg.png"/><use href="${origin}/use.svg#a"/><foreignObject><iframe src="${origin}/foreign"></iframe></foreignObject>
<a href="javascript:${flag('svg link')}"><text>svg link</text></a><animate attributeName="href" to="javascript:${flag('animate')}"/></svg>
<p>${prose(3)}</p>
<iframe src="${origin}/frame"></iframe><iframe srcdoc="<script>${flag('srcdoc')}</script>"></iframe>
<object data="${origin}/object"></object><embed src="${origin}/embed"><video poster="${origin}/poster.png" src="${origin}/video.mp4" autoplay></video>
<audio src="${origin}/audio.mp3" autoplay onerror="${flag('audio')}"></audio><details open ontoggle="${flag('toggle')}"><summary>More</summary>${prose(4)}</details>
<form action="${origin}/form" id="form"><input name="q" autofocus onfocus="${flag('onfocus')}"><button formaction="javascript:${flag('formaction')}">send</button></form>
<noscript><p title="</noscript><img src=x onerror=${flag('noscript')}>"></noscript><template><img src="${origin}/template.png" onerror="${flag('template')}"></template>
<x-element onclick="${flag('custom')}">${prose(5)}</x-element>
<p data-start="0" data-end="999999" class="cut" id="root">${prose(6)}</p>
<marquee onstart="${flag('marquee')}">${prose(7)}</marquee></article>
<math><mi href="javascript:${flag('math')}">m</mi><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${flag('mxss')}&gt;"></table></mtext></math>
<script>document.write('<img src=${origin}/written.png>')</script></body></html>`

const names = {
  'tag <img src=x onerror=alert(1)>.txt': `<img src=x onerror="${flag('text title')}">\n\n${prose(1)}\n\n<script>${flag('text')}</script>`,
  '=cmd.txt': `=cmd|'/C calc'!A1\n\n${prose(2)}`,
  'exe‮txt.txt': `Right to left ‮dereveR\n\n${prose(3)}`,
  'long.md': `# ${'Endless '.repeat(12_500)}\n\n${prose(4)}`,
}

/** What a page's script left behind: `top.ran` from any frame, as those of the original share our origin. */
const ranAnything = (page: Page) =>
  page.evaluate(() =>
    [globalThis, ...[...document.querySelectorAll('iframe')].map((it) => it.contentWindow)].flatMap(
      (it) => (it as { ran?: string[] } | null)?.ran ?? [],
    ),
  )

test('a hostile page runs nothing and asks for nothing', async ({ page, home }) => {
  const outside = await listen()
  const inbox = join(home, 'inbox')
  mkdirSync(inbox)
  writeFileSync(join(inbox, 'hostile.html'), hostilePage(outside.origin))
  const dialogs: string[] = []
  page.on('dialog', (it) => {
    dialogs.push(it.message())
    void it.dismiss()
  })
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { violations: seen })
    document.addEventListener('securitypolicyviolation', (it) =>
      seen.push(`${it.effectiveDirective} ${it.blockedURI}`),
    )
  })
  const bench = workbench(page)
  await bench.newProject('Hostile')

  await importFolder(page, inbox, 1)
  await expect(page.getByRole('document', { name: 'Text as it will stand' })).toContainText(
    'part 1 of their alliance',
  )
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Open the first' }).click()
  await expect(page.locator('.reader-heading h1')).toContainText('An alliance')
  await expect(page.locator('[data-panel=reader] .cm-content')).toContainText('part 1 of their alliance')

  const source = page.frameLocator('[data-panel=source] iframe')
  await expect(source.locator('body')).toContainText('part 3 of their alliance')
  // Asked from our own page: a script in the frame itself would rightly be refused.
  const attributes = await page.locator('[data-panel=source] iframe').evaluate((frame: HTMLIFrameElement) => {
    const html = frame.contentDocument!.documentElement
    const own = html.querySelector('meta[http-equiv=Content-Security-Policy]')
    const bad: string[] = []
    for (const it of html.querySelectorAll('*'))
      for (const { name, value } of it === own ? [] : [...it.attributes])
        if (
          /^on|^(src|srcset|href|action|formaction|ping|poster|background|style|http-equiv)$|:href$/i.test(
            name,
          )
        )
          bad.push(`${it.localName} ${name}=${value.slice(0, 60)}`)
    const kinds =
      'script,iframe,object,embed,form,input,button,link,base,svg,math,video,audio,style,img,template'
    return [...bad, ...[...html.querySelectorAll(kinds)].map((it) => it.localName)]
  })
  expect(attributes).toEqual([])

  // Every link, by mouse and by key.
  for (const text of ['javascript link', 'plain link']) {
    const link = source.getByText(text).first()
    if ((await link.count()) > 0) await link.click()
  }
  await source.locator('p').first().hover()
  await page.waitForTimeout(300)
  expect(await ranAnything(page)).toEqual([])
  expect(dialogs).toEqual([])
  expect(page.frames().length).toBeLessThanOrEqual(2)
  expect(outside.asked).toEqual([])
  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual(
    [],
  )

  // The article is an ordinary one: it can be tagged, and nothing of the page's own offsets is believed.
  const { rows } = await bench.ask('articles.page', {
    filter: {},
    sort: { by: 'added', descending: false },
    offset: 0,
    limit: 10,
  })
  const opened = await bench.ask('articles.open', { id: rows[0]!.id })
  expect(opened.text).toContain('JD.com')
  expect(rows[0]!.title).not.toContain('onerror=undefined')
  await page.locator('[data-panel=reader] .cm-line').first().click()
  await bench.find('JD.com')
  await page.keyboard.press('1')
  await expect(page.getByRole('option', { name: /New Company/ })).toBeVisible()
  await page.keyboard.press('Shift+Enter')
  await expect.poll(async () => (await bench.network()).nodes.map((it) => it.name)).toEqual(['JD.com'])
  outside.close()
})

test('names that look like code, formulas or worse are text', async ({ page, home }) => {
  const inbox = join(home, 'inbox')
  mkdirSync(inbox)
  for (const [name, text] of Object.entries(names)) writeFileSync(join(inbox, name), text)
  const bench = workbench(page)
  await bench.newProject('<b>Bold</b> & "quoted" ‮gip')
  await importFolder(page, inbox, 4)
  for (let n = 0; n < 4; n++) {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('.import-draft')).toBeVisible()
  }
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Open the first' }).click()

  const corpus = page.getByRole('listbox', { name: 'Articles' })
  await expect(corpus.getByRole('option')).toHaveCount(4)
  await expect(corpus.locator('img, script')).toHaveCount(0)
  await expect(corpus.getByText("=cmd|'/C calc'!A1")).toBeVisible()
  await expect(corpus.getByText('<img src=x onerror=', { exact: false }).first()).toBeVisible()
  // A direction override in a title does not turn what stands beside it.
  const row = corpus.getByRole('option').filter({ hasText: 'Right to left' })
  const title = row.locator('.corpus-title')
  expect(await title.evaluate((it) => getComputedStyle(it).display)).toBe('block')
  for (let n = 0; n < 4; n++) {
    await corpus.getByRole('option').nth(n).click()
    await expect(page.locator('.reader-heading h1')).toBeVisible()
    // Even a title of 100 kB leaves the text in sight.
    await expect(page.locator('[data-panel=reader] .cm-line').first()).toBeInViewport()
  }

  // An entity of that name, in the picker, in the inspector and in the network.
  const nasty = `<img src=x onerror="${flag('entity')}">`
  await corpus.getByText("=cmd|'/C calc'!A1").click()
  await page.locator('[data-panel=reader] .cm-line').first().click()
  await bench.find('JD.com')
  await page.keyboard.press('1')
  await expect(page.locator('.reader-combo-field')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(nasty)
  await page.keyboard.press('Shift+Enter')
  await expect(page.locator('[data-panel=reader] .cm-content')).toBeFocused()
  await expect.poll(async () => (await bench.network()).nodes.map((it) => it.name)).toEqual([nasty])
  await page.keyboard.press('g')
  await expect(page.locator('[data-panel=inspector]').getByText(nasty).first()).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.keyboard.press('Control+8')
  expect(await ranAnything(page)).toEqual([])
  await expect(page.locator('[data-panel] img')).toHaveCount(0)
  await expect(drafts(page)).toHaveCount(0)
})
