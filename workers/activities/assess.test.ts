import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { createFolderBlobs } from '../../adapters/blobs/folder-blobs.ts'
import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { NO_TERMS } from '../../core/acceptance/index.ts'
import type { Corrections } from '../../core/corrections.ts'
import type { Extraction } from '../../core/extraction/extraction.ts'
import type { Candidate, Source, Value } from '../../core/field.ts'
import type { Finding } from '../../core/finding.ts'
import type { Reading } from '../../core/reading.ts'
import { type Part, Result } from '../../core/result.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { HistoryEntry } from '../../schemas/define.ts'
import { documentTypes } from '../../schemas/registry.ts'
import type { DocumentStore } from '../deps.ts'
import { createScore } from './score.ts'
import { createValidate } from './validate.ts'

const INVOICE: Part = { type: 'invoice', typeConfidence: 1, firstPage: 1, lastPage: 1 }
const SHA = 'a'.repeat(64)
const DOCUMENT: DocumentInput = {
  documentId: 'one',
  organisationId: 'org',
  file: { sha256: SHA, bytes: 10, mediaType: 'application/pdf' },
  fileName: 'invoice.pdf',
  type: 'auto',
  useLlm: false,
  duplicateOf: null,
  receivedAt: '2026-03-20T10:00:00Z',
  run: 1,
  render: 'when-needed',
}

/** 4 × 50.00 = 200.00, 19 % = 38.00. */
const SOUND: Readonly<Record<string, Value>> = {
  number: 'R-17',
  issueDate: '2026-03-12',
  currency: 'EUR',
  'seller.name': 'Muster GmbH',
  'seller.vatId': 'DE136695976',
  'lines[0].name': 'Schrauben',
  'lines[0].quantity': '4',
  'lines[0].unitPrice': '50.00',
  'lines[0].net': '200.00',
  'lines[0].taxRate': '19',
  'lines[0].taxCategory': 'S',
  lineAmountsIncludeTax: false,
  'taxes[0].category': 'S',
  'taxes[0].rate': '19',
  'taxes[0].base': '200.00',
  'taxes[0].amount': '38.00',
  'totals.net': '200.00',
  'totals.tax': '38.00',
  'totals.gross': '238.00',
  'payment.iban': 'DE02120300000000202051',
}

function extraction(values: Readonly<Record<string, Value>>, source: Source): Extraction {
  const chosen = Object.entries(values).map(([path, value]): [string, Candidate] => [
    path,
    {
      path,
      value,
      raw: String(value),
      source,
      extractor: source === 'xml' ? 'xml' : 'labels',
      score: 1,
      evidence: [{ page: null, box: null, text: String(value), path: `/${path}` }],
    },
  ])
  return { chosen: Object.fromEntries(chosen), others: {}, findings: [] }
}

/** What Postgres keeps between documents, kept in memory: everything remembered is history for the next document. */
function rememberingStore(): Pick<
  DocumentStore,
  | 'history'
  | 'knownCompanies'
  | 'knownOrder'
  | 'rememberBilling'
  | 'remember'
  | 'ownTaxIds'
  | 'secondPersonLimits'
  | 'namedApprover'
  | 'terms'
> & {
  readonly seen: (HistoryEntry & { keys: readonly { kind: string; key: string }[] })[]
} {
  const seen: (HistoryEntry & { keys: readonly { kind: string; key: string }[] })[] = []
  return {
    seen,
    history: async (_, documentId, keys) =>
      seen.filter(
        (entry) => entry.documentId !== documentId && entry.keys.some((a) => keys.some((b) => a.kind === b.kind && a.key === b.key)),
      ),
    remember: async ({ documentId }, keys, data) => {
      seen.push({ documentId, approved: true, data, keys })
    },
    ownTaxIds: async () => [],
    knownOrder: async () => null,
    rememberBilling: async () => {},
    knownCompanies: async () => ({ suppliers: null, own: null }),
    secondPersonLimits: async () => [],
    namedApprover: async () => null,
    terms: async () => NO_TERMS,
  }
}

