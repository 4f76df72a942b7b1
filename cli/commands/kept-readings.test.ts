import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { Reading } from '../../core/reading.ts'
import { invoicePdf } from '../../tests/ui/invoice-pdf.ts'
import { createOneShot, type OneShot } from '../one-shot.ts'
import { keepReadings } from './kept-readings.ts'

const NO_PAGES: Reading = { pages: [] }

describe('kept readings', () => {
  let dir: string
  let file: string
  let oneShot: OneShot
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-readings-'))
    file = join(dir, 'one.pdf')
    await writeFile(file, invoicePdf({ number: 'NW-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
  })
  after(async () => {
    await oneShot.close()
    await rm(dir, { recursive: true, force: true })
  })

  it('knows a file by its bytes, whatever it is called', async () => {
    const kept = await keepReadings(join(dir, 'kept'))
    const [a, b] = [join(dir, 'a.bin'), join(dir, 'b.bin')]
    await writeFile(a, 'the same')
    await writeFile(b, 'the same')
    assert.equal(await kept.get(a), undefined)
    await kept.put(a, NO_PAGES)
    assert.deepEqual(await kept.get(b), NO_PAGES)
    await writeFile(a, 'another')
    assert.equal(await kept.get(a), undefined)
  })

  it('hold no page that could not be read', async () => {
    const kept = await keepReadings(join(dir, 'kept'))
    const text = join(dir, 'failed.bin')
    await writeFile(text, 'failed')
    const error = { code: 'timeout', message: 'The page took too long.' }
    const page = { index: 1, widthPx: 10, heightPx: 10, source: 'none', engine: null, lines: [], blocks: [], tables: [], error } as const
    await kept.put(text, { pages: [page] })
    assert.equal(await kept.get(text), undefined)
  })

  it('stand for the pages of the file: what they say is extracted', async () => {
    const options = { type: 'auto', useLlm: false }
    const first = await oneShot.run(file, options)
    assert.equal(first.result.data.number, 'NW-1')
    const reading = Reading.parse(JSON.parse(JSON.stringify(first.reading).replaceAll('NW-1', 'NW-2')))
    assert.equal((await oneShot.run(file, { ...options, reading })).result.data.number, 'NW-2')
  })
})
