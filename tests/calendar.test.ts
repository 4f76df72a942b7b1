import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from '../adapters/db/sql.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('dates of contracts', () => {
  let world: World
  let anna: SignedIn
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
  })
  after(() => world.close())

  /** An approved document as publishing leaves it behind. */
  const approved = (id: string, position: number, data: object, type = 'contract') =>
    world.db.transaction(anna.organisationId, async (tx) => {
      await tx.run(sql`
        insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, uploaded_by, type)
        values (${id}, ${anna.organisationId}, 'a.pdf', '{}', 'application/pdf', 1, ${id}, 'approved', ${anna.userId}, ${type})
        on conflict (id) do nothing`)
      await tx.run(sql`
        insert into records (id, organisation_id, position, document_id, run, version, type, data, sha256, approved_by, approved_at)
        values (${`${id}-${position}`}, ${anna.organisationId}, ${position}, ${id}, ${position}, 1, ${type}, ${JSON.stringify(data)}, 'x',
                ${anna.userId}, now())`)
    })
  const file = async (who: SignedIn) => (await world.ask(who, '/calendar/file', { method: 'POST' })).text()

  it('come from approved records, the last of each, the nearest first', async () => {
    await approved('c1', 1, { number: 'OLD-1', expiryDate: day(5) })
    await approved('c1', 2, { number: 'NEW-1', expiryDate: day(90), renewal: { auto: true, noticeDays: '30' } })
    await approved('c2', 3, { number: 'SUPPLY-2', expiryDate: day(10) })
    const page = await (await world.ask(anna, '/calendar')).text()
    assert.doesNotMatch(page, /OLD-1/)
    assert.ok(page.indexOf('SUPPLY-2') < page.indexOf('NEW-1'))
    assert.match(page, /Last day to refuse renewal/)
    assert.equal(page.match(/within 30 days/g)?.length, 1)
  })

  it('leave as a calendar file on a click, and the journal keeps that', async () => {
    const text = await file(anna)
    assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 3)
    assert.match(text, new RegExp(`UID:c1-notice_by@docket\\r\\n(?:.*\\r\\n)DTSTART;VALUE=DATE:${day(60).replaceAll('-', '')}`))
    assert.match(await (await world.ask(anna, '/access')).text(), /Calendar file taken/)
  })

  const reminders = async (who: SignedIn) =>
    ((await (await world.ask(who, '/api/v1/dates')).json()) as { items: { kind: string; number: string; reminder: string | null }[] }).items
  const post = (who: SignedIn, path: string, form: Record<string, string>) =>
    world.ask(who, path, { method: 'POST', body: new URLSearchParams(form) })

  it('show when people are reminded, and a person moves or stops a reminder of one date', async () => {
    await approved('c3', 4, { number: 'LONG-3', expiryDate: day(200) })
    const of = async () => (await reminders(anna)).find(({ number }) => number === 'LONG-3')?.reminder
    assert.equal(await of(), day(170))
    const one = { kind: 'ends', date: day(200) }
    assert.equal((await post(anna, '/calendar/reminders/c3', { ...one, action: 'postpone', day: day(190) })).status, 303)
    assert.equal(await of(), day(190))
    assert.match(await (await world.ask(anna, '/calendar')).text(), /Reminder is being set|Postponed to/)
    await post(anna, '/calendar/reminders/c3', { ...one, action: 'off' })
    assert.equal(await of(), null)
    await post(anna, '/calendar/reminders/c3', { ...one, action: 'usual' })
    assert.equal(await of(), day(170))
    assert.equal((await post(anna, '/calendar/reminders/c3', { ...one, action: 'postpone', day: day(201) })).status, 422)
    assert.equal((await post(anna, '/calendar/reminders/c3', { ...one, date: day(199), action: 'off' })).status, 404)
    const uploader = await world.colleague(anna, 'uploader', 'Nina')
    assert.equal((await post(uploader, '/calendar/reminders/c3', { ...one, action: 'off' })).status, 403)
    assert.match(await (await world.ask(anna, '/access')).text(), /Reminder of a contract date chosen/)
  })

  it('are reminded of as the organisation wishes; what cannot be is refused', async () => {
    const settings = { days: '90 10;45', hour: '8', timeZone: 'Asia/Vladivostok' }
    assert.equal((await post(anna, '/calendar/settings', settings)).status, 303)
    assert.match(await (await world.ask(anna, '/calendar')).text(), /Days before: 90, 45, 10\. At 8:00, time zone Asia\/Vladivostok/)
    for (const wrong of [{ days: '-1' }, { days: '' }, { days: '366' }, { hour: '24' }, { timeZone: 'Mars/Base' }])
      assert.equal((await post(anna, '/calendar/settings', { ...settings, ...wrong })).status, 422, JSON.stringify(wrong))
  })

  it('are those of the own organisation, and not for people who may not see records', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.doesNotMatch(await file(stranger), /VEVENT/)
    const uploader = await world.colleague(anna, 'uploader', 'Vera')
    assert.equal((await world.ask(uploader, '/calendar')).status, 403)
  })
})
