import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { it } from 'node:test'
import pg from 'pg'
import { createAccounts, createDocuments, openDatabase } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { startTestPostgres } from '../../tests/postgres.ts'

it('docket audit verify: 0 on a whole journal, 1 and the place on a changed one', async () => {
  const postgres = await startTestPostgres()
  const url = await postgres.database()
  const db = openDatabase(url, createLog('error'))
  try {
    const accounts = createAccounts(db)
    const organisationId = await accounts.createOrganisation('Muster')
    const userId = await accounts.createUser(organisationId, { email: 'a@example.com', name: 'A', role: 'reviewer' })
    for (const digit of ['1', '2', '3'])
      await createDocuments(db).accept({
        documentId: `00000000-0000-7000-8000-00000000000${digit}`,
        organisationId,
        userId,
        fileName: `${digit}.pdf`,
        file: { sha256: digit.repeat(64), bytes: 1, mediaType: 'application/pdf' },
        type: 'auto',
        idempotencyKey: null,
      })
    const verify = () => {
      const { status, stdout } = spawnSync(process.execPath, ['--import', './cli/tsx-hook.ts', 'cli/main.ts', 'audit', 'verify'], {
        env: { ...process.env, DATABASE_URL: url },
        encoding: 'utf8',
      })
      return [status, stdout]
    }
    assert.deepEqual(verify(), [0, 'Muster\t3 events, whole\n'])
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    await owner.query('alter table events disable trigger all')
    await owner.query(`update events set actor = 'else' where sequence = 2`)
    await owner.end()
    assert.deepEqual(verify(), [1, 'Muster\tbroken at event 2 of 3\n'])
  } finally {
    await db.close()
    await postgres.stop()
  }
})
