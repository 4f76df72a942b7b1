// A worker process of its own on a real server, for tests that share work between processes and kill them. Only the stages are scripted: a scan
// of PAGES pages, every one of which takes MS milliseconds of OCR. What it does is appended to the diary, a line of JSON each.
// Usage: scan-worker.ts ADDRESS QUEUE DIARY PAGES MS
import { appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createLog } from '../../adapters/log.ts'
import { parseQueues } from '../../temporal/queues.ts'
import { startWorker } from '../../workers/start.ts'
import type { DiaryEntry } from './scan-diary.ts'
import { blob, page, scriptedStages } from './scripted-stages.ts'

const [address, queue, diary, pages, ms] = process.argv.slice(2) as [string, string, string, string, string]
const queues = parseQueues(queue)
const note = (entry: Omit<DiaryEntry, 'pid' | 'queue'>) =>
  appendFileSync(diary, `${JSON.stringify({ pid: process.pid, queue, ...entry } satisfies DiaryEntry)}\n`)

const stages = scriptedStages({
  inspect: async () => ({
    kind: 'accepted',
    format: 'pdf',
    mediaType: 'application/pdf',
    pageCount: Number(pages),
    eInvoice: null,
    findings: [],
  }),
  async pages(_document, _inspection, { first, last }) {
    note({ what: 'pages', pages: [first, last] })
    return { kind: 'paged', pages: Array.from({ length: last - first + 1 }, (_, i) => page(first + i, null)) }
  },
  async ocr(_document, { index }) {
    note({ what: 'begun', pages: [index] })
    await delay(Number(ms))
    note({ what: 'read', pages: [index] })
    return { words: blob('2') }
  },
  async ocrPages(document, several) {
    const results = []
    for (const each of several) results.push(await stages.ocr(document, each))
    return results
  },
  async layout(_document, several) {
    note({ what: 'layout', pages: several.filter(({ words }) => words !== null).map((each) => each.page.index) })
    return blob(String(Math.ceil((several[0]?.page.index ?? 0) / 16)))
  },
})

const temporal = { address, namespace: 'default', masterKey: Buffer.alloc(32, 7) }
const worker = await startWorker({
  temporal,
  queues,
  activities: stages,
  cacheDir: join(tmpdir(), 'docket-test-cache'),
  log: createLog('error'),
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
await worker.ended
