import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createFigureRows } from './figure-rows.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** The screens over hand-made rows: what a person sees, saves and follows. */
describe('the figures', () => {
  let world: World
  let admin: SignedIn
  let straight = ''
  const page = async (who: SignedIn, path: string) => (await world.ask(who, path, { headers: { 'Accept-Language': 'en' } })).text()
  const MARCH = 'from=2026-03-01&to=2026-03-31'

  before(async () => {
    world = await createWorld()
    admin = await world.person('Anna', 'admin')
    const rows = createFigureRows(world.db, admin.organisationId)
    // Two straight, one to a person who decided after two hours.
    straight = await rows.document({ at: '2026-03-02T10:00:00Z', type: 'invoice', seller: '=cmd()', status: 'approved' })
    const other = await rows.document({ at: '2026-03-02T10:00:00Z', type: 'receipt', status: 'approved' })
    for (const id of [straight, other]) await rows.event(id, 'approved', 'approved:0', '2026-03-02T10:00:00Z')
    const reviewed = await rows.document({ at: '2026-03-03T10:00:00Z', type: 'invoice', seller: '=cmd()', status: 'approved' })
    await rows.event(reviewed, 'review_requested', 'review', '2026-03-03T10:00:00Z')
    await rows.event(reviewed, 'approved', 'approved:1', '2026-03-03T12:00:00Z', admin.userId)
    await rows.effort(reviewed, admin.userId, '2026-03-03T12:00:00Z', { activeS: 90, keystrokes: 7, changed: 4 })
    await rows.judgement(straight, 'audit', false, { number: [0.9, true] }, '2026-03-04T10:00:00Z', 'invoice')
  })
  after(() => world.close())

  it('stand on a page that needs no script: plot, table and links', async () => {
    const html = await page(admin, `/figures?${MARCH}`)
    assert.match(html, /<strong>66\.7%<\/strong>/) // 2 of 3
    assert.match(html, /href="\/figures\/outcomes\/documents\?from=2026-03-01&amp;to=2026-03-31&amp;part=straight"/)
    // Wilson for 0 of 1: 0 to 79.3 %.
    assert.match(html, /0% \(0% – 79\.3%\)/)
    assert.ok((html.match(/<svg class="plot-wide"[^>]*role="img" aria-label="[^"]+"/g) ?? []).length >= 4)
  })

  it('lead to their documents', async () => {
    const html = await page(admin, `/figures/outcomes/documents?${MARCH}&part=straight&type=invoice`)
    assert.deepEqual(html.match(/\/documents\/[0-9a-f-]{36}/g), [`/documents/${straight}`])
    assert.match(await page(admin, `/figures/outcomes/documents?${MARCH}&part=failed`), /No documents\./)
    assert.equal((await world.ask(admin, '/figures/nothing/documents')).status, 404)
  })

  it('come as CSV, in which a supplier’s name is no formula', async () => {
    const csv = await world.ask(admin, `/figures/suppliers/csv?${MARCH}`, { headers: { 'Accept-Language': 'en' } })
    assert.equal(csv.headers.get('Content-Type'), 'text/csv; charset=utf-8')
    assert.equal(await csv.text(), "Supplier,Changed fields,Documents,Per document\r\n'=cmd(),4,1,4\r\n")
    const outcomes = await (
      await world.ask(admin, `/figures/outcomes/csv?${MARCH}&type=receipt`, { headers: { 'Accept-Language': 'en' } })
    ).text()
    assert.match(outcomes, /^Day,By itself,To a person,Refused,Failed,Share\r\n/)
    assert.match(outcomes, /\r\n2026-03-02,1,0,0,0,1\r\n/)
  })

  it('show one person’s work to that person alone', async () => {
    const own = await page(admin, `/figures?${MARCH}`)
    assert.match(own, /fewer than three people/)
    const csv = await (await world.ask(admin, `/figures/own/csv?${MARCH}`, { headers: { 'Accept-Language': 'en' } })).text()
    assert.match(csv, /"?Median, s"?,90\r\n/)
    const colleague = await world.colleague(admin, 'auditor')
    const theirs = await (await world.ask(colleague, `/figures/own/csv?${MARCH}`, { headers: { 'Accept-Language': 'en' } })).text()
    assert.match(theirs, /^Measure,Value\r\nDocuments,0\r\n/)
    assert.doesNotMatch(await page(colleague, `/figures?${MARCH}`), />90</)
    const hidden = await (await world.ask(colleague, `/figures/work/csv?${MARCH}`)).text()
    assert.equal(hidden.trim(), '')
  })

  it('belong to one organisation and to those who may see its settings', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.doesNotMatch(await page(stranger, `/figures/outcomes/documents?${MARCH}`), new RegExp(straight))
    const uploader = await world.colleague(admin, 'uploader')
    assert.equal((await world.ask(uploader, '/figures')).status, 403)
  })

  it('show the usual days where the typed ones are no period', async () => {
    assert.match(await page(admin, '/figures?from=2026-03-31&to=2026-03-01'), /This is no period/)
  })

  it('calculate the return from kept assumptions', async () => {
    const save = (fields: Readonly<Record<string, string>>) =>
      world.ask(admin, '/figures/return', { method: 'POST', body: new URLSearchParams(fields) })
    const typed = {
      minutesBefore: '8',
      minutesAfter: '0,5',
      documentsPerMonth: '2 000',
      hourCost: '30',
      monthlyCost: '400',
      setUpCost: '6600',
      currency: 'eur',
    }
    assert.equal((await save(typed)).headers.get('Location'), '/figures/return?notice=savedNow')
    assert.equal((await save({ ...typed, hourCost: 'many' })).headers.get('Location'), '/figures/return?notice=invalid')
    const html = await page(admin, `/figures/return?${MARCH}`)
    // 2,000 × 7.5 ÷ 60 = 250 h; 4.00 before, 0.25 + 400 ÷ 2,000 = 0.45 now; 2,000 × 3.55 = 7,100; 6,600 ÷ 7,100 = 0.9.
    for (const shown of ['250.00', '4.00 EUR', '0.45 EUR', '7,100.00 EUR', '0.9'])
      assert.match(html, new RegExp(`<strong>${shown.replace('.', '\\.')}</strong>`))
    assert.match(await page(admin, `/figures?${MARCH}`), /<strong>0\.45 EUR<\/strong>/)
    const auditor = await world.colleague(admin, 'auditor')
    assert.equal((await world.ask(auditor, '/figures/return', { method: 'POST', body: new URLSearchParams(typed) })).status, 403)
  })
})
