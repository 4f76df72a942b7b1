import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type BlobStore, createFolderBlobs, getJson, putJson } from '../adapters/blobs/index.ts'
import { createAccounts, createDocumentStore, createDocuments, type Database, newId, openDatabase } from '../adapters/db/index.ts'
import { createLog } from '../adapters/log.ts'
import { parseXml } from '../adapters/xml/index.ts'
import { conform } from '../core/assess/index.ts'
import { Extraction } from '../core/extraction/extraction.ts'
import type { Field } from '../core/field.ts'
import type { Line, Reading } from '../core/reading.ts'
import { Result } from '../core/result.ts'
import type { DocumentInput, Inspection } from '../core/stages.ts'
import { invoice } from '../schemas/invoice/index.ts'
import { documentTypes } from '../schemas/registry.ts'
import { createExtract } from '../workers/activities/extract.ts'
import { createStorage } from '../workers/activities/storage.ts'
import { startTestPostgres, type TestPostgres } from './postgres.ts'

const silent = createLog('error', () => {})
const ACCEPTED: Inspection = { kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 1, eInvoice: null, findings: [] }
const PART = { type: 'invoice', typeConfidence: 1, firstPage: 1, lastPage: 1 }
// The BZSt's own example of a VAT id with a right check digit.
const VAT_ID = 'DE136695976'

/** An invoice whose number stands behind a caption that no lexicon knows. */
function specimen(number: string, y: number, extra = '', seller = VAT_ID): Reading {
  const line = (text: string, x: number, top: number): Line => {
    let at = x
    const words = text.split(' ').map((word) => {
      const box = { x0: at, x1: at + word.length * 0.009, y0: top, y1: top + 0.012 }
      at = box.x1 + 0.009
      return { text: word, box, confidence: null }
    })
    return { text, words, confidence: null, box: { x0: x, x1: at - 0.009, y0: top, y1: top + 0.012 } }
  }
  const lines = [
    line('Specimen Werke AG', 0.1, 0.05),
    line(`USt-IdNr.: ${seller}`, 0.1, 0.08),
    ...(extra === '' ? [] : [line(extra, 0.1, 0.5)]),
    ...(seller === VAT_ID ? [] : [line(VAT_ID, 0.6, 0.5)]),
    line(`Kringelmarke ${number}`, 0.1, y),
    line('Gesamtbetrag 1.190,00 EUR', 0.1, 0.7),
  ]
  const page = { index: 1, widthPx: 1000, heightPx: 1414, source: 'text' as const, engine: null, blocks: [], tables: [], error: null }
  return { pages: [{ ...page, lines }] }
}

