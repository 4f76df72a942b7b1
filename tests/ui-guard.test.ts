import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { rawRequest } from './ui/raw-http.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('who gets in', () => {
  let world: World
  let reviewer: SignedIn
  before(async () => {
    world = await createWorld()
    reviewer = await world.person()
  })
  after(() => world.close())

  const plain = (path: string, init: RequestInit = {}) => fetch(`${world.url}${path}`, { redirect: 'manual', ...init })

  it('closes every route without a session, known or not', async () => {
    const paths = [
      '/documents',
      '/upload',
      '/documents/next',
      '/documents/x',
      '/nothing',
      '/api/v1/documents',
      '/api/v1/records',
      '/api/v1/records/x.json',
      '/api/v1/records/x/formats',
      '/api/v1/types/invoice/schema.json',
      '/api/v1/stream',
      '/api/v1/types',
      '/api/v1/nothing',
    ]
    for (const path of paths) {
      const { status } = await plain(path)
      assert.equal(status, path.startsWith('/api') ? 401 : 303, path)
    }
    const writes = ['/upload', '/documents/x/review', '/api/v1/documents', '/api/v1/documents/x/reprocess', '/api/v1/records/x/ack']
    for (const path of writes) assert.equal((await plain(path, { method: 'POST', headers: { Origin: world.origin } })).status, 401, path)
  })

  it('opens only sign-in, health and assets', async () => {
    for (const path of ['/sign-in', '/livez', '/readyz', '/metrics', '/assets/icon.svg'])
      assert.equal((await plain(path)).status, 200, path)
  })

  it('never opens a guarded page by another spelling of its path (row 27)', async () => {
    const port = Number(new URL(world.url).port)
    const spellings = [
      '//documents',
      '/%2Fdocuments',
      '/%5Cdocuments',
      '/./documents',
      '/assets/../documents',
      '/assets/%2e%2e/documents',
      '/assets/..%2fdocuments',
      '/sign-in/../documents',
      '/sign-in%2f..%2fdocuments',
      '/documents%00',
      '/DOCUMENTS',
      '/documents/',
      '/sign-in;/../documents',
      '/%64ocuments',
      'http://127.0.0.1/documents',
    ]
    for (const path of spellings) {
      const answer = await rawRequest({
        port,
        head: [`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close'],
        send: async () => {},
        after: 'wait',
      })
      assert.ok(answer.status >= 300 && answer.status < 500, `${path} answered ${answer.status}`)
    }
  })

  it('takes changes only from its own pages (row 26)', async () => {
    const post = (headers: Record<string, string>) =>
      plain('/language', {
        method: 'POST',
        body: 'language=ru',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: reviewer.cookie, ...headers },
      })
    assert.equal((await post({ Origin: world.origin })).status, 303)
    assert.equal((await post({ 'Sec-Fetch-Site': 'same-origin' })).status, 303)
    for (const headers of [
      {},
      { Origin: 'null' },
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site', Origin: world.origin },
      { 'Sec-Fetch-Site': 'none' },
    ])
      assert.equal((await post(headers as Record<string, string>)).status, 403, JSON.stringify(headers))
  })

  it('spends a link once, closes the session at sign-out, and slows guessing down', async () => {
    const token = await world.accounts.createLink(reviewer.userId)
    const signIn = (sent: string) =>
      plain('/sign-in', { method: 'POST', body: new URLSearchParams({ token: sent }), headers: { Origin: world.origin } })
    assert.equal((await plain(`/sign-in?token=${token}`)).status, 200, 'looking at the link does not spend it')
    const first = await signIn(token)
    assert.equal(first.status, 303)
    const cookie = first.headers.get('set-cookie') ?? ''
    assert.match(cookie, /^docket=[\w-]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$|^docket=.*HttpOnly.*SameSite=Lax/)
    assert.equal((await signIn(token)).status, 401)
    const session = { ...reviewer, cookie: cookie.split(';')[0] ?? '' }
    assert.equal((await world.ask(session, '/api/v1/documents')).status, 200)
    await world.ask(session, '/sign-out', { method: 'POST' })
    assert.equal((await world.ask(session, '/api/v1/documents')).status, 401)
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push((await signIn('guessguessguessguess')).status)
    assert.ok(statuses.includes(429))
  })

  it('sends a strict policy with every answer, and none allows inline script', async () => {
    for (const path of ['/sign-in', '/livez', '/nothing', '/api/v1/documents']) {
      const { headers } = await plain(path)
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/)
      assert.ok(!/unsafe-|nonce-/.test(headers.get('content-security-policy') ?? ''))
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    }
    const page = await (await world.ask(reviewer, '/documents')).text()
    assert.ok(!/<script(?![^>]* src=)|\sstyle=|\son\w+=/.test(page))
  })

  it('comes back from the language switch only to its own pages', async () => {
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await world.ask(reviewer, '/language', { method: 'POST', body: new URLSearchParams({ language: 'ru', back }) })
      assert.equal(answer.headers.get('location'), '/documents', back)
    }
  })

  it('tells of changes by server-sent events, to the own organisation only', async () => {
    const stranger = await world.person('Stranger')
    const abort = new AbortController()
    const listenTo = async (who: SignedIn) => {
      const answer = await world.ask(who, '/api/v1/stream', { signal: abort.signal })
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
      await reader.read()
      return reader
    }
    const [mine, theirs] = await Promise.all([listenTo(reviewer), listenTo(stranger)])
    const foreign = theirs.read().then(
      () => true,
      () => false,
    )
    const body = new Uint8Array(Buffer.from('%PDF-1.4 stream'))
    await new Promise((tick) => setTimeout(tick, 1000))
    const { id } = (await (await world.ask(reviewer, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    const { value = '' } = await mine.read()
    assert.match(value, /event: document/)
    assert.ok(value.includes(id))
    assert.equal(await Promise.race([foreign, new Promise((tick) => setTimeout(tick, 1500, 'nothing'))]), 'nothing')
    abort.abort()
  })

  it('lets one of fifty simultaneous saves of a version win (row 31)', async () => {
    const { invoicePdf } = await import('./ui/invoice-pdf.ts')
    const body = new Uint8Array(invoicePdf({ number: 'NW-50', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    const { id } = (await (await world.ask(reviewer, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    const shown = await world.ask(reviewer, `/api/v1/documents/${id}`)
    const tag = shown.headers.get('etag') ?? ''
    const save = (note: string) =>
      world.ask(reviewer, `/api/v1/documents/${id}/review`, {
        method: 'POST',
        body: JSON.stringify({ action: 'save', fields: { note } }),
        headers: { 'Content-Type': 'application/json', 'If-Match': tag },
      })
    const statuses = (await Promise.all(Array.from({ length: 50 }, (_, i) => save(`note ${i}`)))).map(({ status }) => status)
    assert.equal(statuses.filter((status) => status === 200).length, 1)
    assert.equal(statuses.filter((status) => status === 412 || status === 409).length, 49)
    const missing = await world.ask(reviewer, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: '{"action":"save"}',
      headers: { 'Content-Type': 'application/json' },
    })
    assert.equal(missing.status, 428)
  })

  it('serves a page image once and then by its tag', async () => {
    const { items } = (await (await world.ask(reviewer, '/api/v1/documents?status=review')).json()) as { items: { id: string }[] }
    const path = `/api/v1/documents/${items[0]?.id}/pages/1`
    const image = await world.ask(reviewer, path)
    assert.equal(image.headers.get('content-type'), 'image/png')
    assert.match(image.headers.get('cache-control') ?? '', /private/)
    const again = await world.ask(reviewer, path, { headers: { 'If-None-Match': image.headers.get('etag') ?? '' } })
    assert.equal(again.status, 304)
    const stranger = await world.person('Stranger')
    assert.equal((await world.ask(stranger, path)).status, 404)
  })
})
