import { getJson, putJson } from '../../adapters/blobs/json-blob.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import type { Extraction } from '../../core/extraction/extraction.ts'
import { groundCandidate, indexPrinted } from '../../core/extraction/ground.ts'
import { mergeCandidates } from '../../core/extraction/merge.ts'
import { findCodeMismatches, findMismatches } from '../../core/extraction/mismatch.ts'
import type { Candidate } from '../../core/field.ts'
import { Reading } from '../../core/reading.ts'
import type { Part } from '../../core/result.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { Deps } from '../deps.ts'

/** Every extractor that applies, structured data first; then one value per field. An unknown type gives an empty extraction for a person to classify. */
export const createExtract = ({ blobs, types, parseXml }: Pick<Deps, 'blobs' | 'types' | 'parseXml'>) =>
  async function extract(document: DocumentInput, inspection: Inspection, reading: BlobRef, part: Part): Promise<BlobRef> {
    const type = types.find(({ name }) => name === part.type)
    const extraction: Extraction = type
      ? combine(
          inspection.eInvoice ? readStructured(type, await blobs.get(document.documentId, inspection.eInvoice), parseXml) : [],
          type,
          await getJson(blobs, document.documentId, reading, Reading),
        )
      : { chosen: {}, others: {}, findings: [] }
    return putJson(blobs, document.documentId, extraction)
  }

function readStructured(type: DocumentType, bytes: Buffer, parseXml: Deps['parseXml']): readonly Candidate[] {
  return type.readXml?.(parseXml(bytes)) ?? []
}

function combine(structured: readonly Candidate[], type: DocumentType, reading: Reading): Extraction {
  const printed = indexPrinted(reading)
  const read = type.readPages(reading)
  const coded = type.readCodes?.(reading) ?? []
  const grounded = [...structured, ...coded].map((candidate) => groundCandidate(candidate, printed))
  return {
    ...mergeCandidates([...grounded, ...read]),
    findings: [...findMismatches(structured, read, printed), ...findCodeMismatches(coded, [...structured, ...read], printed)],
  }
}
