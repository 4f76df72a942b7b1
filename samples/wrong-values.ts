// Runs extraction over documents that are read already and says, before anything else, which wrong values nothing in the document speaks against.
// node --import ./cli/tsx-hook.ts training/field-scorer/read-documents.ts DIR --out READ
// node --import ./cli/tsx-hook.ts samples/wrong-values.ts READ… [--all] [--layout PART]
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { getJson, putJson } from '../adapters/blobs/json-blob.ts'
import { createMemoryBlobs } from '../adapters/blobs/memory-blobs.ts'
import { parseXml } from '../adapters/xml/index.ts'
import { leaves, specPath, valueAt } from '../core/paths.ts'
import type { Reading } from '../core/reading.ts'
import { Result } from '../core/result.ts'
import { dec } from '../core/rules/index.ts'
import type { DocumentInput, Inspection } from '../core/stages.ts'
import { promisedOf } from '../schemas/define.ts'
import { documentTypes } from '../schemas/registry.ts'
import { createExtract } from '../workers/activities/extract.ts'
import { createScore } from '../workers/activities/score.ts'
import { createValidate } from '../workers/activities/validate.ts'
import { noStore } from '../workers/no-store.ts'
import type { Expected } from './expected.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, layout: { type: 'string', default: '' } },
})
const blobs = createMemoryBlobs()
const deps = { blobs, types: documentTypes, parseXml, store: noStore, appVersion: '0', pipelineKey: 'measured' }
const [extract, validate, score] = [createExtract(deps), createValidate(deps), createScore(deps)]
const invoice = documentTypes.find(({ name }) => name === 'invoice')!
const promised = promisedOf(invoice)
const counts = { documents: 0, clean: 0, silent: 0, right: 0, all: 0 }
const stops = new Map<string, number>()

const files = (await Promise.all(positionals.map(async (dir) => (await readdir(dir)).sort().map((name) => join(dir, name))))).flat()
for (const file of files) {
  const { truth, expected, reading } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly truth: { readonly id: string }
    readonly expected: Expected | null
    readonly reading: Reading
  }
  const { id } = truth
  if (!expected?.layout.includes(values.layout)) continue
  const { data, fields, reasons } = await resultOf(id, reading)
  const stopping = reasons.filter(({ code }) => code !== 'not_calibrated')
  counts.documents++
  if (stopping.length === 0) counts.clean++
  for (const why of new Set(
    stopping.map(
      ({ code, field, message }) =>
        `${code} ${specPath(field ?? '')} ${code === 'rule_failed' ? message.en.replace(/[\d.,]+/g, '#').slice(0, 80) : ''}`,
    ),
  ))
    stops.set(why, (stops.get(why) ?? 0) + 1)
  const wanted = new Map(leaves(expected.data).map(([path, value]) => [path, value]))
  const given = new Map(leaves(data).map(([path, value]) => [path, value]))
  const wrong = [...wanted].filter(([path, value]) => !same(value, given.get(path)))
  // What the document does not say and was read all the same; only promised values, for a truth may leave others out. A sum that the layout marks
  // as another one, or as none, is judged by the sums that the truth knows.
  const invented = promised.filter(
    (path) => !wanted.has(path) && given.has(path) && !fields[path]?.derivedFrom && !(path.startsWith('totals.') && addsUp(given, wanted)),
  )
  counts.all += wanted.size
  counts.right += wanted.size - wrong.length
  for (const path of [...wrong.map(([path]) => path), ...invented]) {
    const value = valueAt(data, path) ?? null
    if (value === null && !values.all) continue
    const isPromised = promised.includes(path)
    const silent = stopping.length === 0 && isPromised
    if (silent) counts.silent++
    process.stdout.write(
      `${silent ? 'SILENT' : stopping.length === 0 ? 'clean ' : 'seen  '} ${isPromised ? 'P' : ' '} ${(fields[path]?.confidence ?? 0).toFixed(2)} ${id} ${path}: ${wanted.get(path) ?? '(absent)'} ≠ ${value ?? 'nothing'}\n`,
    )
  }
}
process.stdout.write(
  `${counts.documents} documents, ${counts.clean} that nothing speaks against, ${counts.silent} promised values wrong in them; all values right ${counts.right}/${counts.all}\n`,
)
for (const [why, count] of [...stops].sort((a, b) => b[1] - a[1]).slice(0, 40)) process.stdout.write(`${count} ${why}\n`)

async function resultOf(documentId: string, reading: Reading): Promise<Result> {
  const document = {
    documentId,
    organisationId: 'local',
    receivedAt: '2026-11-21T00:00:00Z',
    fileName: documentId,
    file: { sha256: '0'.repeat(64), bytes: 0, mediaType: 'application/pdf' },
    duplicateOf: null,
    useLlm: false,
    type: 'auto',
    run: 1,
    render: 'when-needed',
  } as unknown as DocumentInput
  const inspection: Inspection = {
    kind: 'accepted',
    format: 'pdf',
    mediaType: 'application/pdf',
    pageCount: reading.pages.length,
    eInvoice: null,
    findings: [],
  }
  const part = { type: 'invoice', typeConfidence: invoice.recognise(reading), firstPage: 1, lastPage: reading.pages.length }
  const ref = await putJson(blobs, documentId, reading)
  const validation = await validate(document, part, await extract(document, inspection, ref, part), null)
  const { result } = await score(document, { inspection, part, parts: [], reading: ref, validation, timings: {} })
  const done = await getJson(blobs, documentId, result, Result)
  await blobs.erase(documentId)
  return done
}

function addsUp(given: ReadonlyMap<string, unknown>, wanted: ReadonlyMap<string, unknown>): boolean {
  const of = (path: string) => dec(String(given.get(path) ?? '0'))
  const sums = of('totals.net').plus(of('totals.tax')).minus(of('totals.gross')).abs().lte('0.02')
  const due = !given.has('totals.due') || of('totals.gross').minus(of('totals.prepaid')).minus(of('totals.due')).abs().lte('0.02')
  return sums && due && same(wanted.get('totals.gross'), given.get('totals.gross'))
}

function same(wanted: unknown, given: unknown): boolean {
  const [a, b] = [wanted, given].map((value) => String(value ?? '').replace(/\s/g, ' '))
  const number = /^-?\d+(\.\d+)?$/
  return a === b || (number.test(a!) && number.test(b!) && dec(a!).equals(dec(b!)))
}
