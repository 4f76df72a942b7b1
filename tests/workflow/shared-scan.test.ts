import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Client } from '@temporalio/client'
import type { Outcome } from '../../core/pipeline.ts'
import { type ProcessSettings, workflowIdOf } from '../../core/process-contract.ts'
import { createTemporalClient, startProcessing } from '../../temporal/client.ts'
import { startDevServer } from '../../temporal/dev-server.ts'
import { type DiaryEntry, readDiary } from './scan-diary.ts'
import { documentInput } from './scripted-stages.ts'
import { eventually } from './wait.ts'
import { PATIENT, temporalBinary } from './world.ts'

const executable = await temporalBinary()
const WORKER = fileURLToPath(new URL('./scan-worker.ts', import.meta.url))
const PAGES = 40
const ALL = Array.from({ length: PAGES }, (_, i) => i + 1)
/** A worker that was killed is noticed after 20 s without a heartbeat. */
const NOTICED_MS = 90_000

describe('a scan of forty pages', { skip: executable ? false : 'no Temporal server here; see `npm start`' }, () => {
  let dir: string
  let server: Awaited<ReturnType<typeof startDevServer>>
  let client: Client
  let workers: ChildProcess[] = []
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-scan-'))
    server = await startDevServer({ executable: executable as string, dir, namespace: 'default' })
    client = createTemporalClient({ address: server.address, namespace: 'default', masterKey: Buffer.alloc(32, 7) })
  })
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(end))
  })
  after(async () => {
    await client?.connection.close()
    await server?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const worker = async (queue: 'cpu' | 'ocr-gpu', diary: string, ms: number): Promise<ChildProcess> => {
    const child = fork(WORKER, [server.address, queue, diary, String(PAGES), String(ms)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    workers = [...workers, child]
    await new Promise<void>((ready, failed) => {
      child.once('message', () => ready())
      child.once('exit', (code) => failed(new Error(`The worker ended with ${code}`)))
    })
    return child
  }
  const begin = async (settings: Partial<ProcessSettings>) => {
    const document = documentInput(randomUUID())
    await startProcessing(client, document, { ...PATIENT, ...settings })
    const handle = client.workflow.getHandle(workflowIdOf(document.documentId, 1))
    return { handle, outcome: () => handle.result() as Promise<Outcome> }
  }
  const newDiary = () => join(dir, `${randomUUID()}.jsonl`)

  it('is shared by two workers, and no page is read twice', { timeout: NOTICED_MS }, async () => {
    const diary = newDiary()
    await Promise.all([worker('cpu', diary, 120), worker('cpu', diary, 120)])
    const { outcome } = await begin({})
    assert.equal((await outcome()).status, 'approved')
    const entries = await readDiary(diary)
    const pids = workers.map(({ pid }) => pid)
    for (const pid of pids) assert.ok(pagesOf(entries, 'read', { pid }).length >= 8, `worker ${pid} read too little`)
    assert.deepEqual(pagesOf(entries, 'read'), ALL)
    assert.deepEqual(pagesOf(entries, 'layout'), ALL)
    assert.deepEqual(
      entries.flatMap(({ what, pages }) => (what === 'pages' ? [pages.join('-')] : [])),
      ['1-16', '17-32', '33-40'],
    )
  })

  it('is finished by the CPU when the only GPU worker is killed in the middle', { timeout: NOTICED_MS }, async () => {
    const diary = newDiary()
    const [gpu] = await Promise.all([worker('ocr-gpu', diary, 150), worker('cpu', diary, 20)])
    const { handle, outcome } = await begin({ ocrQueue: 'ocr-gpu', gpuPatienceMs: 5_000 })
    await eventually('a page begun after the first steps of the GPU', async () => pagesOf(await readDiary(diary), 'begun').length >= 6)
    gpu?.kill('SIGKILL')
    assert.equal((await outcome()).status, 'approved')
    const entries = await readDiary(diary)
    const onGpu = pagesOf(entries, 'read', { queue: 'ocr-gpu' })
    const onCpu = pagesOf(entries, 'read', { queue: 'cpu' })
    assert.ok(onGpu.length >= 4 && onGpu.length < PAGES, `the GPU read ${onGpu.length}`)
    assert.deepEqual([...new Set([...onGpu, ...onCpu])].toSorted(ascending), ALL)
    // Only the step under way, four pages at most, is read again.
    assert.ok(onGpu.length + onCpu.length <= PAGES + 4, `${onGpu.length} on the GPU, ${onCpu.length} on the CPU`)
    assert.deepEqual(pagesOf(entries, 'layout'), ALL, 'every page reaches the result once')
    const types = (await handle.fetchHistory()).events?.map((event) => event.activityTaskScheduledEventAttributes?.activityType?.name)
    assert.equal(types?.includes('ocr'), false, 'the CPU takes over whole steps')
  })

  it('is read by the CPU after one wait when nobody serves the GPU', { timeout: NOTICED_MS }, async () => {
    const diary = newDiary()
    await worker('cpu', diary, 20)
    const { handle, outcome } = await begin({ ocrQueue: 'ocr-gpu', gpuPatienceMs: 2_000 })
    assert.equal((await outcome()).status, 'approved')
    const entries = await readDiary(diary)
    assert.deepEqual(pagesOf(entries, 'read', { queue: 'cpu' }), ALL)
    const events = (await handle.fetchHistory()).events ?? []
    const asked = events.filter((event) => event.activityTaskScheduledEventAttributes?.taskQueue?.name === 'ocr-gpu')
    const timedOut = events.find((event) => event.activityTaskTimedOutEventAttributes)
    assert.ok(asked.length > 0 && timedOut)
    assert.ok(
      asked.every(({ eventId }) => Number(eventId) < Number(timedOut.eventId)),
      'nobody is asked again after the first time-out',
    )
  })
})

function pagesOf(
  entries: readonly DiaryEntry[],
  what: DiaryEntry['what'],
  by: { readonly pid?: number | undefined; readonly queue?: string } = {},
): readonly number[] {
  return entries
    .filter((entry) => entry.what === what && (by.pid ?? entry.pid) === entry.pid && (by.queue ?? entry.queue) === entry.queue)
    .flatMap(({ pages }) => pages)
    .toSorted(ascending)
}

function ascending(a: number, b: number): number {
  return a - b
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}
