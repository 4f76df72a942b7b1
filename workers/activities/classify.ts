import { getFirstPages } from '../../adapters/blobs/reading-blob.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import type { Reading } from '../../core/reading.ts'
import type { Part } from '../../core/result.ts'
import { splitPages } from '../../core/splitting/index.ts'
import type { DocumentInput, Inspection } from '../../core/stages.ts'
import { classify as tell } from '../../schemas/classify.ts'
import type { Deps } from '../deps.ts'

const KNOWN = 0.5 // below this a person says what it is
const SHOWN = 3 // guesses
const LEAST = 0.05 // of a guess that is worth a word

/** The documents in the file and the type of each. Order of trust: what the uploader said, the syntax of its e-invoice XML, what the pages look like and say. */
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
    const seen = await getFirstPages(blobs, document.documentId, reading)
    const ranges = splitPages(seen, (page) => Math.max(0, ...types.map(({ recognise }) => recognise({ pages: [{ ...page, index: 1 }] }))))
    return ranges.map(({ first, last }, i) => ({
      ...partOf({ pages: seen.pages.filter(({ index }) => index >= first && index <= last) }, types),
      firstPage: ranges.length === 1 ? pages.firstPage : first,
      // What lies behind the first pages of a long file hangs together with the last document that begins in them.
      lastPage: i === ranges.length - 1 ? pages.lastPage : last,
    }))
  }

/** What one document of the file is, with the best guesses for the person who says it where nobody knows. */
function partOf(reading: Reading, types: Deps['types']): Omit<Part, 'firstPage' | 'lastPage'> {
  const guesses = tell(reading, types)
  // Kinds of one type stand together: whether it is an invoice or a credit note, the same fields are read.
  const chance = (name: string) => guesses.reduce((sum, { known, probability }) => sum + (known.type?.name === name ? probability : 0), 0)
  const best = types.map(({ name }) => ({ name, chance: chance(name) })).sort((a, b) => b.chance - a.chance)[0]
  const worthSaying = guesses.filter(({ probability }) => probability >= LEAST).slice(0, SHOWN)
  return {
    type: best && best.chance >= KNOWN ? best.name : 'unknown',
    typeConfidence: Math.min(1, best?.chance ?? 0),
    guesses: worthSaying.map(({ name, probability, known: { caption } }) => ({ name, caption, probability: Math.min(1, probability) })),
  }
}