describe('supplier memory', () => {
  let server: TestPostgres
  let db: Database
  let dir: string
  let blobs: BlobStore
  before(async () => {
    server = await startTestPostgres()
    db = openDatabase(await server.database(), silent)
    dir = await mkdtemp(join(tmpdir(), 'docket-memory-'))
    blobs = createFolderBlobs(dir)
  })
  after(async () => {
    await db.close()
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const stages = () => {
    const deps = { blobs, store: createDocumentStore(db, blobs), types: documentTypes, parseXml, llm: null }
    return { extract: createExtract(deps), publish: createStorage(deps).publish }
  }
  async function arrive(organisationId: string, content: string): Promise<DocumentInput> {
    const file = { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, mediaType: 'application/pdf' }
    const documentId = newId()
    const common = { documentId, organisationId, file, fileName: 'invoice.pdf', type: 'auto' }
    await createDocuments(db).accept({ ...common, userId: 'someone', idempotencyKey: null })
    return { ...common, useLlm: false, duplicateOf: null, receivedAt: '2026-02-03T10:00:00Z', run: 1, render: 'always' }
  }
  async function numberOf(document: DocumentInput, reading: Reading) {
    const extraction = await stages().extract(document, ACCEPTED, await putJson(blobs, document.documentId, reading), PART)
    return (await getJson(blobs, document.documentId, extraction, Extraction)).chosen.number
  }
  /** Approved by a person who typed the number; `left`: who let stand what was read. */
  async function approve(document: DocumentInput, reading: Reading, number: string, left: Partial<Field> = {}) {
    const field: Field = { value: number, raw: null, source: 'human', confidence: 1, evidence: [], checks: [], candidates: [], ...left }
    const seller = { name: 'Specimen Werke AG', vatId: VAT_ID }
    const { documentId, file } = document
    const result: Result = Result.parse({
      schemaVersion: '1.0',
      id: documentId,
      file: { name: 'invoice.pdf', ...file },
      type: 'invoice',
      typeConfidence: 1,
      route: 'review',
      status: 'approved',
      reasons: [],
      data: conform(invoice.schema, { number, seller }).data,
      fields: { number: field },
      findings: [],
      pages: [],
      reading: await putJson(blobs, documentId, reading),
      parts: [PART],
      versions: { app: '0', schema: '1.0', rules: '1', prompt: null, model: null, ocr: null },
      timings: {},
    })
    await stages().publish(document, await putJson(blobs, documentId, result), 'someone')
  }

  it('reads on the next document what a person had to type on the last one, for this organisation only', async () => {
    const accounts = createAccounts(db)
    const [ours, others] = [await accounts.createOrganisation('Specimen GmbH'), await accounts.createOrganisation('Other')]
    const first = await arrive(ours, 'first')
    assert.equal(await numberOf(first, specimen('K-2201', 0.2)), undefined, 'no rule knows the caption')
    await approve(first, specimen('K-2201', 0.2), 'K-2201')

    const next = await numberOf(await arrive(ours, 'next'), specimen('K-2207', 0.33))
    assert.equal(next?.value, 'K-2207')
    assert.equal(next?.evidence[0]?.text, 'K-2207')
    assert.equal(await numberOf(await arrive(others, 'next'), specimen('K-2207', 0.33)), undefined)
  })

  it('goes on reading it once people let it stand', async () => {
    const ours = await createAccounts(db).createOrganisation('Thrice GmbH')
    const known = (number: string) => specimen(number, 0.2, `Rechnungsnummer ${number}-7 `)
    const first = await arrive(ours, 'thrice one')
    assert.equal((await numberOf(first, known('K-11')))?.value, 'K-11-7', 'the rules trust the caption that they know')
    await approve(first, known('K-11'), 'K-11')
    for (const [i, number] of ['K-12', 'K-13', 'K-14'].entries()) {
      const next = await arrive(ours, `thrice ${i}`)
      const chosen = await numberOf(next, known(number))
      assert.deepEqual([chosen?.value, chosen?.extractor], [number, 'correction'], number)
      await approve(next, known(number), number, { source: 'text', extractor: 'correction', raw: number, evidence: chosen!.evidence })
    }
  })

  it('touches no other supplier, also where its number is printed', async () => {
    const ours = await createAccounts(db).createOrganisation('Apart GmbH')
    const first = await arrive(ours, 'apart one')
    await approve(first, specimen('K-1', 0.2), 'K-1')
    // Another seller (the EU's own example of an Austrian id) names the first one in its text.
    const other = specimen('L-1', 0.2, 'Im Auftrag von', 'ATU13585627')
    assert.equal(await numberOf(await arrive(ours, 'apart two'), other), undefined)
  })

  it('teaches the same after a second publication, and never itself', async () => {
    const ours = await createAccounts(db).createOrganisation('Again GmbH')
    const first = await arrive(ours, 'one')
    for (let attempt = 0; attempt < 2; attempt++) await approve(first, specimen('K-1', 0.2), 'K-1')
    const next = await arrive(ours, 'two')
    assert.equal((await numberOf(next, specimen('K-2', 0.2)))?.value, 'K-2')
    assert.deepEqual(await createDocumentStore(db, blobs).remembered(first, 'invoice', [VAT_ID]), [], 'a document does not teach itself')
  })
})
