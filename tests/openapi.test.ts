import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { INTERNAL, OPERATIONS } from '../ui/api/description/operations.ts'
import { POLICIES } from '../ui/auth/policies.ts'
import { bundlePdf } from './ui/bundle-pdf.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Described {
  readonly openapi: string
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: Record<string, object> }>>>
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

describe('the description of the API', () => {
  let world: World
  let admin: SignedIn
  let described: Described
  let documentId = ''
  const pdf = new Uint8Array(invoicePdf({ number: 'NW-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
  before(async () => {
    world = await createWorld({ DOCKET_WEBHOOK_ALLOW: '127.0.0.1' })
    admin = await world.person('Admin', 'admin')
    described = (await (await fetch(`${world.url}/api/v1/openapi.json`)).json()) as Described
    const accepted = await world.ask(admin, '/api/v1/documents', { method: 'POST', body: pdf })
    documentId = ((await accepted.json()) as { id: string }).id
    await world.work()
  })
  after(() => world.close())

  it('holds every route of the API that is not the screens’ own, once', () => {
    const routes = Object.keys(POLICIES).filter((route) => route.includes(' /api/v1/') && !route.endsWith('/openapi.json'))
    assert.deepEqual([...Object.keys(OPERATIONS), ...INTERNAL].sort(), routes.sort())
    const ids = Object.values(described.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    assert.equal(new Set(ids).size, ids.length)
    assert.match(described.openapi, /^3\.1\./)
  })

  it('is kept by what the API really answers', async () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    ajv.addSchema({ $id: 'api', components: described.components })
    const fits = async (route: string, path: string, init?: RequestInit) => {
      const answer = await world.ask(admin, path, init)
      const [method = '', pattern = ''] = route.split(' ')
      const operation = described.paths[pattern]?.[method]
      assert.ok(operation, route)
      const status = String(answer.status)
      assert.ok(status in operation.responses, `${route} answered ${status}, which is not described`)
      const kind = answer.headers.get('content-type') ?? ''
      if (!/json/.test(kind)) return null
      const body: unknown = await answer.json()
      const name = /problem/.test(kind)
        ? 'Problem'
        : (OPERATIONS[`${method.toUpperCase()} /api/v1${pattern.replace(/\{(\w+)\}/g, ':$1')}`]?.answers[answer.status] as string)
      const check = ajv.getSchema(`api#/components/schemas/${name}`)
      assert.ok(check, `${route}: there is no shape ${name}`)
      assert.ok(check(body), `${route}: ${JSON.stringify(check.errors?.slice(0, 3))}`)
      return body as Record<string, unknown>
    }
    const json = (body: object, headers = {}) => ({
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    const one = `/api/v1/documents/${documentId}`
    await fits('get /documents/{id}/letter', `${one}/letter?language=ru`)
    await fits('get /documents/{id}/letters', `${one}/letters`)
    await fits('get /documents/{id}/payments', `${one}/payments`)
    await fits('get /documents/{id}/payment', `${one}/payment`)
    await fits('post /documents', '/api/v1/documents', { method: 'POST', body: pdf })
    const part = { date: '2 March 2026', net: '100.00', tax: '20.00', gross: '120.00', more: 1 }
    const body = new Uint8Array(await bundlePdf({ ...part, number: 'BN-1' }, { ...part, number: 'QX-2', seller: 'Harbour Cranes Limited' }))
    const file = (await fits('post /documents', '/api/v1/documents', { method: 'POST', body })) as { id: string }
    await world.work()
    await world.work()
    const parts = `/api/v1/documents/${file.id}/parts`
    const cut = (await fits('get /documents/{id}/parts', parts)) as { starts: number[]; parts: { id: string; version: number }[] }
    const seen = Object.fromEntries(cut.parts.map((one) => [one.id, one.version]))
    await fits('post /documents/{id}/parts', parts, json({ starts: cut.starts, seen }))
    await fits('post /documents/{id}/parts', parts, json({ starts: [1, 2], seen }))
    await fits('post /documents/{id}/parts', parts, json({ starts: [1, 2], seen }))
    await fits('get /documents', '/api/v1/documents?limit=1')
    await fits('get /documents', '/api/v1/documents?limit=x')
    for (const list of ['documents', 'suppliers', 'own-companies', 'orders', 'records']) {
      assert.equal((await world.ask(admin, `/api/v1/${list}?limit=201`)).status, 422, `${list} keeps the described maximum`)
      assert.equal(
        (await world.ask(admin, `/api/v1/${list}?type=a%00b&text=a%00b`)).status,
        400,
        `${list} with a character that no text holds`,
      )
    }
    const { version } = (await fits('get /documents/{id}', one)) as { version: number }
    await fits('get /documents/{id}/result', `${one}/result`)
    await fits('get /search', '/api/v1/search?text=northwind')
    await fits('get /search', '/api/v1/search?from=x')
    await fits('get /documents/{id}/events', `${one}/events`)
    await fits('post /documents/{id}/review', `${one}/review`, json({ action: 'approve', fields: {} }))
    await fits('post /documents/{id}/review', `${one}/review`, json({ action: 'approve', fields: {} }, { 'If-Match': `"${version}"` }))
    await fits('post /documents/{id}/reprocess', `${one}/reprocess`, { method: 'POST', headers: { 'If-Match': '"1"' } })
    const { items } = (await fits('get /records', '/api/v1/records')) as { items: { id: string }[] }
    const record = `/api/v1/records/${items[0]!.id}`
    await fits('get /records/{id}/formats', `${record}/formats`)
    await fits('post /records/{id}/ack', `${record}/ack`, json({ status: 'rejected', reason: 'Closed period' }))
    await fits('get /records', '/api/v1/records')
    await fits('get /types', '/api/v1/types')
    const { id } = (await fits('post /webhooks', '/api/v1/webhooks', json({ url: 'http://127.0.0.1:9/', kinds: ['record.approved'] }))) as {
      id: string
    }
    await fits('post /webhooks', '/api/v1/webhooks', json({ url: 'http://10.0.0.1/', kinds: ['record.approved'] }))
    await fits('get /webhooks', '/api/v1/webhooks')
    await fits('get /webhooks/{id}', `/api/v1/webhooks/${id}`)
    await fits('get /webhooks/{id}/deliveries', `/api/v1/webhooks/${id}/deliveries`)
    await fits('post /webhooks/{id}/rotate', `/api/v1/webhooks/${id}/rotate`, { method: 'POST' })
    await fits('post /webhooks/{id}/enable', `/api/v1/webhooks/${id}/enable`, { method: 'POST' })
    const span = { since: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }
    await fits('post /webhooks/{id}/replay', `/api/v1/webhooks/${id}/replay`, json(span))
    await fits('post /webhooks/{id}/replay', `/api/v1/webhooks/${id}/replay`, json({ since: 'yesterday' }))
    await fits('delete /webhooks/{id}', `/api/v1/webhooks/${id}`, { method: 'DELETE' })
    await fits('get /webhooks/{id}', `/api/v1/webhooks/${id}`)
  })

  it('promises that an upload with another Content-Digest is refused (RFC 9530)', async () => {
    const body = new Uint8Array(invoicePdf({ number: 'NW-9', date: '12 May 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    const digest = (bytes: Uint8Array) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`
    const send = async (value: string) =>
      (await world.ask(admin, '/api/v1/documents', { method: 'POST', body, headers: { 'Content-Digest': value } })).status
    assert.equal(await send(digest(pdf)), 400)
    assert.equal(await send('sha-256=:short:'), 400)
    assert.equal(await send(digest(body)), 202)
    assert.equal(await send('md5=:whatever:'), 200, 'an algorithm that is not known is passed over')
  })
})