describe('validate and score', () => {
  let dir: string
  let blobs: BlobStore
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-assess-'))
    blobs = createFolderBlobs(dir)
  })
  after(() => rm(dir, { recursive: true, force: true }))

  async function assess(
    extracted: Extraction,
    options: {
      corrections?: Corrections
      part?: Part
      reading?: Reading
      document?: DocumentInput
      store?: ReturnType<typeof rememberingStore>
      findings?: readonly Finding[]
    } = {},
  ) {
    const { corrections, part = INVOICE, reading = { pages: [] }, document = DOCUMENT, store = rememberingStore(), findings = [] } = options
    const put = (value: unknown) => putJson(blobs, document.documentId, value)
    const validate = createValidate({ blobs, store: store as unknown as DocumentStore, types: documentTypes })
    const score = createScore({ blobs, types: documentTypes, store, appVersion: '0.0.0-test', pipelineKey: 'k' })
    const validation = await validate(document, part, await put(extracted), corrections ? await put(corrections) : null)
    const scored = await score(document, {
      inspection: { kind: 'accepted', format: 'pdf', mediaType: 'application/pdf', pageCount: 1, eInvoice: null, findings },
      reading: await put(reading),
      part,
      parts: [part],
      validation,
      timings: { ocr: 5 },
    })
    return { scored, result: await getJson(blobs, document.documentId, scored.result, Result) }
  }
  const codes = ({ result }: Awaited<ReturnType<typeof assess>>) => result.reasons.map(({ code }) => code)

  it('offers the one value that satisfies every sum as the first candidate, without taking it', async () => {
    // 100.00 + 19.00 = 119.00; the due amount says 119.00 too, so only the gross total can be wrong.
    const read = extraction(
      { currency: 'EUR', 'totals.net': '100.00', 'totals.tax': '19.00', 'totals.gross': '118.00', 'totals.due': '119.00' },
      'text',
    )
    const { result } = await assess(read)
    const gross = result.fields['totals.gross']
    assert.deepEqual(
      [gross?.value, gross?.candidates[0]?.value, gross?.candidates[0]?.source, gross?.candidates[0]?.evidence],
      ['118.00', '119.00', 'rule', gross?.evidence],
    )
    const other: Candidate = { ...read.chosen['totals.gross']!, value: '119.00', raw: '119,00', score: 0.3 }
    const printed = await assess({ ...read, others: { 'totals.gross': [{ ...other, value: '7.00' }, other] } })
    assert.deepEqual(
      printed.result.fields['totals.gross']?.candidates.map(({ value, raw }) => [value, raw]),
      [
        ['119.00', '119,00'],
        ['7.00', '119,00'],
      ],
    )
    const unclear = await assess(
      extraction({ currency: 'EUR', 'totals.net': '100.00', 'totals.tax': '19.00', 'totals.gross': '118.00' }, 'text'),
    )
    assert.deepEqual(unclear.result.fields['totals.gross']?.candidates, [])
  })

  it('approves e-invoice data that passes every rule, and fills in what follows', async () => {
    const { scored, result } = await assess(extraction(SOUND, 'xml'))
    assert.deepEqual([scored.route, scored.blocking, result.status, result.reasons], ['auto', 0, 'approved', []])
    assert.equal((result.data.totals as Record<string, unknown>).due, '238.00')
    assert.deepEqual([result.fields['totals.due']?.source, result.fields['totals.due']?.evidence[0]?.path], ['rule', '/totals.gross'])
    assert.deepEqual(result.fields['totals.gross']?.checks, [{ ruleId: 'BR-CO-15', outcome: 'passed' }])
    assert.equal((result.data.buyer as Record<string, unknown>).name, null)
    assert.deepEqual([result.versions.app, result.timings.ocr, result.file.name], ['0.0.0-test', 5, 'invoice.pdf'])
  })

  it('sends the same values to a person when they were read off the page', async () => {
    const outcome = await assess(extraction(SOUND, 'text'))
    assert.deepEqual([outcome.scored.route, outcome.scored.blocking], ['review', 0])
    assert.ok(codes(outcome).includes('not_calibrated'))
  })

  it('sends e-invoice data to a person when a sum is wrong, a field is missing, or the file is suspicious', async () => {
    const wrong = await assess(extraction({ ...SOUND, 'totals.gross': '239.00' }, 'xml'))
    assert.deepEqual([wrong.scored.route, wrong.scored.blocking > 0, wrong.result.findings[0]?.expected], ['review', true, '238.00'])
    const { number: _, ...unnumbered } = SOUND
    assert.deepEqual(codes(await assess(extraction(unnumbered, 'xml'))), ['missing_required'])
    const active: Finding = {
      ruleId: 'active_content',
      severity: 'error',
      fields: [],
      expected: null,
      actual: null,
      delta: null,
      message: { en: 'x', ru: 'x' },
    }
    const suspicious = await assess(extraction(SOUND, 'xml'), { findings: [active] })
    assert.deepEqual([suspicious.scored.route, suspicious.scored.blocking], ['review', 1])
    assert.deepEqual(codes(await assess(extraction(SOUND, 'xml'), { document: { ...DOCUMENT, duplicateOf: 'two' } })), ['duplicate'])
  })

  it('knows the second upload of an invoice by its content', async () => {
    const store = rememberingStore()
    assert.equal((await assess(extraction(SOUND, 'xml'), { store })).scored.route, 'auto')
    assert.equal((await assess(extraction(SOUND, 'xml'), { store })).scored.route, 'auto', 'a document is no duplicate of itself')
    const again = await assess(extraction(SOUND, 'xml'), { store, document: { ...DOCUMENT, documentId: 'two' } })
    assert.deepEqual([again.scored.route, again.scored.blocking, codes(again)], ['review', 1, ['duplicate']])
  })

  it('runs the rules on corrected values and lets an override with a reason pass', async () => {
    const extracted = extraction({ ...SOUND, 'totals.gross': '239.00' }, 'text')
    const none: Corrections = { fields: {}, lines: null, overrides: [], type: null }
    const fixed = await assess(extracted, { corrections: { ...none, fields: { 'totals.gross': { value: '238.00', evidence: [] } } } })
    assert.deepEqual(
      [fixed.scored.blocking, fixed.result.fields['totals.gross']?.source, fixed.result.fields['totals.gross']?.confidence],
      [0, 'human', 1],
    )
    const overridden = await assess(extracted, { corrections: { ...none, overrides: [{ ruleId: 'BR-CO-15', reason: 'issuer rounds' }] } })
    assert.equal(overridden.scored.blocking, 0)
    assert.ok(
      overridden.result.findings.some(({ ruleId }) => ruleId === 'BR-CO-15'),
      'the finding stays visible',
    )
    const lines = await assess(extracted, { corrections: { ...none, lines: [{ name: 'Schrauben', net: '200.00' }] } })
    assert.deepEqual(
      (lines.result.data.lines as Record<string, unknown>[]).map(({ name, net, quantity }) => [name, net, quantity]),
      [['Schrauben', '200.00', '1']],
      'a document without quantities bills one of each',
    )
    assert.equal(lines.result.fields['lines[0].quantity']?.source, 'rule', 'and says that nobody read or typed it')
    const absent = await assess(extraction(SOUND, 'text'), {
      corrections: { ...none, fields: { 'totals.due': { value: null, evidence: [] } } },
    })
    assert.equal((absent.result.data.totals as Record<string, unknown>).due, null, 'what a person took off is not calculated')
  })

  it('keeps what does not fit the schema as a candidate with a finding', async () => {
    const { result } = await assess(extraction({ ...SOUND, issueDate: '12.03.2026', 'no.such.field': 'x' }, 'text'))
    assert.equal(result.data.issueDate, null)
    assert.deepEqual(
      result.fields.issueDate?.candidates.map(({ value }) => value),
      ['12.03.2026'],
    )
    assert.ok(result.findings.some(({ ruleId, fields }) => ruleId === 'VALUE-FORM' && fields[0] === 'issueDate'))
  })

  it('gives an unknown document to a person with empty data, and lets nobody approve it as it is', async () => {
    const outcome = await assess({ chosen: {}, others: {}, findings: [] }, { part: { ...INVOICE, type: 'unknown', typeConfidence: 0 } })
    assert.deepEqual(
      [outcome.result.type, outcome.result.data, codes(outcome), outcome.scored.blocking],
      ['unknown', {}, ['unknown_type'], 1],
    )
  })

  it('lets a person say what an unknown document is', async () => {
    const outcome = await assess(extraction({}, 'text'), {
      part: { ...INVOICE, type: 'unknown', typeConfidence: 0 },
      corrections: { fields: { number: { value: '5', evidence: [] } }, lines: null, overrides: [], type: 'invoice' },
    })
    assert.deepEqual([outcome.result.type, outcome.result.data.number], ['invoice', '5'])
  })

  it('shows a page that could not be read', async () => {
    const page = {
      index: 1,
      widthPx: 100,
      heightPx: 100,
      source: 'none' as const,
      engine: null,
      lines: [],
      blocks: [],
      tables: [],
      error: { code: 'timeout', message: 'slow' },
    }
    const outcome = await assess(extraction(SOUND, 'xml'), { reading: { pages: [page] } })
    assert.deepEqual([outcome.scored.route, codes(outcome), outcome.result.pages[0]?.error?.code], ['review', ['page_failed'], 'timeout'])
  })
})
