import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { createAccounts, createLanguageModels, createModelChecks, type Database, openDatabase } from '../../adapters/db/index.ts'
import { sql } from '../../adapters/db/sql.ts'
import { createProvider, type ProviderSettings } from '../../adapters/llm/index.ts'
import { createLog } from '../../adapters/log.ts'
import type { Golden } from '../../core/llm/golden.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createModelCheck } from '../../workers/activities/llm/check.ts'
import { startTestPostgres, type TestPostgres } from '../postgres.ts'
import { goldenReply } from './golden-server.ts'
import { type Asked, type Behaviour, type ModelServer, say, startModelServer } from './model-server.ts'
import { provider } from './provider.ts'

const type = documentTypes.find(({ prompt }) => prompt?.golden)!
const known = type.prompt!.golden!

/** The known document that a question is about: its first line stands in the question. */
function askedAbout({ body }: Asked): Golden {
  const plain = body.replace(/\[\d+\]/g, '')
  return known.find(({ page }) =>
    page.slice(0, 3).every((line) => line.split(' ').every((word) => plain.includes(JSON.stringify(word).slice(1, -1)))),
  )!
}
const reading =
  (without: readonly string[] = []): Behaviour =>
  (response, asked) =>
    say(response, goldenReply(asked, askedAbout(asked), without))

describe('the check of language models by known documents', () => {
  let postgres: TestPostgres
  let db: Database
  let server: ModelServer
  before(async () => {
    postgres = await startTestPostgres()
    server = await startModelServer(reading())
  })
  after(async () => {
    await server.close()
    await postgres.stop()
  })

  /** An installation of its own. */
  async function installation(test: (world: ReturnType<typeof worldOf>) => Promise<void>, settings: Partial<ProviderSettings> = {}) {
    db = openDatabase(await postgres.database(), createLog('error'))
    try {
      await test(worldOf(settings))
    } finally {
      await db.close()
    }
  }
  function worldOf(settings: Partial<ProviderSettings>) {
    const one = provider('one', server.url, settings)
    const lines: string[] = []
    const checks = createModelChecks(db)
    const { planModelChecks, checkModel } = createModelCheck({
      types: documentTypes,
      llm: {
        settings: { currency: 'EUR', providers: [one], chains: { [type.name]: ['one'] }, checkEveryDays: 14 },
        providers: new Map([['one', createProvider(one)]]),
        digestOf: (organisation) => (text) => createHmac('sha256', organisation).update(text).digest(),
      },
      checks,
      log: createLog('info', (line) => lines.push(line)),
    })
    const alerts = () =>
      db.system((tx) => tx.rows(z.object({ kind: z.string(), facts: z.unknown() }), sql`select kind, facts from alerts order by position`))
    const check = async () => {
      for (const model of await planModelChecks(null)) await checkModel(model, 'schedule')
      return (await checks.latest())[0]
    }
    return { checks, check, planModelChecks, alerts, lines }
  }

  it('counts what is read, and raises an alert when a field falls, once as long as it is the same one', () =>
    installation(async ({ check, alerts, lines }) => {
      server.behave(reading())
      const first = await check()
      assert.equal(server.asked.length, known.length)
      const values = known.flatMap(({ expected }) => Object.keys(expected)).length
      assert.equal(
        Object.values(first!.fields).reduce((sum, { right }) => sum + right, 0),
        values,
      )
      assert.deepEqual([first!.fallen, first!.model, await alerts()], [[], 'stub-1', []])
      server.behave(reading(['number']))
      const second = await check()
      assert.deepEqual(second!.fallen, ['number'])
      assert.deepEqual(await alerts(), [
        { kind: 'llm_reads_worse', facts: { provider: 'one', model: 'stub-1', type: type.name, fields: ['number'] } },
      ])
      assert.ok(lines.some((line) => line.includes('"event":"llm_reads_worse"') && line.includes('"fields":"number"')))
      await check()
      assert.equal((await alerts()).length, 1)
      server.behave(reading(['number', 'currency']))
      assert.deepEqual([...(await check())!.fallen].sort(), ['currency', 'number'])
      assert.equal((await alerts()).length, 2)
      server.behave(reading())
      assert.deepEqual((await check())!.fallen, [])
    }))

  it('compares nothing where a provider does not answer: a dead one reads no worse', () =>
    installation(async ({ check, alerts }) => {
      server.behave(reading())
      await check()
      server.behave((response) => void response.writeHead(503).end())
      const { answered, asked, fallen } = (await check())!
      assert.deepEqual([answered, asked, fallen, await alerts()], [0, known.length, [], []])
    }))

  it('raises a fall once, also when the provider was dead in between', () =>
    installation(async ({ check, alerts }) => {
      server.behave(reading())
      await check()
      for (const behave of [reading(['number']), (response: ServerResponse) => void response.writeHead(503).end(), reading(['number'])]) {
        server.behave(behave)
        await check()
      }
      assert.equal((await alerts()).length, 1)
    }))

  it('asks an outside provider only where some organisation allows it', () =>
    installation(
      async ({ planModelChecks }) => {
        assert.deepEqual(await planModelChecks(null), [])
        const organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
        await createLanguageModels(db).allow(organisationId, { type: type.name, provider: 'one' }, 'admin', true)
        assert.deepEqual(
          (await planModelChecks(null)).map(({ provider: id }) => id),
          ['one'],
        )
        assert.deepEqual(await planModelChecks(['another']), [])
      },
      { place: 'outside' },
    ))

  it('is due when a provider says that it is another model, once', () =>
    installation(async ({ checks, check }) => {
      server.behave(reading())
      await check()
      assert.deepEqual(await checks.takeUnchecked(), [])
      const seen = (model: string) =>
        db.system((tx) => tx.run(sql`insert into llm_models (provider, model) values ('one', ${model}) on conflict do nothing`))
      await seen('stub-1')
      assert.deepEqual(await checks.takeUnchecked(), [])
      await seen('stub-2')
      assert.deepEqual(await checks.takeUnchecked(), ['one'])
      assert.deepEqual(await checks.takeUnchecked(), [])
    }))
})
