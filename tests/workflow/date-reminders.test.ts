import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Client } from '@temporalio/client'
import { z } from 'zod'
import { createAccounts, createDateReminders, createLatestRecords, type Database, openDatabase } from '../../adapters/db/index.ts'
import { sql } from '../../adapters/db/sql.ts'
import { createLog } from '../../adapters/log.ts'
import { type KeyDate, remindersId, timeIn } from '../../core/calendar/index.ts'
import { addDays } from '../../core/values/index.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createTemporalClient } from '../../temporal/client.ts'
import { wakeReminders } from '../../temporal/date-reminders.ts'
import { startDevServer } from '../../temporal/dev-server.ts'
import type { Activities } from '../../workers/activities/index.ts'
import { createTellDates } from '../../workers/activities/tell-dates.ts'
import { startWorker } from '../../workers/start.ts'
import { startDateReminders } from '../../workers/start-date-reminders.ts'
import { startTestPostgres, type TestPostgres } from '../postgres.ts'
import { eventually } from './wait.ts'
import { temporalBinary } from './world.ts'

const executable = await temporalBinary()
const END = '2030-06-30'
const SETTINGS = { daysBefore: [30, 7], hour: 9, timeZone: 'Asia/Vladivostok' }

describe('timers of the dates of contracts', { skip: executable ? false : 'no Temporal server here; see `npm start`' }, () => {
  let postgres: TestPostgres
  let db: Database
  let dir: string
  let server: Awaited<ReturnType<typeof startDevServer>>
  let client: Client
  let worker: Awaited<ReturnType<typeof startWorker>>
  let sweeper: ReturnType<typeof startDateReminders>
  /** What the activity takes for now; it stands still until a test moves it. The timers themselves are the server's. */
  let clockMs = 0
  let organisation = ''
  let position = 0
  const log = createLog('error')
  /** So long before the reminder of that day. */
  const until = (day: string, leftMs: number) => {
    clockMs = timeIn(SETTINGS.timeZone, day, SETTINGS.hour) - leftMs
  }
  const reminders = () => createDateReminders(db)
  const temporal = () => ({ address: server.address, namespace: 'default', masterKey: Buffer.alloc(32, 7) })
  const work = () =>
    startWorker({
      temporal: temporal(),
      queues: ['cpu'],
      activities: {} as Activities,
      reminders: createTellDates({
        latestRecords: createLatestRecords(db),
        dateReminders: reminders(),
        types: documentTypes,
        now: () => clockMs,
      }),
      cacheDir: join(tmpdir(), 'docket-test-cache'),
      log,
    })

  before(async () => {
    postgres = await startTestPostgres()
    db = openDatabase(await postgres.database(), log)
    organisation = await createAccounts(db).createOrganisation('Dates')
    dir = await mkdtemp(join(tmpdir(), 'docket-dates-'))
    server = await startDevServer({ executable: executable as string, dir, namespace: 'default' })
    client = createTemporalClient(temporal())
    worker = await work()
    sweeper = startDateReminders({
      dateReminders: reminders(),
      types: documentTypes,
      wake: (document) => wakeReminders(client, document),
      log,
      pollMs: 50,
    })
  })
  after(async () => {
    await sweeper?.stop()
    worker?.stop()
    await worker?.ended
    await client?.connection.close()
    await server?.stop()
    await db?.close()
    await postgres?.stop()
    if (dir) await rm(dir, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await reminders().saveSettings(organisation, SETTINGS, 'user')
  })

  const status = (id: string, to: string) =>
    db.transaction(organisation, (tx) => tx.run(sql`update documents set status = ${to} where id = ${id}`))
  /** Approves the document with these values, as publishing does: the record first. */
  const approve = async (id: string, run: number, data: object) => {
    await db.transaction(organisation, (tx) =>
      tx.run(sql`
        insert into records (id, organisation_id, position, document_id, run, version, type, data, sha256, approved_by, approved_at)
        values (${`${id}-${run}`}, ${organisation}, ${++position}, ${id}, ${run}, 1, 'contract', ${JSON.stringify(data)}, 'x', 'user', now())`),
    )
    await status(id, 'approved')
  }
  const contract = async (id: string, data: object, type = 'contract') => {
    await db.transaction(organisation, (tx) =>
      tx.run(sql`
        insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, uploaded_by, type)
        values (${id}, ${organisation}, 'a.pdf', '{}', 'application/pdf', 1, ${id}, 'review', 'user', ${type})`),
    )
    await approve(id, 1, data)
    return id
  }
  const told = async (id: string) => {
    const rows = await db.transaction(organisation, (tx) =>
      tx.rows(
        z.object({ data: z.object({ date: z.string(), days: z.number() }) }),
        sql`select data from notices where document_id = ${id} and kind = 'dates' order by created_at, id`,
      ),
    )
    return rows.map(({ data }) => `${data.date} ${data.days}`)
  }
  const state = async (id: string) =>
    (await client.workflow.getHandle(remindersId({ organisationId: organisation, documentId: id })).describe()).status.name
  /** Every change has reached the timers. */
  const heard = () => eventually('the timers', async () => (await reminders().waiting(organisation)).size === 0)
  const looked = async (id: string, count: number) => {
    await heard()
    await eventually(`${count} looks`, async () => {
      const { events } = await client.workflow.getHandle(remindersId({ organisationId: organisation, documentId: id })).fetchHistory()
      return (events ?? []).filter(({ activityTaskCompletedEventAttributes: done }) => done).length >= count
    })
  }
  const choose = (id: string, date: KeyDate, choice: { off: boolean; notBefore: string | null }) =>
    reminders().choose(organisation, id, { ...date, ...choice }, 'user')

  it('remind on the morning of the organisation’s time zone, once, and go on to the next reminder', { timeout: 60_000 }, async () => {
    until(addDays(END, -30), 500)
    const id = await contract('a', { expiryDate: END })
    await looked(id, 2)
    assert.deepEqual(await told(id), [])
    until(addDays(END, -30), 0)
    await eventually('the reminder', async () => (await told(id)).length === 1)
    until(addDays(END, -7), 500)
    await reminders().saveSettings(organisation, SETTINGS, 'user')
    await heard()
    until(addDays(END, -7), 0)
    await eventually('the next', async () => (await told(id)).length === 2)
    assert.deepEqual(await told(id), ['ends 30', 'ends 7'])
    until(addDays(END, 1), 0)
    await reminders().saveSettings(organisation, SETTINGS, 'user')
    await eventually('the end', async () => (await state(id)) === 'COMPLETED')
  })

  it('follow a corrected date, and end when the document is taken up again or rejected', { timeout: 60_000 }, async () => {
    until(addDays(END, -60), 0)
    const id = await contract('b', { expiryDate: END })
    await looked(id, 1)
    await status(id, 'processing')
    await eventually('the end', async () => (await state(id)) === 'COMPLETED')
    assert.deepEqual(await told(id), [])
    await approve(id, 2, { expiryDate: addDays(END, -30) })
    await eventually('the reminder of the earlier date', async () => (await told(id)).length === 1)
    assert.equal(await state(id), 'RUNNING')
    await status(id, 'rejected')
    await eventually('the end', async () => (await state(id)) === 'COMPLETED')
  })

  it('keep what a person chose: off, or not before a day', { timeout: 60_000 }, async () => {
    until(addDays(END, -40), 0)
    const [off, later] = [await contract('c', { expiryDate: END }), await contract('d', { expiryDate: END })]
    await choose(off, { kind: 'ends', date: END }, { off: true, notBefore: null })
    await choose(later, { kind: 'ends', date: END }, { off: false, notBefore: addDays(END, -20) })
    await heard()
    const wake = async () => {
      await reminders().saveSettings(organisation, SETTINGS, 'user')
      await heard()
    }
    until(addDays(END, -25), 0)
    await wake()
    const again = await contract('h', { expiryDate: END })
    await eventually('one that nobody postponed', async () => (await told(again)).length === 1)
    assert.deepEqual([await told(later), await told(off)], [[], []])
    until(addDays(END, -20), 0)
    await wake()
    await eventually('the postponed one', async () => (await told(later)).length === 1)
    assert.deepEqual([await told(later), await told(off)], [['ends 20'], []])
  })

  it('outlive the worker', { timeout: 90_000 }, async () => {
    until(addDays(END, -30), 500)
    const id = await contract('e', { expiryDate: END })
    await looked(id, 1)
    worker.stop()
    await worker.ended
    until(addDays(END, -30), 0)
    assert.deepEqual(await told(id), [])
    worker = await work()
    await eventually('the reminder', async () => (await told(id)).length === 1)
  })

  it('are not started for types without dates', { timeout: 60_000 }, async () => {
    const id = await contract('f', {}, 'invoice')
    await heard()
    await assert.rejects(state(id), { name: 'WorkflowNotFoundError' })
  })
})
