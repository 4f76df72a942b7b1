import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { startTestPostgres, type TestPostgres } from '../../tests/postgres.ts'
import { createLog } from '../log.ts'
import { createAccounts, createDocuments, type Database, newId, openDatabase } from './index.ts'
import { sql } from './sql.ts'

/** What a client may do with one key, step by step. `at once`: so many requests together; the server in between may be another process. */
const STEPS = fc.array(
  fc.record({
    atOnce: fc.integer({ min: 1, max: 3 }),
    server: fc.constantFrom('first', 'second', 'restarted' as const),
    organisation: fc.constantFrom(0, 0, 0, 1),
    content: fc.constantFrom('mine', 'mine', 'mine', 'other' as const),
  }),
  { minLength: 1, maxLength: 4 },
)

describe('retries under one key (row 5)', () => {
  let postgres: TestPostgres
  let url: string
  const open: Database[] = []
  const connect = (connections: number) => {
    const db = openDatabase(
      url,
      createLog('error', () => {}),
      { connections },
    )
    open.push(db)
    return db
  }
  before(async () => {
    postgres = await startTestPostgres()
    url = await postgres.database()
  })
  after(async () => {
    for (const db of open) await db.close()
    await postgres.stop()
  })

  it('make one document in each of 1,000 random schedules, over two servers and restarts, and none for other bytes', async () => {
    const servers: Record<string, Database> = { first: connect(4), second: connect(4) }
    const accounts = createAccounts(servers.first!)
    const organisations = [await accounts.createOrganisation('One'), await accounts.createOrganisation('Two')]
    const post = async (server: string, organisationId: string, key: string, content: string) => {
      const bytes = `${key} ${content}`
      const file = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mediaType: 'application/pdf' }
      const order = { documentId: newId(), organisationId, userId: 'someone', fileName: 'a.pdf', file, type: 'auto', idempotencyKey: key }
      try {
        return (await createDocuments(servers[server]!).accept(order)).id
      } catch (error) {
        assert.ok(error instanceof PipelineError && error.code === 'invalid_input', String(error))
        return 'refused'
      }
    }
    const schedules = fc.sample(STEPS, { numRuns: 1_000, seed: 5 })
    const follow = async (steps: (typeof schedules)[number], index: number) => {
      const seen = new Map<string, { content: string; ids: Set<string> }>()
      for (const { atOnce, server, organisation, content } of steps) {
        // A process that comes back knows only what the database knows; one in a hundred schedules opens it anew.
        if (server === 'restarted') servers.restarted = index % 100 === 0 || !servers.restarted ? connect(4) : servers.restarted
        const organisationId = organisations[organisation]!
        const before = seen.get(organisationId) ?? { content, ids: new Set<string>() }
        seen.set(organisationId, before)
        const answers = await Promise.all(Array.from({ length: atOnce }, () => post(server, organisationId, `key-${index}`, content)))
        for (const answer of answers)
          if (content === before.content) before.ids.add(answer)
          else assert.equal(answer, 'refused', `schedule ${index}: other bytes under the key`)
      }
      for (const { ids } of seen.values()) assert.equal(ids.size, 1, `schedule ${index}: ${JSON.stringify(steps)}`)
      assert.ok(![...seen.values()].some(({ ids }) => ids.has('refused')), `schedule ${index}`)
      return seen.size
    }
    let wanted = 0
    for (let i = 0; i < schedules.length; i += 8)
      for (const count of await Promise.all(schedules.slice(i, i + 8).map((steps, at) => follow(steps, i + at)))) wanted += count
    const Count = z.object({ n: z.coerce.number() })
    const counted = await Promise.all(
      organisations.map((id) => servers.first!.transaction(id, (tx) => tx.row(Count, sql`select count(*) as n from documents`))),
    )
    assert.equal(
      counted.reduce((sum, row) => sum + (row?.n ?? 0), 0),
      wanted,
    )
  })
})
