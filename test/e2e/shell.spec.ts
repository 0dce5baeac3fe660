import { expect, test } from './support/launch.ts'
import { listen } from './support/listen.ts'

test('the window opens, forgets the token in its address, and survives a reload', async ({
  page,
  program,
}) => {
  await expect.poll(() => page.url()).toBe(new URL('/', program.url).href)
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  const reply = await page.evaluate(async () => {
    const headers = {
      authorization: `Bearer ${sessionStorage.getItem('token')}`,
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ method: 'projects.current', input: {} })
    return (await fetch('/call', { method: 'POST', headers, body })).json()
  })
  expect(reply).toMatchObject({ ok: true, value: { isSample: true } })
})

test('the policy holds in real Chromium, and a sandboxed srcdoc frame is shown under it', async ({
  page,
  troubles,
}) => {
  const outside = await listen()
  await page.evaluate(async (origin) => {
    const frame = document.createElement('iframe')
    frame.id = 'source'
    frame.setAttribute('sandbox', '')
    frame.srcdoc = `<p id="shown">shown</p>
      <script>document.body.textContent = 'script ran'</script>
      <img src="${origin}/pixel.png" onerror="document.body.textContent = 'handler ran'">
      <link rel="stylesheet" href="${origin}/style.css">
      <style>@import '${origin}/import.css'; #shown { background: url('${origin}/background.png') }</style>
      <iframe src="${origin}/frame"></iframe>
      <meta http-equiv="refresh" content="0;url=${origin}/refresh">`
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
  }, outside.origin)
  await expect(page.frameLocator('#source').locator('#shown')).toHaveText('shown')

  const planted = await page.evaluate(async (origin) => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (it) => violations.push(it.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.hasRun = true'
    const image = new Image()
    image.src = `${origin}/pixel.png`
    const frame = document.createElement('iframe')
    frame.src = `${origin}/frame`
    document.body.append(script, image, frame)
    await fetch(origin).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { hasRun: 'hasRun' in globalThis, violations: violations.sort() }
  }, outside.origin)
  const directives = ['connect-src', 'frame-src', 'img-src', 'script-src-elem']
  expect(planted).toEqual({ hasRun: false, violations: directives })
  await expect(page.frameLocator('#source').locator('#shown')).toHaveText('shown')
  expect(outside.asked).toEqual([])
  outside.close()
  // The browser has complained about every one of them; that was the point.
  troubles.length = 0
})

test('a page of another site gets nothing', async ({ program, context }) => {
  const foreign = await context.newPage()
  await foreign.route('http://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
  )
  await foreign.goto('http://evil.example/')
  const { origin, hash } = new URL(program.url)
  const answers = await foreign.evaluate(
    async ([target, token]) => {
      const attempts: RequestInit[] = [
        { method: 'POST', body: '{}' },
        {
          method: 'POST',
          body: '{}',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        },
        { mode: 'no-cors' },
      ]
      return Promise.all(
        attempts.map((it) =>
          fetch(`${target}/call`, it).then(
            (response) => response.type,
            () => 'refused',
          ),
        ),
      )
    },
    [origin, hash.slice(3)],
  )
  expect(answers.every((it) => it === 'refused' || it === 'opaque')).toBe(true)
  const framed = await foreign.evaluate(async (target) => {
    const frame = document.createElement('iframe')
    frame.src = target
    document.body.append(frame)
    await new Promise((resolve) => frame.addEventListener('load', resolve))
    return frame.contentDocument === null
  }, origin)
  expect(framed).toBe(true)
  await expect(foreign.frameLocator('iframe').locator('#root')).toHaveCount(0)
})
