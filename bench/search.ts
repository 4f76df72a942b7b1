import { parseArgs } from 'node:util'
import pg from 'pg'
import { createAccounts, createSearch, createSearchEntries, newId, openDatabase, type SearchFilter } from '../adapters/db/index.ts'
import { createLog } from '../adapters/log.ts'
import type { SearchEntry } from '../core/search/index.ts'
import { companies } from '../samples/catalogue/companies.ts'
import { createRandom } from '../samples/random.ts'
import { startTestPostgres } from '../tests/postgres.ts'
import { familyUse } from './process-family.ts'

/**
 * How long a search takes over many documents, as the API asks it, on the embedded PostgreSQL, and how much processor time of both together; on a
 * machine that does other work as well, only the second means something:
 * node --import ./cli/tsx-hook.ts bench/search.ts [--documents 10000] [--searches 400]
 */
const { values } = parseArgs({
  options: { documents: { type: 'string', default: '10000' }, searches: { type: 'string', default: '400' } },
})
const [documents, searches] = [Number(values.documents), Number(values.searches)]
const random = createRandom('search-bench')
const partners = [...new Set(Object.values(companies).flat())]
const WORDS =
  `счёт договор поставки оплата товара срок доставка покупатель поставщик сумма налог итого бумага принтер картридж услуги перевозка склад
   аренда помещения ремонт оборудование насос кабель труба арматура монтаж проект расчёт неустойка просрочка гарантия качество приёмка акт
   invoice payment goods delivery supplier buyer total amount tax due freight service maintenance licence software consulting agreement
   warranty penalty notice term renewal law court`.split(/\s+/)
/** Rare words, as names and articles are. */
const rare = Array.from(
  { length: 4000 },
  (_, i) => `${random.pick(WORDS)}${'абвгдежзиклмнопрст'[i % 18]}${'aeiouy'[i % 6]}${random.pick(WORDS).slice(0, 4)}`,
)

function entry(): SearchEntry {
  const [partner, number] = [random.pick(partners), `${random.pick(['INV', 'СФ', 'D'])}-${random.int(1000, 99_999)}`]
  const amount = `${random.int(100, 999_999)}.${String(random.int(0, 99)).padStart(2, '0')}`
  const date = `2026-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  // One page as a rule, ten of a contract now and then.
  const pages = random.int(1, 20) === 1 ? 10 : 1
  const text = () =>
    Array.from({ length: 55 }, () =>
      random.int(1, 5) === 1 ? random.pick(rare) : random.int(1, 8) === 1 ? String(random.int(1, 99_999)) : random.pick(WORDS),
    )
  const field = (path: string, value: string) => ({ page: 1, path, text: value, boxes: [BOX], about: 'сумма amount' })
  return {
    type: random.pick(['invoice', 'contract', 'receipt']),
    partner,
    number,
    date,
    amount,
    currency: 'RUB',
    blind: false,
    context: `счёт invoice ${partner} ${number}`,
    passages: [
      ...[field('number', number), field('issueDate', date), field('seller.name', partner), field('totals.gross', amount)],
      ...Array.from({ length: 5 * pages }, (_, i) => {
        const words = text()
        return { page: Math.floor(i / 5) + 1, path: null, text: words.join(' '), boxes: words.map(() => BOX), about: '' }
      }),
    ],
  }
}
const BOX = { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.12 }
const EVERYTHING: SearchFilter = {
  text: '',
  type: null,
  supplier: null,
  from: null,
  to: null,
  least: null,
  most: null,
  status: null,
  queue: null,
}

/** What people look for: a number, a name, common words, a rare one, one with a slip, and filters. */
const KINDS: Readonly<Record<string, () => Partial<SearchFilter>>> = {
  number: () => ({ text: `INV-${random.int(1000, 99_999)}` }),
  name: () => ({ text: random.pick(partners) }),
  'one common word': () => ({ text: random.pick(WORDS) }),
  'three common words': () => ({ text: `${random.pick(WORDS)} ${random.pick(WORDS)} ${random.pick(WORDS)}` }),
  'rare word': () => ({ text: random.pick(rare) }),
  'word with a slip': () => ({ text: random.pick(['поствщик', 'догвоор', 'перевозкка', 'maintenence', 'warrenty', 'оборудованиие']) }),
  'word and filters': () => ({
    text: random.pick(WORDS),
    type: 'invoice',
    from: '2026-03-01',
    to: '2026-06-30',
    least: '1000',
    status: 'approved',
  }),
  'filters alone': () => ({ supplier: random.pick(partners).slice(0, 5), most: '50000' }),
}

const postgres = await startTestPostgres()
const url = await postgres.database()
const db = openDatabase(url, createLog('error'))
const organisationId = await createAccounts(db).createOrganisation('Bench')
const owner = new pg.Client({ connectionString: url })
await owner.connect()
try {
  const entries = createSearchEntries(db)
  const started = process.hrtime.bigint()
  for (let i = 0; i < documents; i++) {
    const documentId = newId()
    await owner.query(
      `insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, uploaded_by)
       values ($1, $2, 'a.pdf', '{}', 'application/pdf', 1, $1, 'approved', 'bench')`,
      [documentId, organisationId],
    )
    await entries.write({ documentId, organisationId, run: 1, status: 'approved' }, entry())
  }
  const perWriteMs = Number(process.hrtime.bigint() - started) / 1e6 / documents
  await owner.query('vacuum analyze')
  const size = await owner.query(`select pg_total_relation_size('search_documents') + pg_total_relation_size('search_passages')
    + pg_total_relation_size('search_words') as bytes, (select count(*) from search_passages) as passages`)
  console.log(
    `${documents} documents, ${size.rows[0].passages} passages, ${Math.round(size.rows[0].bytes / 1e6)} MB, ${perWriteMs.toFixed(1)} ms a document to write`,
  )
  const search = createSearch(db)
  const all: number[] = []
  let cpuSeconds = 0
  for (const [kind, of] of Object.entries(KINDS)) {
    const times: number[] = []
    let hits = 0
    const cpuBefore = familyUse(process.pid).cpuSeconds
    for (let i = 0; i < searches / Object.keys(KINDS).length; i++) {
      const filter = { ...EVERYTHING, ...of() }
      const before = performance.now()
      const { total } = await search.find(organisationId, filter, { after: null, limit: 20 })
      times.push(performance.now() - before)
      hits += total > 0 ? 1 : 0
    }
    all.push(...times)
    const cpu = familyUse(process.pid).cpuSeconds - cpuBefore
    cpuSeconds += cpu
    console.log(
      `${kind}: p50 ${share(times, 0.5)} ms, p95 ${share(times, 0.95)} ms, processor ${Math.round((1000 * cpu) / times.length)} ms, found something in ${hits} of ${times.length}`,
    )
  }
  console.log(
    `all ${all.length}: p50 ${share(all, 0.5)} ms, p95 ${share(all, 0.95)} ms, longest ${share(all, 1)} ms, processor ${Math.round((1000 * cpuSeconds) / all.length)} ms a search`,
  )
} finally {
  await owner.end()
  await db.close()
  await postgres.stop()
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0)
}
