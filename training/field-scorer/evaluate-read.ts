// `docket evaluate` over documents that are read already, with a scorer that has not seen the document's layout or supplier.
// evaluate-read.ts DIR… [--models DIR] [--accept FILE.json] [--hidden SHARE] [--kind NAME,NAME] [--errors]. Without --models: rules alone.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createFolderBlobs } from '../../adapters/blobs/folder-blobs.ts'
import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { type DocumentScore, scoreDocument } from '../../core/evaluation/score-document.ts'
import { summarise } from '../../core/evaluation/summary.ts'
import type { Reading } from '../../core/reading.ts'
import { Result } from '../../core/result.ts'
import { TreeModel } from '../../core/scoring/trees.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import { createRandom } from '../../samples/random.ts'
import { promisedOf } from '../../schemas/define.ts'
import { invoice } from '../../schemas/invoice/index.ts'
import { scoreInvoice } from '../../schemas/invoice/scoring/score-invoice.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createExtract } from '../../workers/activities/extract.ts'
import { createScore } from '../../workers/activities/score.ts'
import { createValidate } from '../../workers/activities/validate.ts'
import { noStore } from '../../workers/no-store.ts'
import { knownDocuments } from './documents.ts'
import { hideCaptions } from './hide-captions.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    models: { type: 'string' },
    accept: { type: 'string' },
    hidden: { type: 'string', default: '0' },
    kind: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
})
const hidden = Number(values.hidden)
const folds = values.models ? (JSON.parse(await readFile(join(values.models, 'folds.json'), 'utf8')) as Record<string, number>) : {}
const accept = values.accept ? (JSON.parse(await readFile(values.accept, 'utf8')) as Record<string, number>) : null
const models = new Map<number, TreeModel>()
const dir = await mkdtemp(join(tmpdir(), 'evaluate-read-'))
const blobs = createFolderBlobs(dir)
const scores: DocumentScore[] = []
let [milliseconds, pages] = [0, 0]
try {
  for await (const { id, kind, group, truth, reading: read } of knownDocuments(positionals)) {
    if (values.kind && !values.kind.split(',').includes(kind)) continue
    const reading = hidden === 0 ? read : hideCaptions(read, hidden, createRandom(`${id}/${hidden}/measure`))
    scores.push(
      scoreDocument(
        truth,
        { ...invoice, promised: promisedOf(invoice) },
        { result: await extracted(id, reading, await modelWithout(group)), reading },
        0,
      ),
    )
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
for (const [kind, own] of Map.groupBy(scores, (score) => (score.kind.startsWith('sample-') ? 'generated' : score.kind))) {
  const { fields, byField } = summarise(kind, own)
  process.stdout.write(
    `${kind}: ${own.length} documents, header ${((fields.accuracy ?? 0) * 100).toFixed(1)} % (${fields.correct}/${fields.total})\n`,
  )
  process.stdout.write(
    `  ${Object.entries(byField)
      .map(([field, { correct, total }]) => `${field} ${correct}/${total}`)
      .join(', ')}\n`,
  )
  const wrong = own.flatMap((score) => score.fields.filter((field) => !field.correct && field.actual !== null))
  process.stdout.write(`  a wrong value ${wrong.length}, nothing ${fields.total - fields.correct - wrong.length}\n`)
}
if (values.errors)
  for (const { id, fields } of scores)
    for (const field of fields)
      if (!field.correct)
        process.stdout.write(`${id}\t${field.field}\texpected ${field.expected ?? '(absent)'}\tgot ${field.actual ?? '(nothing)'}\n`)
process.stdout.write(`${(milliseconds / pages).toFixed(1)} ms CPU a page for extraction\n`)

async function extracted(documentId: string, reading: Reading, model: TreeModel | null): Promise<Result> {
  const { scorePages: _, ...rules } = invoice
  const type = model ? { ...rules, scorePages: (read: Reading) => scoreInvoice(read, model) } : rules
  const types = documentTypes.map((other) => (other.name === 'invoice' ? (type as unknown as (typeof documentTypes)[number]) : other))
  const parseXml = () => {
    throw new Error('no XML here')
  }
  const file = { sha256: '0'.repeat(64), bytes: 0, mediaType: 'application/pdf' }
  const document: DocumentInput = {
    documentId,
    organisationId: 'local',
    file,
    fileName: documentId,
    type: 'invoice',
    useLlm: false,
    duplicateOf: null,
    receivedAt: '2026-11-21T00:00:00Z',
    run: 1,
    render: 'when-needed',
  }
  const inspection: Inspection = {
    kind: 'accepted',
    format: 'pdf',
    mediaType: file.mediaType,
    pageCount: reading.pages.length,
    eInvoice: null,
    findings: [],
  }
  const part = { type: 'invoice', typeConfidence: 1, firstPage: 1, lastPage: reading.pages.length }
  const ref = await putJson(blobs, documentId, reading)
  const before = process.cpuUsage()
  const extraction = await createExtract({ blobs, types, parseXml, store: noStore })(document, inspection, ref, part)
  const used = process.cpuUsage(before)
  milliseconds += (used.user + used.system) / 1000
  pages += reading.pages.length
  const validation = await createValidate({ blobs, store: noStore, types })(document, part, extraction, null)
  const { result } = await createScore({ blobs, types, store: noStore, appVersion: '0', pipelineKey: 'measure' })(document, {
    inspection,
    part,
    parts: [],
    reading: ref,
    validation,
    timings: {},
  })
  const done = await getJson(blobs, documentId, result, Result)
  await blobs.erase(documentId)
  return done
}

async function modelWithout(group: string): Promise<TreeModel | null> {
  if (!values.models) return null
  const fold = folds[group] ?? -1
  const known = models.get(fold)
  if (known) return known
  const file = fold < 0 ? 'model.json' : `fold-${fold}.json`
  const read = TreeModel.parse(JSON.parse(await readFile(join(values.models, file), 'utf8')))
  const model = accept ? { ...read, fields: read.fields.map((field) => ({ ...field, accept: accept[field.path] ?? null })) } : read
  models.set(fold, model)
  return model
}
