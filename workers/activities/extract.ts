import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import { getReading } from '../../adapters/blobs/reading-blob.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { findDoubts } from '../../core/extraction/doubts.ts'
import type { Extraction } from '../../core/extraction/extraction.ts'
import { groundCandidate, indexPrinted } from '../../core/extraction/ground.ts'
import { findLlmDoubts, withoutEchoes } from '../../core/extraction/llm-doubts.ts'
import { alignRows } from '../../core/extraction/llm-rows.ts'
import { findMemoryDoubts } from '../../core/extraction/memory-doubts.ts'
import { mergeCandidates, withVoices } from '../../core/extraction/merge.ts'
import { findCodeMismatches, findMismatches } from '../../core/extraction/mismatch.ts'
import { findTwoReadings } from '../../core/extraction/two-readings.ts'
import type { Candidate } from '../../core/field.ts'
import { type LlmOutcome, LlmReading } from '../../core/llm/llm-reading.ts'
import type { Reading } from '../../core/reading.ts'
import type { Part } from '../../core/result.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import { type DocumentType, promisedOf } from '../../schemas/define.ts'
import type { Deps } from '../deps.ts'
import { type Recalled, recall } from './learn.ts'

/** Every extractor that applies, structured data first; then one value per field. An unknown type gives an empty extraction for a person to classify. */
export const createExtract = ({ blobs, types, parseXml, store }: Pick<Deps, 'blobs' | 'types' | 'parseXml' | 'store'>) =>
  async function extract(
    document: DocumentInput,
    inspection: Inspection,
    reading: BlobRef,
    part: Part,
    llm?: LlmOutcome,
  ): Promise<BlobRef> {
    const type = types.find(({ name }) => name === part.type)
    const nothing: Extraction = { chosen: {}, others: {}, findings: [] }
    if (!type) return putJson(blobs, document.documentId, nothing)
    const structured = inspection.eInvoice ? readStructured(type, await blobs.get(document.documentId, inspection.eInvoice), parseXml) : []
    const pages = within(await getReading(blobs, document.documentId, reading), part)
    const recalled = await recall(document, type, pages, type.readPages(pages), store)
    const second = llm?.reading ? await getJson(blobs, document.documentId, llm.reading, LlmReading) : null
    const extraction = combine({ structured, recalled, second }, type, pages)
    return putJson(blobs, document.documentId, llm?.asked ? { ...extraction, llm: second?.use ?? null } : extraction)
  }

/** The pages of one document of the file; a file without pages has none. */
function within({ pages }: Reading, { firstPage, lastPage }: Part): Reading {
  return { pages: pages.filter(({ index }) => index >= firstPage && index <= lastPage) }
}

function readStructured(type: DocumentType, bytes: Buffer, parseXml: Deps['parseXml']): readonly Candidate[] {
  return type.readXml?.(parseXml(bytes)) ?? []
}

interface Readers {
  readonly structured: readonly Candidate[]
  readonly recalled: Recalled
  /** The language model's. */
  readonly second: LlmReading | null
}

function combine({ structured, recalled, second }: Readers, type: DocumentType, reading: Reading): Extraction {
  const printed = indexPrinted(reading)
  const { candidates: known, headings } = recalled
  const read = type.readPages(reading, headings)
  // Data of an e-invoice is the whole document: nothing on the page is guessed beside it.
  const scored = structured.length === 0 ? (type.scorePages?.(reading) ?? []) : []
  const coded = type.readCodes?.(reading) ?? []
  const grounded = [...structured, ...coded].map((candidate) => groundCandidate(candidate, printed))
  // What a person corrected before is no reading to be doubted.
  const unsettled = read.filter(({ path }) => !known.some((one) => one.path === path))
  const own = [...grounded, ...known, ...read, ...scored]
  const merged = mergeCandidates([...own, ...withoutEchoes(second?.candidates ?? [], own)])
  const rows = alignRows(merged.chosen, second?.candidates ?? [])
  return {
    chosen: merged.chosen,
    others: withVoices(merged.others, withoutEchoes(rows.cells, Object.values(merged.chosen))),
    findings: [
      ...rows.findings,
      ...(second ? [...second.findings, ...findLlmDoubts(merged.chosen, second.candidates, promisedOf(type))] : []),
      ...findDoubts(unsettled, scored),
      ...findMemoryDoubts(known, read, scored),
      ...(structured.length === 0 ? [...findTwoReadings(unsettled), ...(type.doubtPages?.(reading, headings) ?? [])] : []),
      ...findMismatches(type.watched?.data ?? [], structured, read, printed),
      ...findCodeMismatches(type.watched?.codes ?? {}, coded, [...structured, ...read], printed),
    ],
  }
}
