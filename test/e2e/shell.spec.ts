import { expect, test } from './support/launch.ts'

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
  const frame = await page.evaluate(async () => {
    const element = document.createElement('iframe')
    element.setAttribute('sandbox', '')
    element.srcdoc = `<p id="shown">shown</p>
      <script>document.body.textContent = 'script ran'</script>
      <img src="http://127.0.0.1:9/pixel.png" onerror="document.body.textContent = 'handler ran'">
      <link rel="stylesheet" href="http://127.0.0.1:9/style.css">
      <meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">`
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve))
    document.body.append(element)
    await loaded
    element.id = 'planted'
  })
  expect(frame).toBeUndefined()
  await expect(page.frameLocator('#planted').locator('#shown')).toHaveText('shown')
  const planted = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (it) => violations.push(it.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.planted = true'
    const image = new Image()
    image.src = 'http://127.0.0.1:9/pixel.png'
    const foreignFrame = document.createElement('iframe')
    foreignFrame.src = 'data:text/html,x'
    document.body.append(script, image, foreignFrame)
    await fetch('http://127.0.0.1:9/').catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { ran: 'planted' in globalThis, violations: violations.sort() }
  })
  expect(planted).toEqual({
    ran: false,
    violations: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'],
  })
  const asked = troubles.filter((it) => it.startsWith('request:'))
  expect(asked.filter((it) => !it.includes('127.0.0.1:9'))).toEqual([])
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
