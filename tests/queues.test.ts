import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createNoticeOutbox } from '../adapters/db/index.ts'
import { sendInvoice } from './ui/send-invoice.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('queues', () => {
  let world: World
  let anna: SignedIn
  let boris: SignedIn

  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
    boris = await world.colleague(anna, 'reviewer', 'Boris')
  })
  after(() => world.close())

  const sent = (number: string, seller?: string) => sendInvoice(world, anna, { number, ...(seller && { seller }) })
  const form = (who: SignedIn, path: string, fields: Readonly<Record<string, string>>) =>
    world.ask(who, path, { method: 'POST', body: new URLSearchParams(fields) })
  const html = async (who: SignedIn, path: string) => (await world.ask(who, path)).text()
  const next = async (who: SignedIn, query: string) => (await world.ask(who, `/documents/next${query}`)).headers.get('Location')
  const listed = async (who: SignedIn, query: string) =>
    [...(await html(who, `/documents?status=review&${query}`)).matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id)

  it('takes documents by supplier, gives them to a person and says until when, whoever looks', async () => {
    assert.equal((await form(boris, '/queues', { name: 'Q' })).status, 403)
    const added = await form(anna, '/queues', { name: 'Fabrikam', supplier: 'FABRIKAM, Ltd', assignee: boris.userId, dueHours: '48' })
    assert.equal(added.headers.get('Location'), '/queues?notice=saved#rules')
    const twice = await form(anna, '/queues', { name: 'Again', supplier: 'FABRIKAM, Ltd' })
    assert.equal(twice.headers.get('Location'), '/queues?notice=exists#rules')
    const [theirs, free] = [await sent('F-1', 'Fabrikam Ltd.'), await sent('N-1')]
    assert.deepEqual(await listed(boris, 'person=me'), [theirs])
    assert.deepEqual(await listed(anna, 'person=nobody'), [free])
    const page = await html(boris, `/documents/${theirs}`)
    assert.match(page, /Queue “Fabrikam”/)
    assert.match(page, /assigned to Boris/)
    const place = await world.queues.place(anna.organisationId, theirs)
    assert.equal(Date.parse(place?.dueAt ?? '') - Date.parse(place?.since ?? ''), 48 * 3_600_000)
    // Nobody gets what is assigned to another one, and everybody may ask for it.
    assert.equal(await next(anna, ''), `/documents/${free}`)
    assert.equal(await next(anna, `?not=${free}`), '/documents/done')
    assert.equal(await next(anna, `?person=${boris.userId}`), `/documents/${theirs}?person=${boris.userId}`)
  })

  it('goes on in the list that the person came from, forwards, backwards and after a decision', async () => {
    const who = await world.person('Clara')
    const ids = new Map<string, string>()
    for (const [number, seller] of [
      ['A-1', 'Alpha'],
      ['B-1', 'Beta'],
      ['A-2', 'Alpha'],
    ] as const)
      ids.set(number, await sendInvoice(world, who, { number, seller: `${seller} Ltd` }))
    const [a1, a2] = [ids.get('A-1'), ids.get('A-2')]
    const list = 'supplier=Alpha+Ltd'
    assert.deepEqual(await listed(who, list), [a1, a2])
    assert.match(await html(who, `/documents?status=review&${list}`), new RegExp(`href="/documents/${a1}\\?${list.replace('+', '\\+')}"`))
    assert.equal(await next(who, `?not=${a1}&${list}`), `/documents/${a2}?${list}`)
    const page = await html(who, `/documents/${a1}?${list}`)
    assert.ok(page.includes(`/documents/previous?not=${a1}&amp;${list}`), 'previous keeps the list')
    const version = String((await world.documents.get(who.organisationId, a1 ?? ''))?.version)
    const rejected = await world.ask(who, `/documents/${a1}/review?${list}`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'reject', reason: 'other', reviewId: 'review-0001', version }),
      headers: { Accept: 'application/json' },
    })
    assert.equal(((await rejected.json()) as { next: string }).next, `/documents/next?not=${a1}&${list}`)
    assert.equal(await next(who, `?not=${a2}&${list}`), `/documents/done?${list}`)
    assert.match(await html(who, `/documents/done?${list}`), /Go on with the other queues/)
  })

  it('heaps up what waits, and each number opens as many documents', async () => {
    await sent('P-1', 'Fabrikam Ltd.')
    const page = await html(anna, '/queues')
    for (const [, href = '', count] of page.matchAll(
      /<a href="(\/documents\?[^"]+)"><bdi>[^<]*<\/bdi><\/a><\/th><td class="amount">(\d+)/g,
    ))
      assert.equal((await listed(anna, href.replaceAll('&amp;', '&').replace('/documents?', ''))).length, Number(count), href)
    assert.match(page, /By supplier/)
    assert.match(page, /Fabrikam/)
  })

  it('hands a document from one person to another and keeps that in its history', async () => {
    const id = await sent('H-1')
    assert.equal(
      (await form(anna, `/documents/${id}/assign?days=1`, { to: boris.userId })).headers.get('Location'),
      `/documents/${id}?days=1`,
    )
    assert.match(await html(boris, `/documents/${id}`), /assigned to Boris/)
    assert.ok((await world.documents.events(anna.organisationId, id)).some(({ kind }) => kind === 'assigned'))
    const stranger = await world.person('Stranger')
    assert.equal((await form(anna, `/documents/${id}/assign`, { to: stranger.userId })).status, 409)
    assert.equal((await form(stranger, `/documents/${id}/assign`, { to: stranger.userId })).status, 404)
  })

  it('approves several documents without questions after a look, and leaves what has changed meanwhile', async () => {
    const who = await world.person('Dora')
    const ids: string[] = []
    for (const [number, date, seller] of [
      ['KX-44710', '11 March 2026', 'Alpha Ltd'],
      ['9013', '14 May 2026', 'Beta Ltd'],
      ['INV/2026/W', '17 July 2026', 'Gamma Ltd'],
    ] as const) {
      const gross = number === 'INV/2026/W' ? '125.00' : '120.00'
      ids.push(await sendInvoice(world, who, { number, date, gross, seller }))
    }
    const grid = await html(who, '/documents/bulk')
    const heads = [...grid.matchAll(/<th scope="col"[^>]*>([^<]+)</g)].map(([, head]) => head)
    assert.deepEqual(
      heads.slice(0, 6),
      ['File', 'Invoice number', 'Invoice date', 'Name', 'Gross total', 'Currency'],
      'what is paid stands in front',
    )
    const offered = [...grid.matchAll(/name="document" value="([^"]+)"/g)].map(([, one = '']) => one)
    // The total of the third does not add up.
    assert.deepEqual(
      offered.map((one) => one.split(':')[0]),
      ids.slice(0, 2),
    )
    const body = new URLSearchParams([
      ['document', offered[0] ?? ''],
      ['document', `${ids[1]}:1`],
      ['document', `${ids[2]}:${(await world.documents.get(who.organisationId, ids[2] ?? ''))?.version}`],
    ])
    const sent = await world.ask(who, '/documents/bulk', { method: 'POST', body })
    assert.equal(sent.headers.get('Location'), '/documents/bulk?approved=1&left=2')
    const states = await Promise.all(ids.map(async (id) => (await world.documents.get(who.organisationId, id))?.status))
    assert.deepEqual(states, ['approved', 'review', 'review'])
  })

  it('hands what is overdue to the person it names, once, and tells that one', async () => {
    const owner = await world.person('Dora', 'admin')
    const [slow, deputy] = [await world.colleague(owner, 'reviewer', 'Slow'), await world.colleague(owner, 'approver', 'Deputy')]
    await form(owner, '/queues', { name: 'Urgent', assignee: slow.userId, dueHours: '1', escalateTo: deputy.userId })
    const id = await sendInvoice(world, owner, { number: 'U-1' })
    const assigned = async () => (await world.queues.place(owner.organisationId, id))?.assignee?.id
    assert.equal(await assigned(), slow.userId)
    // What the timer of the workflow writes; the timer itself is tests/workflow/process-document.test.ts.
    const overdue = {
      documentId: id,
      organisationId: owner.organisationId,
      key: 'run1:escalated:1',
      kind: 'review_escalated',
      status: 'review',
      actor: 'system',
      reason: null,
      result: null,
      reviewId: null,
      corrections: null,
    } as const
    const [first, again] = [await world.store.journal(overdue), await world.store.journal(overdue)]
    assert.deepEqual([await assigned(), again.version], [deputy.userId, first.version])
    assert.equal(await next(deputy, ''), `/documents/${id}`)
    const outbox = createNoticeOutbox(world.db, new Uint8Array(32), true)
    await outbox.spread()
    const letters = (await outbox.take(10, [])).filter(({ kind }) => kind === 'escalation')
    const deputyMail = (await world.accounts.users(owner.organisationId)).find(({ id: one }) => one === deputy.userId)?.email
    assert.deepEqual(
      letters.map(({ to }) => to),
      [{ kind: 'mail', email: deputyMail }],
    )
  })

  it('forgets a document with the decision about it', async () => {
    const id = await sent('Z-1')
    const version = (await world.documents.get(anna.organisationId, id))?.version
    await world.ask(anna, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: JSON.stringify({ action: 'reject', reason: 'other' }),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    assert.equal(await world.queues.place(anna.organisationId, id), null)
  })
})
