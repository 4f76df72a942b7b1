import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { DEFAULT_POLICY } from '../../core/acceptance/index.ts'
import { Result } from '../../core/result.ts'
import { startTestPostgres, type TestPostgres } from '../../tests/postgres.ts'
import { sampleJudgement } from '../../tests/sample-judgement.ts'
import { createFolderBlobs } from '../blobs/folder-blobs.ts'
import { putJson } from '../blobs/json-blob.ts'
import { createLog } from '../log.ts'
import { createAcceptance, createAccounts, createDocumentStore, createDocuments, newId, openDatabase } from './index.ts'
import { sql } from './sql.ts'

let server: TestPostgres
let dir: string
before(async () => {
  server = await startTestPostgres()
  dir = await mkdtemp(join(tmpdir(), 'docket-drift-'))
})
after(async () => {
  await server.stop()
  await rm(dir, { recursive: true, force: true })
})

// α 10 %, δ 10 %: 40 clean reviews prove it at the first attempt (29 would do, decision 0021).
const POLICY = { ...DEFAULT_POLICY, alpha: 0.1, delta: 0.1 }

/** An organisation with a certificate proven on 40 documents whose scores fall from 1. */
async function certified() {
  const db = openDatabase(
    await server.database(),
    createLog('error', () => {}),
  )
  const organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
  const blobs = createFolderBlobs(dir)
  const store = createDocumentStore(db, blobs)
  const acceptance = createAcceptance(db)
  const documents = createDocuments(db)
  let count = 0
  const arrive = async () => {
    const file = { sha256: createHash('sha256').update(String(++count)).digest('hex'), bytes: 1, mediaType: 'application/pdf' }
    const documentId = newId()
    await documents.accept({ documentId, organisationId, userId: 'u', fileName: 'a.pdf', file, type: 'auto', idempotencyKey: null })
    return { documentId, file }
  }
  await acceptance.savePolicy(organisationId, 't', POLICY, 'owner')
  for (let i = 0; i < 40; i++) {
    const { documentId } = await arrive()
    await store.judge(organisationId, sampleJudgement(i, { documentId }))
  }
  assert.equal(await acceptance.issue(organisationId, 't', 'now', 'owner'), true)
  return {
    overview: () => acceptance.overview(organisationId, 't', 'now'),
    /** A document is read and goes to a person. */
    async read(score: number, key = 'now', source: 'text' | 'xml' = 'text') {
      const { documentId, file } = await arrive()
      const field = { value: 'A-1', raw: 'A-1', source, confidence: score, evidence: [], checks: [], candidates: [] }
      const result = Result.parse({
        schemaVersion: '1.0',
        id: documentId,
        file: { name: 'a.pdf', ...file },
        type: 't',
        typeConfidence: 1,
        route: 'review',
        status: 'review',
        reasons: [],
        data: {},
        fields: { number: field },
        findings: [],
        pages: [],
        parts: [],
        versions: { app: '0', schema: '1.0', rules: '1', prompt: null, model: null, ocr: null },
        acceptance: { score, basis: null, blind: null, eligible: true, engines: [], key, certificateId: null, draw: null },
        timings: {},
      })
      const event = { documentId, organisationId, actor: 'system', reason: null, reviewId: null, corrections: null }
      await store.journal({ ...event, key: 'run1:processing', kind: 'processing_started', status: 'processing', result: null })
      const ref = await putJson(blobs, documentId, result)
      await store.journal({ ...event, key: 'run1:review', kind: 'review_requested', status: 'review', result: ref })
    },
    told: () =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ kind: z.string(), audience: z.string(), data: z.object({ fall: z.string() }) }),
          sql`select * from notices where kind = 'certificate'`,
        ),
      ),
    close: () => db.close(),
  }
}

describe('the watch over a certificate', () => {
  it('withdraws it when the documents that come in are other ones, and administrators are told once', async () => {
    const { read, overview, told, close } = await certified()
    try {
      for (let i = 0; i < 50; i++) await read(1 - (i % 40) / 10_000)
      const like = await overview()
      assert.deepEqual([like.seen.length, like.latest?.withdrawnAt], [50, null])
      assert.deepEqual(await told(), [])
      for (let i = 0; i < 50; i++) await read(0.3)
      const other = await overview()
      assert.deepEqual([other.latest?.withdrawnBecause, other.terms.certificate], ['drift', null])
      assert.deepEqual(await told(), [{ kind: 'certificate', audience: 'admins', data: { fall: 'drift' } }])
    } finally {
      await close()
    }
  })

  it('tells of another pipeline once, and counts neither its documents nor those of structured data alone', async () => {
    const { read, overview, told, close } = await certified()
    try {
      for (let i = 0; i < 2; i++) await read(0.3, 'another pipeline')
      await read(0.3, 'now', 'xml')
      assert.deepEqual([(await overview()).seen, (await overview()).latest?.withdrawnAt], [[], null])
      assert.deepEqual(await told(), [{ kind: 'certificate', audience: 'admins', data: { fall: 'pipeline' } }])
    } finally {
      await close()
    }
  })
})
