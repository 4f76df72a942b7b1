import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseConfig } from '../adapters/config.ts'
import { createLog } from '../adapters/log.ts'
import { createOneShot, type OneShot } from '../cli/one-shot.ts'
import { conform } from '../core/assess/index.ts'
import { valueAt } from '../core/paths.ts'
import { checkInvoice } from '../schemas/invoice/rules/index.ts'
import { Invoice } from '../schemas/invoice/schema.ts'
import { committed } from './committed.ts'
import type { Expected } from './expected.ts'

const FOLDER = fileURLToPath(new URL('./invoice/', import.meta.url))
const CONTEXT = { today: '2026-11-01', history: [], ownTaxIds: [], derived: new Set<string>() }
const HEADER = ['number', 'issueDate', 'currency', 'totals.gross'] as const
/** Of all header fields of the printed samples; what the reader reaches today, so that a step back is seen. */
const LEAST_HEADER_SHARE = 0.9

describe('the samples in the repository', () => {
  let oneShot: OneShot
  before(async () => {
    oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
  })
  after(() => oneShot.close())

  it('are the ones that committed.ts names', async () => {
    assert.deepEqual((await readdir(FOLDER)).sort(), committed.map(({ name }) => name).sort())
  })

  it('carry a truth that breaks no rule', async () => {
    for (const { name } of committed) {
      const { data } = conform(Invoice, (await read(name)).expected.data)
      assert.deepEqual(
        checkInvoice(data, CONTEXT).findings.filter(({ severity }) => severity !== 'info'),
        [],
        name,
      )
    }
  })

  it('give their header when they have a text layer', async () => {
    const wrong: string[] = []
    const printed = committed.filter(({ form }) => form === 'pdf')
    for (const { name } of printed) {
      const { file, expected } = await read(name)
      const { result } = await oneShot.run(file, { type: 'auto', useLlm: false })
      assert.equal(result.type, 'invoice', name)
      wrong.push(...HEADER.filter((path) => valueAt(result.data, path) !== valueAt(expected.data, path)).map((path) => `${name} ${path}`))
    }
    const share = 1 - wrong.length / (printed.length * HEADER.length)
    assert.ok(share >= LEAST_HEADER_SHARE, `${share}: ${wrong.join(', ')}`)
  })

  it('need nobody when they are e-invoices, and say exactly what they say', async () => {
    for (const { name } of committed.filter(({ form }) => ['cii', 'ubl', 'upd', 'hybrid'].includes(form))) {
      const { file, expected } = await read(name)
      const { result } = await oneShot.run(file, { type: 'auto', useLlm: false })
      assert.equal(result.route, 'auto', name)
      for (const path of [
        ...HEADER,
        'seller.name',
        'seller.vatId',
        'buyer.name',
        'payment.iban',
        'totals.net',
        'totals.tax',
        'dueDate',
        'lines[2].net',
      ])
        if (valueAt(expected.data, path) !== undefined)
          assert.equal(valueAt(result.data, path), valueAt(expected.data, path), `${name} ${path}`)
    }
  })

  it('are read to the end when they are scans, and a person confirms them', async () => {
    for (const { name } of committed.filter(({ form }) => form === 'scan')) {
      const { result } = await oneShot.run((await read(name)).file, { type: 'auto', useLlm: false })
      assert.equal(result.route, 'review', name)
    }
  })
})

async function read(name: string): Promise<{ readonly file: string; readonly expected: Expected }> {
  const dir = join(FOLDER, name)
  const document = (await readdir(dir)).find((entry) => entry.startsWith('document.'))
  assert.ok(document, name)
  return { file: join(dir, document), expected: JSON.parse(await readFile(join(dir, 'expected.json'), 'utf8')) }
}
