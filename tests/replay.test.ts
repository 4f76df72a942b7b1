import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { createCodec } from '../temporal/codec.ts'
import { workflowBundle } from '../workers/workflow-bundle.ts'

Runtime.install({ logger: new DefaultLogger('ERROR', () => {}), shutdownSignals: [] })

const FOLDER = new URL('histories/', import.meta.url)
const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort()
/** The key of the recording; with it these files also show that payloads written by an older release can still be read. */
const dataConverter = { payloadCodecs: [createCodec(Buffer.alloc(32, 7))] }

async function historyOf(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, FOLDER), 'utf8'))
}

describe('workflows in flight survive a new release', () => {
  it('has a history for every way through the workflow', () => {
    assert.ok(names.length >= 12, names.join(', '))
  })

  it('replays every saved history with the workflow code of today', async () => {
    const histories = await Promise.all(names.map(async (name) => ({ workflowId: name, history: await historyOf(name) })))
    const workflowBundlePath = await workflowBundle(join(tmpdir(), 'docket-test-cache', 'workflows'))
    const seen: string[] = []
    for await (const { workflowId, error } of Worker.runReplayHistories(
      { workflowBundle: { codePath: workflowBundlePath }, dataConverter },
      histories,
    )) {
      assert.equal(error, undefined, `${workflowId}: ${error}`)
      seen.push(workflowId)
    }
    assert.deepEqual(seen.sort(), names)
  })

  it('turns red when two steps change places', async () => {
    const silent = () => {}
    const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent }
    const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('workflow/reordered.ts', import.meta.url)), logger })
    const replay = Worker.runReplayHistory({ workflowBundle: { code }, dataConverter }, await historyOf('auto.json'), 'auto')
    await assert.rejects(replay, { name: 'DeterminismViolationError' })
  })
})
