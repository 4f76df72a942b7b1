import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { FIRST_ASSUMPTIONS } from '../../../core/figures/index.ts'
import { createFigureRows } from '../../../tests/figure-rows.ts'
import { startTestPostgres, type TestPostgres } from '../../../tests/postgres.ts'
import { createLog } from '../../log.ts'
import { createAccounts, createFigures, type Database, openDatabase } from '../index.ts'

let server: TestPostgres
let db: Database
before(async () => {
  server = await startTestPostgres()
  db = openDatabase(
    await server.database(),
    createLog('error', () => {}),
  )
})
after(async () => {
  await db.close()
  await server.stop()
})

/** March 2026; the 1st is a Sunday. */
const march = { period: { from: '2026-03-01', until: '2026-04-01' }, type: null }
const at = (day: number, hour = 12, minute = 0) => new Date(Date.UTC(2026, 2, day, hour, minute)).toISOString()
const page = { after: null, limit: 50 }

async function world() {
  const accounts = createAccounts(db)
  const organisationId = await accounts.createOrganisation('Specimen GmbH')
  let people = 0
  return {
    organisationId,
    figures: createFigures(db),
    rows: createFigureRows(db, organisationId),
    person: () => accounts.createUser(organisationId, { email: `p${++people}@example.com`, name: `P${people}`, role: 'reviewer' }),
  }
}

describe('outcomes', () => {
  it('count each reading once, by what it ended with first', async () => {
    const { organisationId, figures, rows } = await world()
    // Straight through on the 2nd; to a person on the 2nd and decided on the 4th; refused on the 3rd; failed on the 3rd.
    const straight = await rows.document({ at: at(2), status: 'approved' })
    await rows.event(straight, 'approved', 'approved:0', at(2))
    const person = await rows.document({ at: at(2), type: 'u', status: 'approved' })
    await rows.event(person, 'review_requested', 'review', at(2))
    await rows.event(person, 'review_saved', 'saved:1', at(3), 'anna')
    await rows.event(person, 'approved', 'approved:2', at(4), 'anna')
    const refused = await rows.document({ at: at(3), type: null, status: 'rejected' })
    await rows.event(refused, 'rejected', 'rejected', at(3))
    const failed = await rows.document({ at: at(3), status: 'failed' })
    await rows.event(failed, 'failed', 'failed', at(3))
    // Read again on the 5th, and now straight: a second reading.
    await rows.event(failed, 'approved', 'approved:0', at(5), 'system', 2)
    // Publication failed after review: no outcome of reading.
    const late = await rows.document({ at: at(6), status: 'failed' })
    await rows.event(late, 'review_requested', 'review', at(6))
    await rows.event(late, 'failed', 'failed', at(7))
    // Outside: the last second before and the first after.
    for (const moment of ['2026-02-28T23:59:59Z', '2026-04-01T00:00:00Z']) {
      const outside = await rows.document({ at: moment })
      await rows.event(outside, 'approved', 'approved:0', moment)
    }
    assert.deepEqual(await figures.outcomes(organisationId, march, 'day'), [
      { at: '2026-03-02', type: 't', outcome: 'straight', documents: 1 },
      { at: '2026-03-02', type: 'u', outcome: 'person', documents: 1 },
      { at: '2026-03-03', type: '', outcome: 'refused', documents: 1 },
      { at: '2026-03-03', type: 't', outcome: 'failed', documents: 1 },
      { at: '2026-03-05', type: 't', outcome: 'straight', documents: 1 },
      { at: '2026-03-06', type: 't', outcome: 'person', documents: 1 },
    ])
    assert.deepEqual(
      (await figures.outcomes(organisationId, { ...march, type: 'u' }, 'month')).map(({ outcome, documents }) => [outcome, documents]),
      [['person', 1]],
    )
    // Weeks begin on Monday the 2nd.
    assert.deepEqual([...new Set((await figures.outcomes(organisationId, march, 'week')).map((row) => row.at))], ['2026-03-02'])
    const behind = async (of: 'outcomes' | 'received' | 'decided', part: string) =>
      (await figures.behind(organisationId, { of, part, userId: '' }, march, page)).rows.map(({ id }) => id).sort()
    assert.deepEqual(await behind('outcomes', 'straight'), [straight, failed].sort())
    assert.deepEqual(await behind('outcomes', 'person'), [person, late].sort())
    assert.deepEqual(await behind('decided', ''), [person])
    assert.equal((await behind('received', '')).length, 5)

    assert.deepEqual(await figures.throughput(organisationId, march, 'day'), [
      { at: '2026-03-02', received: 2, straight: 1, decided: 0 },
      { at: '2026-03-03', received: 2, straight: 0, decided: 0 },
      { at: '2026-03-04', received: 0, straight: 0, decided: 1 },
      { at: '2026-03-05', received: 0, straight: 1, decided: 0 },
      { at: '2026-03-06', received: 1, straight: 0, decided: 0 },
    ])
    // Two days between coming to people and the decision.
    assert.deepEqual(await figures.waiting(organisationId, march, 'day'), [
      { at: '2026-03-04', documents: 1, medianS: 172_800, p90S: 172_800 },
      { at: null, documents: 1, medianS: 172_800, p90S: 172_800 },
    ])
  })

  it('belong to one organisation', async () => {
    const [one, other] = [await world(), await world()]
    const id = await one.rows.document({ at: at(2) })
    await one.rows.event(id, 'approved', 'approved:0', at(2))
    assert.deepEqual(await other.figures.outcomes(other.organisationId, march, 'day'), [])
    assert.deepEqual((await other.figures.behind(other.organisationId, { of: 'outcomes', part: '', userId: '' }, march, page)).rows, [])
  })
})

