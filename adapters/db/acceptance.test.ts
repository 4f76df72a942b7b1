import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { DEFAULT_POLICY, type Judgement } from '../../core/acceptance/index.ts'
import { startTestPostgres, type TestPostgres } from '../../tests/postgres.ts'
import { sampleJudgement } from '../../tests/sample-judgement.ts'
import { createFolderBlobs } from '../blobs/folder-blobs.ts'
import { createLog } from '../log.ts'
import { createAcceptance, createAccounts, createDocumentStore, createDocuments, newId, openDatabase } from './index.ts'

let server: TestPostgres
let dir: string
before(async () => {
  server = await startTestPostgres()
  dir = await mkdtemp(join(tmpdir(), 'docket-acceptance-'))
})
after(async () => {
  await server.stop()
  await rm(dir, { recursive: true, force: true })
})

const POLICY = { ...DEFAULT_POLICY, alpha: 0.1, delta: 0.1 }

async function world() {
  const db = openDatabase(
    await server.database(),
    createLog('error', () => {}),
  )
  const organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
  const store = createDocumentStore(db, createFolderBlobs(dir))
  const documents = createDocuments(db)
  let count = 0
  return {
    organisationId,
    store,
    acceptance: createAcceptance(db),
    close: () => db.close(),
    async judged(changes: Partial<Judgement> = {}) {
      const file = { sha256: createHash('sha256').update(String(++count)).digest('hex'), bytes: 1, mediaType: 'application/pdf' }
      const documentId = newId()
      await documents.accept({ documentId, organisationId, userId: 'u', fileName: 'a.pdf', file, type: 'auto', idempotencyKey: null })
      const judgement = sampleJudgement(count, { documentId, ...changes })
      await store.judge(organisationId, judgement)
      await store.judge(organisationId, { ...judgement, wrong: true })
    },
  }
}

describe('certificates in the database', () => {
  it('are issued from blind reviews, withdrawn by audits, and nobody else sees them', async () => {
    const { organisationId, store, acceptance, judged, close } = await world()
    try {
      assert.deepEqual(await store.terms(organisationId, 't'), { policy: DEFAULT_POLICY, certificate: null, seed: null })
      await acceptance.savePolicy(organisationId, 't', POLICY, 'owner')
      // α 10 %, first attempt at δ 5 %: 29 clean documents.
      for (let i = 0; i < 28; i++) await judged()
      assert.equal(await acceptance.issue(organisationId, 't', 'now', 'owner'), false)
      // The failed attempt has cost half of what was left: δ 2.5 % wants 36.
      for (let i = 0; i < 7; i++) await judged()
      await judged({ key: 'before' })
      await judged({ eligible: false, wrong: true })
      assert.equal((await acceptance.overview(organisationId, 't', 'now')).judgements.length, 36)
      await judged()
      assert.equal(await acceptance.issue(organisationId, 't', 'now', 'owner'), true)
      const { certificate, policy } = await store.terms(organisationId, 't')
      assert.deepEqual([policy, certificate?.accepted, certificate?.key, certificate?.engines], [POLICY, 36, 'now', ['text layer']])
      assert.equal((await store.terms(organisationId, 'other')).certificate, null)
      assert.equal((await store.terms('another organisation', 't')).certificate, null)

      for (let i = 0; i < 4; i++) await judged({ kind: 'audit', certificateId: certificate!.id, wrong: true })
      const seen = await acceptance.overview(organisationId, 't', 'now')
      assert.deepEqual([seen.terms.certificate, seen.latest?.withdrawnBecause, seen.audits.length], [null, 'audits', 4])
    } finally {
      await close()
    }
  })

  it('a blind entry is made once, while the document waits', async () => {
    const { organisationId, acceptance, close } = await world()
    try {
      await acceptance.enter(organisationId, 'no such document', 1, 'u', { number: '1' })
      assert.equal(await acceptance.entered(organisationId, 'no such document', 1), null)
    } finally {
      await close()
    }
  })
})
