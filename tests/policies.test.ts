import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { permissionsOf, Role } from '../core/permissions.ts'
import { documentTypes } from '../schemas/registry.ts'
import { POLICIES } from '../ui/auth/policies.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** Who may call what: the table of ui/auth/policies.ts against the routes that exist, asked as everybody (RELIABILITY rows 24 and 26). */
describe('policies', () => {
  let world: World
  let admin: SignedIn
  let documentId = ''
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
    const pdf = invoicePdf({ number: 'NW-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })
    const accepted = await world.ask(admin, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    documentId = ((await accepted.json()) as { id: string }).id
    await world.work()
  })
  after(() => world.close())

  const pathOf = (pattern: string) =>
    pattern
      .replace(':file{[\\w-]+\\.[\\w.-]+}', 'x.json')
      .replace(':type', documentTypes[0]!.name)
      .replace(':page', '1')
      .replace(':name', 'icon.svg')
      .replace(/\/documents\/:id/, `/documents/${documentId}`)
      .replace(/:\w+/g, 'x')
  const call = async (who: SignedIn | null, route: string) => {
    const [method = 'GET', pattern = '/'] = route.split(' ')
    const init = { method, ...(['GET', 'HEAD'].includes(method) ? {} : { body: '{}' }) }
    const abort = new AbortController()
    const answer = who
      ? await world.ask(who, pathOf(pattern), { ...init, signal: abort.signal })
      : await fetch(`${world.url}${pathOf(pattern)}`, {
          ...init,
          headers: { Origin: world.origin },
          redirect: 'manual',
          signal: abort.signal,
        })
    abort.abort()
    return answer
  }
  const guarded = Object.entries(POLICIES).filter(([route, need]) => need !== 'public' && route !== 'POST /sign-out')

  it('has a row for every route, and a route for every row', () => {
    assert.deepEqual([...world.routes].sort(), Object.keys(POLICIES).sort())
  })

  it('lets nobody in without a session', async () => {
    for (const [route] of guarded) {
      const { status } = await call(null, route)
      assert.equal(status, /^GET (?!\/api)/.test(route) ? 303 : 401, route)
    }
  })

  it('answers other methods at a known address with 405 and what it takes (RFC 9110 §15.5.6), after the sign-in', async () => {
    const places = Object.keys(POLICIES).map((route) => {
      const [method = '', pattern = ''] = route.split(' ')
      return { route, method, pattern, fits: new RegExp(`^${pattern.replace(/:\w+\{(.*)\}/, '$1').replace(/:\w+/g, '[^/]+')}$`) }
    })
    for (const pattern of new Set(places.map((place) => place.pattern))) {
      const there = places.filter(({ fits }) => fits.test(pathOf(pattern)))
      const taken = new Set(there.map(({ method }) => method))
      // What is told of an address that is named by itself: not also what an entry of that name would take.
      const named = there.filter((place) => place.pattern === pathOf(pattern))
      const told = new Set((named.length > 0 ? named : there).map(({ method }) => method))
      for (const methods of [taken, told]) if (methods.has('GET')) methods.add('HEAD')
      const isPublic = there.some(({ route }) => POLICIES[route] === 'public')
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => !taken.has(one))) {
        const answer = await world.ask(admin, pathOf(pattern), { method })
        assert.equal(answer.status, 405, `${method} ${pattern}`)
        assert.equal(answer.headers.get('allow'), [...told].sort().join(', '), `${method} ${pattern}`)
        if (pattern.startsWith('/api/')) assert.equal(answer.headers.get('content-type'), 'application/problem+json')
        const stranger = await call(null, `${method} ${pattern}`)
        const refused = method === 'GET' && !pattern.startsWith('/api/') ? 303 : 401
        assert.equal(stranger.status, isPublic ? 405 : refused, `${method} ${pattern} without a session`)
        assert.equal(stranger.headers.has('allow'), isPublic, `${method} ${pattern} without a session`)
      }
    }
  })

  for (const role of Role.options)
    it(`lets a person who is ${role} do what the role may, and refuses the rest`, async () => {
      const may = permissionsOf(role, 'reviewer')
      // A fresh person for every ten routes: forty misses would look like guessing of ids.
      for (let at = 0; at < guarded.length; at += 10) {
        const who = await world.colleague(admin, role)
        for (const [route, need] of guarded.slice(at, at + 10)) {
          const { status } = await call(who, route)
          const wanted = need === 'anyone' || may.has(need as never)
          assert.equal(status === 403, !wanted, `${route} answered ${status}`)
          assert.ok(status < 500 && status !== 401, `${route} answered ${status}`)
        }
      }
    })

  it('shows another organisation nothing, whatever the role', async () => {
    const stranger = await world.person('Stranger', 'admin')
    for (const [route] of guarded.filter(([one]) => one.includes('/documents/:id') && !one.includes('blind'))) {
      const { status } = await call(stranger, route)
      assert.equal(status, 404, route)
    }
  })

  it('lets a reviewer correct but not approve where approval is an approver’s', async () => {
    const person = await world.person('Second pair of eyes', 'reviewer')
    await world.accounts.setApprovedBy(person.organisationId, 'approver')
    const approver = await world.colleague(person, 'approver')
    const pdf = invoicePdf({ number: 'NW-2', date: '12 April 2026', net: '100.00', tax: '20.00', gross: '120.00' })
    const accepted = await world.ask(person, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    const { id } = (await accepted.json()) as { id: string }
    await world.work()
    const decide = async (who: SignedIn, action: string) => {
      const { version } = (await (await world.ask(who, `/api/v1/documents/${id}`)).json()) as { version: number }
      return (
        await world.ask(who, `/api/v1/documents/${id}/review`, {
          method: 'POST',
          body: JSON.stringify({ action, fields: {} }),
          headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
        })
      ).status
    }
    assert.equal(await decide(person, 'approve'), 403)
    assert.equal(await decide(person, 'save'), 200)
    assert.equal(await decide(approver, 'approve'), 200)
  })
})