describe('the queue', () => {
  it('is as old as the present run says', async () => {
    const { organisationId, figures, rows } = await world()
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    for (const hours of [1, 3.9, 4.1, 30, 200]) {
      const id = await rows.document({ at: hoursAgo(hours) })
      await rows.event(id, 'review_requested', 'review', hoursAgo(hours))
      if (hours === 200) await rows.event(id, 'review_escalated', 'escalated:1', hoursAgo(80))
    }
    const done = await rows.document({ at: hoursAgo(500), status: 'approved' })
    await rows.event(done, 'review_requested', 'review', hoursAgo(500))
    const { oldestHours, ...queue } = await figures.queue(organisationId, null)
    assert.deepEqual(queue, { documents: 5, escalated: 1, ages: [2, 1, 1, 0, 1] })
    assert.ok(Math.abs((oldestHours ?? 0) - 200) < 0.1)
    assert.equal((await figures.behind(organisationId, { of: 'queue', part: '0', userId: '' }, march, page)).rows.length, 2)
    assert.equal((await figures.behind(organisationId, { of: 'escalated', part: '', userId: '' }, march, page)).rows.length, 1)
    assert.deepEqual(await figures.queue(organisationId, 'other'), { documents: 0, escalated: 0, oldestHours: null, ages: [0, 0, 0, 0, 0] })
  })
})

describe('the work of hands', () => {
  it('is shown of three people or more, and to each person alone', async () => {
    const { organisationId, figures, rows, person } = await world()
    const [anna, boris, clara] = [await person(), await person(), await person()]
    const decided = async (userId: string, seconds: number, keystrokes: number, changed: number) => {
      const id = await rows.document({ at: at(2), status: 'approved' })
      await rows.event(id, 'review_requested', 'review', at(2))
      await rows.event(id, 'approved', 'approved:1', at(3), userId)
      await rows.effort(id, userId, at(3), { activeS: seconds, keystrokes, changed })
      return id
    }
    const first = await decided(anna, 10, 1, 0)
    // A save the day before, by somebody else: this document needed both.
    await rows.effort(first, boris, at(2), { activeS: 20, keystrokes: 4, changed: 2, kind: 'save' })
    await decided(boris, 40, 3, 1)
    assert.equal(await figures.groupWork(organisationId, march), null)
    await decided(clara, 110, 9, 3)
    // 30, 40 and 110 s: mean 60, median 40, p90 by interpolation 40 + 0.8 × 70 = 96. Keys 5, 3, 9; changed 2, 1, 3.
    assert.deepEqual(await figures.groupWork(organisationId, march), {
      documents: 3,
      people: 3,
      meanS: 60,
      medianS: 40,
      p90S: 96,
      keystrokes: 5,
      changed: 2,
      // Under 5, 10, 20, 40, 60, 120 s and above; 40 s is not under 40.
      spread: [0, 0, 0, 1, 1, 1, 0],
    })
    assert.deepEqual(await figures.ownWork(organisationId, boris, march), {
      documents: 2,
      people: 1,
      meanS: 30,
      medianS: 30,
      p90S: 38,
      keystrokes: 3.5,
      changed: 1.5,
      spread: [0, 0, 0, 1, 1, 0, 0],
    })
    assert.equal((await figures.behind(organisationId, { of: 'own', part: '', userId: boris }, march, page)).rows.length, 2)
    // Another day, one person: nothing.
    assert.equal(await figures.groupWork(organisationId, { period: { from: '2026-03-04', until: '2026-03-05' }, type: null }), null)
    assert.equal((await figures.behind(organisationId, { of: 'work', part: '', userId: '' }, march, page)).rows.length, 3)
  })

  it('names the suppliers that are corrected most, however their name is written', async () => {
    const { organisationId, figures, rows, person } = await world()
    const anna = await person()
    for (const [seller, changed] of [
      ['ООО «Ромашка»', 3],
      ['ООО "РОМАШКА"', 2],
      ['Acme Ltd', 4],
      ['Clean Ltd', 0],
      [null, 9],
    ] as const) {
      const id = await rows.document({ at: at(2), seller })
      await rows.effort(id, anna, at(2), { changed })
    }
    const suppliers = await figures.suppliers(organisationId, march)
    assert.deepEqual(
      suppliers.map(({ key, changed, documents }) => [key, changed, documents]),
      [
        ['оооромашка', 5, 2],
        ['acmeltd', 4, 1],
      ],
    )
    assert.equal((await figures.behind(organisationId, { of: 'suppliers', part: 'оооромашка', userId: '' }, march, page)).rows.length, 2)
  })
})

