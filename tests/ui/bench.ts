import { randomBytes } from 'node:crypto'
import { invoicePdf } from './invoice-pdf.ts'
import { createWorld } from './world.ts'

/** Figures of the web side over real HTTP, on this machine, client included: `node --import ./cli/tsx-hook.ts tests/ui/bench.ts`. */
const UPLOADS = 400
const PARALLEL = 8
const BYTES = 300_000
const LISTED = 2_000

const world = await createWorld()
try {
  const reviewer = await world.person()
  const invoice = invoicePdf({ number: 'NW-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })
  const read = await world.ask(reviewer, '/api/v1/documents', { method: 'POST', body: new Uint8Array(invoice) })
  const { id } = (await read.json()) as { id: string }
  await world.work()
  const cpuBefore = process.cpuUsage()
  const uploadMs = await measured(UPLOADS, PARALLEL, async () => {
    const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(BYTES)])
    const answer = await world.ask(reviewer, '/api/v1/documents', {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'X-File-Name': 'bench.pdf' },
    })
    if (answer.status !== 202) throw new Error(`upload answered ${answer.status}`)
    await answer.arrayBuffer()
  })
  const cpu = process.cpuUsage(cpuBefore)
  await fill(LISTED - UPLOADS)
  const list = (path: string) => async () => {
    const answer = await world.ask(reviewer, path)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    await answer.arrayBuffer()
  }
  const pageMs = await measured(100, 1, list('/documents'))
  const searchMs = await measured(100, 1, list('/documents?text=bench'))
  const apiMs = await measured(100, 1, list('/api/v1/documents?limit=50'))
  const openMs = await measured(100, 1, list(`/documents/${id}`))
  const imageMs = await measured(100, 1, list(`/api/v1/documents/${id}/pages/1`))
  const report = {
    uploads: {
      parallel: PARALLEL,
      bytes: BYTES,
      ...summary(uploadMs),
      // Client and server share this process; the wall clock depends on who else uses the machine, this does not.
      cpuMsEach: Math.round((cpu.user + cpu.system) / 100 / UPLOADS) / 10,
      perSecond: Math.round((UPLOADS * PARALLEL * 1000) / sum(uploadMs)),
    },
  }
  const lists = { documents: LISTED, page: summary(pageMs), search: summary(searchMs), api: summary(apiMs) }
  process.stdout.write(
    `${JSON.stringify({ ...report, lists, document: { page: summary(openMs), image: summary(imageMs) }, apiRssMb: Math.round(process.memoryUsage.rss() / 1_048_576) }, null, 2)}\n`,
  )

  async function fill(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const documentId = `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`
      const file = { sha256: randomBytes(32).toString('hex'), bytes: 1, mediaType: 'application/pdf' }
      await world.documents.accept({ documentId, ...reviewer, fileName: `bench-${i}.pdf`, file, type: 'auto', idempotencyKey: null })
    }
  }
} finally {
  await world.close()
}

async function measured(count: number, parallel: number, once: () => Promise<void>): Promise<readonly number[]> {
  const times: number[] = []
  let left = count
  const client = async () => {
    while (left-- > 0) {
      const startedMs = performance.now()
      await once()
      times.push(performance.now() - startedMs)
    }
  }
  await Promise.all(Array.from({ length: parallel }, client))
  return times
}

function summary(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]! * 10) / 10
  return { count: times.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) }
}

function sum(times: readonly number[]): number {
  return times.reduce((total, ms) => total + ms, 0)
}
