import { getFirstPages } from '../../adapters/blobs/reading-blob.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import type { Reading } from '../../core/reading.ts'
import type { Part } from '../../core/result.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { Deps } from '../deps.ts'

const KNOWN = 0.5 // below this a person says what it is

/** The type of the file's one part. Order of trust: what the uploader said, the syntax of its e-invoice XML, captions on the pages. */
export const createClassify = ({ blobs, types, parseXml }: Pick<Deps, 'blobs' | 'types' | 'parseXml'>) =>
  async function classify(document: DocumentInput, inspection: Inspection, reading: BlobRef): Promise<readonly Part[]> {
    const pages = { firstPage: inspection.pageCount > 0 ? 1 : 0, lastPage: inspection.pageCount }
    const said = types.find(({ name }) => name === document.type)
    if (said) return [{ type: said.name, typeConfidence: 1, ...pages }]
    if (inspection.eInvoice) {
      const root = parseXml(await blobs.get(document.documentId, inspection.eInvoice))
      const known = types.find((type) => (type.readXml?.(root)?.length ?? 0) > 0)
      if (known) return [{ type: known.name, typeConfidence: 1, ...pages }]
    }
    const best = bestGuess(types, await getFirstPages(blobs, document.documentId, reading))
    return [{ type: best.score >= KNOWN ? best.name : 'unknown', typeConfidence: best.score, ...pages }]
  }

function bestGuess(types: readonly DocumentType[], reading: Reading): { readonly name: string; readonly score: number } {
  return types
    .map((type) => ({ name: type.name, score: type.recognise(reading) }))
    .reduce((best, next) => (next.score > best.score ? next : best), { name: 'unknown', score: 0 })
}