describe('blind reviews', () => {
  it('give the audited and the wrong, and the curve of what was said against what was right', async () => {
    const { organisationId, figures, rows } = await world()
    const judged = async (
      kind: 'audit' | 'shadow',
      wrong: boolean,
      values: Readonly<Record<string, readonly [number, boolean]>>,
      type = 't',
    ) => rows.judgement(await rows.document({ at: at(2), type }), kind, wrong, values, at(3), type)
    await judged('audit', false, { number: [0.995, true], total: [1, true] })
    await judged('audit', true, { number: [0.91, false], total: [0.94, true] })
    await judged('audit', false, {}, 'u')
    await judged('shadow', true, { number: [0.1, false] })
    assert.deepEqual(await figures.audits(organisationId, march), [
      { type: 't', audited: 2, wrong: 1 },
      { type: 'u', audited: 1, wrong: 0 },
    ])
    // Bands of core/calibration: 0 to 0.2, 0.9 to 0.95, 0.99 to 1 with 1 in the last.
    const bands = await figures.calibration(organisationId, march)
    assert.deepEqual(
      bands.map(({ from, to, labels, confidence, right }) => [from, to, labels, Number(confidence.toFixed(6)), right]),
      [
        [0, 0.2, 1, 0.1, 0],
        [0.9, 0.95, 2, 0.925, 0.5],
        [0.99, 1, 2, 0.9975, 1],
      ],
    )
    const behind = async (of: 'audits' | 'calibration', part: string) =>
      (await figures.behind(organisationId, { of, part, userId: '' }, march, page)).rows.length
    assert.deepEqual([await behind('audits', 'wrong'), await behind('audits', 'right'), await behind('audits', '')], [1, 2, 3])
    assert.deepEqual([await behind('calibration', '7'), await behind('calibration', '10'), await behind('calibration', '')], [1, 1, 3])
  })
})

describe('cost', () => {
  it('is added up per currency, and a document counts once', async () => {
    const { organisationId, figures, rows } = await world()
    const [a, b] = [await rows.document({ at: at(2) }), await rows.document({ at: at(2) })]
    await rows.call(a, '0.00125', 'USD', at(2))
    await rows.call(a, '0.00375', 'USD', at(9))
    await rows.call(b, '0.1', 'USD', at(9))
    await rows.call(b, '2.5', 'RUB', at(9))
    assert.deepEqual(await figures.modelCost(organisationId, march, 'week'), [
      { at: '2026-03-09', currency: 'RUB', documents: 1, cost: '2.50000000' },
      { at: null, currency: 'RUB', documents: 1, cost: '2.50000000' },
      { at: '2026-03-02', currency: 'USD', documents: 1, cost: '0.00125000' },
      { at: '2026-03-09', currency: 'USD', documents: 2, cost: '0.10375000' },
      { at: null, currency: 'USD', documents: 2, cost: '0.10500000' },
    ])
    assert.equal((await figures.behind(organisationId, { of: 'models', part: 'RUB', userId: '' }, march, page)).rows.length, 1)
  })

  it('keeps an organisation’s assumptions apart from another’s', async () => {
    const [one, other] = [await world(), await world()]
    assert.deepEqual(await one.figures.assumptions(one.organisationId), { assumed: FIRST_ASSUMPTIONS, isOwn: false })
    const mine = { ...FIRST_ASSUMPTIONS, hourCost: '31.50', currency: 'RUB' }
    await one.figures.assume(one.organisationId, mine, 'u')
    await one.figures.assume(one.organisationId, { ...mine, minutesAfter: 1.5 }, 'u')
    assert.deepEqual(await one.figures.assumptions(one.organisationId), { assumed: { ...mine, minutesAfter: 1.5 }, isOwn: true })
    assert.equal((await other.figures.assumptions(other.organisationId)).isOwn, false)
  })
})
