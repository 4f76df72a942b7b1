import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { sql } from '../../adapters/db/sql.ts'
import { fillLists } from './fill-lists.ts'
import { createWorld } from './world.ts'

/**
 * How long reads take with many documents, over real HTTP, client included: `node --import ./cli/tsx-hook.ts tests/ui/bench-reads.ts [--busy]`.
 * `--busy` keeps a second core at work meanwhile, as a worker would. `cpuMs` (client and server together) holds on a shared machine too; the times do not.
 */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000' },
    times: { type: 'string', default: '40' },
    busy: { type: 'boolean', default: false },
  },
})
const documents = Number(values.documents)
const times = Number(values.times)

const world = await createWorld()
const busy = values.busy ? spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }) : null
try {
  const who = await world.person('Anna', 'admin')
  const upload = async (path: string) => {
    const body = new Uint8Array(await readFile(new URL(`../../samples/invoice/${path}`, import.meta.url)))
    return ((await (await world.ask(who, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }).id
  }
  const [approved, waiting] = [await upload('e-invoice-hybrid/document.pdf'), await upload('us-classic-freight/document.pdf')]
  await world.work()
  // An e-invoice that passes every rule is approved by itself.
  const { status } = (await world.documents.get(who.organisationId, approved)) ?? {}
  if (status !== 'approved') throw new Error(`The e-invoice is ${status}; there is no record to read.`)
  await fillLists(world, who)
  await copies(approved, Math.floor(documents * 0.8))
  await copies(waiting, Math.ceil(documents * 0.2))
  const { items } = (await (await world.ask(who, '/api/v1/records?limit=1')).json()) as { items: { id: string }[] }
  const record = items[0]?.id
  const paths = [
    '/api/v1/documents?limit=50',
    '/api/v1/documents?limit=50&status=review',
    '/api/v1/documents?limit=50&text=nothing-has-this',
    `/api/v1/documents/${waiting}`,
    `/api/v1/documents/${waiting}/result`,
    `/api/v1/documents/${waiting}/events`,
    `/api/v1/documents/${waiting}/pages/1`,
    '/api/v1/records?limit=50',
    `/api/v1/records?limit=50&after=${Math.floor(documents / 2)}`,
    `/api/v1/records/${record}/formats`,
    `/api/v1/records/${record}.ubl.xml`,
    `/api/v1/records/${record}.ru.xlsx`,
    '/api/v1/suppliers',
    '/api/v1/orders',
    '/api/v1/webhooks',
    '/api/v1/openapi.json',
    '/documents',
    '/documents?status=review',
    `/documents/${waiting}`,
    '/queues',
    '/figures?days=30',
  ]
  const report: Record<string, object> = {}
  for (const path of paths) report[path.replace(waiting, ':id').replace(record ?? '-', ':record')] = await timed(path)
  process.stdout.write(`${JSON.stringify({ documents, times, busy: values.busy, reads: report }, null, 2)}\n`)

  async function timed(path: string): Promise<object> {
    const ms: number[] = []
    const before = process.cpuUsage()
    for (let i = 0; i < times; i++) {
      const startedMs = performance.now()
      const answer = await world.ask(who, path)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      // The first asks warm statements and caches, as in a server that has run for a while.
      if (i >= 3) ms.push(performance.now() - startedMs)
    }
    const { user, system } = process.cpuUsage(before)
    const sorted = ms.toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
    return { p50Ms: at(0.5), p95Ms: at(0.95), cpuMs: Math.round((user + system) / 1000 / times) }
  }

  /** The same document again and again, with its record where it has one. */
  async function copies(id: string, count: number): Promise<void> {
    const place = z.object({ at: z.coerce.number() })
    await world.db.transaction(who.organisationId, async (tx) => {
      await tx.run(sql`
        insert into documents
        select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '-' || n, 'file_name', 'copy-' || n || '.pdf', 'sha256', md5(n::text),
                'created_at', d.created_at - n * interval '1 minute', 'duplicate_of', null))).*
        from documents d, generate_series(1, ${count}::int) n where d.id = ${id}`)
      const last = await tx.row(place, sql`select coalesce(max(position), 0) as at from records`)
      await tx.run(sql`
        insert into records
        select (jsonb_populate_record(r, jsonb_build_object('id', r.id || '-' || n, 'document_id', r.document_id || '-' || n,
                'position', ${last?.at ?? 0}::bigint + n))).*
        from records r, generate_series(1, ${count}::int) n where r.document_id = ${id}`)
    })
  }
} finally {
  busy?.kill()
  await world.close()
}
