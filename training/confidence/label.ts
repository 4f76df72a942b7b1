// Labels every promised value of what `collect.ts` read, and of spoiled copies of it, as right or wrong: one JSON line per reading, for `fit.ts`.
// node --import ./cli/tsx-hook.ts training/confidence/label.ts --in DIR --out FILE [--copies N]
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { createMemoryBlobs } from '../../adapters/blobs/memory-blobs.ts'
import { parseXml } from '../../adapters/xml/index.ts'
import { confidenceOf } from '../../core/assess/confidence.ts'
import { pageFindings, reasonsFor } from '../../core/assess/index.ts'
import { documentSignals, fieldSignals } from '../../core/confidence/index.ts'
import { agrees } from '../../core/evaluation/compare.ts'
import { Truth } from '../../core/evaluation/truth.ts'
import { Reading } from '../../core/reading.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import { Validation } from '../../core/validation.ts'
import { addDays } from '../../core/values/index.ts'
import { createRandom } from '../../samples/random.ts'
import { promisedOf } from '../../schemas/define.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { createExtract } from '../../workers/activities/extract.ts'
import { createValidate } from '../../workers/activities/validate.ts'
import { noStore } from '../../workers/no-store.ts'
import { hideCaptions, misread } from './spoil.ts'

const { values } = parseArgs({ options: { in: { type: 'string' }, out: { type: 'string' }, copies: { type: 'string', default: '3' } } })
const folder = values.in!
const blobs = createMemoryBlobs()
const extract = createExtract({ blobs, types: documentTypes, parseXml, store: noStore })
const validate = createValidate({ blobs, types: documentTypes, store: noStore })

await writeFile(values.out!, '')
for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()) {
  const { truth: given, type: typeName, reading: read } = JSON.parse(await readFile(join(folder, name), 'utf8'))
  const truth = Truth.parse(given)
  const type = documentTypes.find((one) => one.name === truth.document_class)
  if (!type || typeName !== type.name) continue
  const reading = Reading.parse(read)
  const words = new Set(
    Object.values(truth.fields)
      .flatMap((field) => [field.value, ...(field.alt ?? [])])
      .flatMap(
        (value) =>
          String(value ?? '')
            .toLowerCase()
            .match(/\p{L}+/gu) ?? [],
      ),
  )
  // As if it had come in soon after its date: old test documents are no doubt about the reading.
  const issued = String(truth.fields.issue_date?.value ?? '2026-11-01')
  const receivedOn = /^\d{4}-\d{2}-\d{2}$/.test(issued) ? addDays(issued, 10) : '2026-11-01'
  const random = createRandom(name)
  const copies = Array.from({ length: Number(values.copies) }, (_, i) =>
    i % 3 === 2 ? misread(reading, random, 0.01) : hideCaptions(reading, words, random, i % 3 === 0 ? 0.3 : 0.6),
  )
  for (const [i, one] of [reading, ...copies].entries()) {
    await blobs.erase('x')
    await appendFile(
      values.out!,
      `${JSON.stringify({ id: name, copy: i, group: groupOf(truth), kind: truth.kind, ...(await label(one)) })}\n`,
    )
  }

  async function label(one: Reading) {
    const input = { documentId: 'x', organisationId: 'x', receivedAt: `${receivedOn}T00:00:00Z` } as unknown as DocumentInput
    const inspection: Inspection = {
      kind: 'accepted',
      format: 'pdf',
      mediaType: 'application/pdf',
      pageCount: one.pages.length,
      eInvoice: null,
      findings: [],
    }
    const part = { type: type!.name, typeConfidence: type!.recognise(one), firstPage: 1, lastPage: one.pages.length }
    const extraction = await extract(input, inspection, await putJson(blobs, 'x', one), part)
    const { fields, data, findings: found } = await getJson(blobs, 'x', await validate(input, part, extraction, null), Validation)
    const findings = [...pageFindings(one), ...found]
    const judgeable = { fields, findings, reading: one, typeConfidence: part.typeConfidence }
    const promised = promisedOf(type!)
    const labels = Object.entries(truth.fields).flatMap(([field, expected]) => {
      if (expected.visible === false) return []
      const answering = (type!.truth[field] ?? []).filter((path) => (fields[path]?.value ?? null) !== null)
      const paths = answering.filter((path) => promised.includes(path))
      // A truth that names the seller as it is known answers to the trade name: the registered name beside it is not wrong.
      const right = answering.find((path) => agrees(expected, fields[path]!.value))
      const path = right !== undefined && paths.includes(right) ? right : paths[0]
      return path
        ? [{ path, right: right !== undefined, signals: fieldSignals(fields[path]!, judgeable), handSet: confidenceOf(fields[path]!, one) }]
        : []
    })
    const withHandSet = Object.fromEntries(
      Object.entries(fields).map(([path, value]) => [path, { ...value, confidence: confidenceOf(value, one) }]),
    )
    const reasons = reasonsFor({
      type: type!.name,
      parts: [part],
      fields: withHandSet,
      findings,
      missing: type!.missing?.(data) ?? [],
      reading: one,
      duplicate: false,
    }).filter(({ code }) => code !== 'not_calibrated' && code !== 'low_confidence')
    // Every promised value that is there counts for the score, also those that the truth says nothing about.
    const unlabelled = promised
      .filter((path) => (fields[path]?.value ?? null) !== null && !labels.some((one) => one.path === path))
      .map((path) => ({ path, signals: fieldSignals(fields[path]!, judgeable), handSet: withHandSet[path]!.confidence }))
    return { labels, unlabelled, document: documentSignals(judgeable, promised, []), eligible: reasons.length === 0 }
  }
}

/** Documents of one layout or one seller are never on both sides of a split. */
function groupOf(truth: Truth): string {
  const seller = String(truth.fields.seller_name?.value ?? truth.id).toLowerCase()
  return truth.kind.startsWith('sample-') ? truth.kind : `seller ${seller}`
}
