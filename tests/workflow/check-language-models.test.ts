import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { CHECK_MODELS_ID, type CheckedModel } from '../../core/llm/check-models.ts'
import { checkModelsNow, scheduleModelChecks } from '../../temporal/model-checks.ts'
import { startModelWatch } from '../../workers/start-model-watch.ts'
import { eventually } from './wait.ts'
import { startWorld, temporalBinary, type World } from './world.ts'

const executable = await temporalBinary()
const DAY_MS = 24 * 3_600_000

describe('the clock of checks of language models', { skip: executable ? false : 'no Temporal server here; see `npm start`' }, () => {
  let world: World
  const checked: (readonly [string, string])[] = []
  const models: CheckedModel[] = ['one', 'dead', 'two'].map((provider) => ({ type: 'any', provider, limitMs: 1_000 }))
  before(async () => {
    world = await startWorld(executable as string, ['cpu', 'llm'], {
      planModelChecks: async (providers) => models.filter(({ provider }) => providers === null || providers.includes(provider)),
      checkModel: async ({ provider }, cause) => {
        if (provider === 'dead') throw new PipelineError('configuration', 'It is not set up here')
        checked.push([provider, cause])
      },
    })
  })
  after(() => world.close())
  beforeEach(() => {
    checked.length = 0
  })

  it('stands at every two weeks, can be set to another time and taken away, and sets off the check', { timeout: 60_000 }, async () => {
    const handle = world.client.schedule.getHandle(CHECK_MODELS_ID)
    const everyMs = async () => (await handle.describe()).spec.intervals?.[0]?.every
    await scheduleModelChecks(world.client, 14)
    assert.equal(await everyMs(), 14 * DAY_MS)
    await scheduleModelChecks(world.client, 14)
    await scheduleModelChecks(world.client, 3)
    assert.equal(await everyMs(), 3 * DAY_MS)
    await handle.trigger()
    await eventually('the check', () => checked.length === 2)
    // One that cannot be asked does not keep the others from it.
    assert.deepEqual(checked, [
      ['one', 'schedule'],
      ['two', 'schedule'],
    ])
    const { workflowId } = (await handle.describe()).info.recentActions[0]!.action.workflow
    await world.client.workflow.getHandle(workflowId).result()
    await scheduleModelChecks(world.client, null)
    await scheduleModelChecks(world.client, null)
    await assert.rejects(handle.describe())
  })

  it('does not wait for the clock when a provider says that it is another model', { timeout: 60_000 }, async () => {
    const waiting = [['two']]
    const watch = startModelWatch({
      takeUnchecked: async () => waiting.shift() ?? [],
      check: (providers) => checkModelsNow(world.client, providers),
      log: createLog('error'),
      pollMs: 50,
    })
    await eventually('the check', () => checked.length === 1)
    await watch.stop()
    assert.deepEqual(checked, [['two', 'new_model']])
  })
})
