import { getFirstPages, pagesOf } from '../../adapters/blobs/reading-blob.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { type ClassSigns, linesSpeakingFor } from '../../core/classification/index.ts'
import { pageInPart } from '../../core/cut.ts'
import type { Evidence } from '../../core/field.ts'
import type { Page, Reading } from '../../core/reading.ts'
import type { Part } from '../../core/result.ts'
import { type MarkedPage, markPage, splitPages } from '../../core/splitting/index.ts'
import type { DocumentInput, Inspection, PageRange } from '../../core/stages.ts'
import { classify as tell } from '../../schemas/classify.ts'
import type { Deps } from '../deps.ts'

const KNOWN = 0.5 // below this a person says what it is
const SHOWN = 3 // guesses
const LEAST = 0.05 // of a guess that is worth a word
const REASONS = 3 // places that speak for a guess
const LONGEST_REASON = 60 // letters of one
const BEGINNING = 16 // pages of a document that say what it is

/** The documents in the file and the type of each. Order of trust: what the uploader said, the syntax of its e-invoice XML, what the pages look like and say. */
export const createClassify = ({ blobs, types, parseXml }: Pick<Deps, 'blobs' | 'types' | 'parseXml'>) =>
  async function classify(document: DocumentInput, inspection: Inspection, reading: BlobRef): Promise<readonly Part[]> {
    const pages = ownPages(document, inspection)
    const said = types.find(({ name }) => name === document.type)
    if (said) return [{ type: said.name, typeConfidence: 1, ...pages }]
    if (inspection.eInvoice) {
      const root = parseXml(await blobs.get(document.documentId, inspection.eInvoice))
      const known = types.find((type) => (type.readXml?.(root)?.length ?? 0) > 0)
      if (known) return [{ type: known.name, typeConfidence: 1, ...pages }]
    }
    const beginning = within(await getFirstPages(blobs, document.documentId, reading), pages)
    // Where a document of the file ends has been said once.
    if (document.cut) return [{ ...partOf(beginning, types), ...pages }]
    const marked: MarkedPage[] = []
    for await (const page of pagesOf(blobs, document.documentId, reading)) marked.push(markPage(page, (alone) => opens(alone, types)))
    const { ranges, sure } = splitPages(marked)
    const cut = ranges.length > 1 || !sure ? ({ cut: sure ? 'sure' : 'doubtful' } as const) : {}
    if (ranges.length === 1) return [{ ...partOf(beginning, types), ...pages, ...cut }]
    const beginnings = await beginningsOf(blobs, document.documentId, reading, ranges)
    return ranges.map(({ first, last }, i) => ({ ...partOf(beginnings[i]!, types), firstPage: first, lastPage: last, ...cut }))
  }

/** All pages, or those that are left to the first document of a file; a later part has only its own. */
function ownPages({ documentId, cut }: DocumentInput, { pageCount }: Inspection): Pick<Part, 'firstPage' | 'lastPage'> {
  const last = cut && pageInPart(cut, documentId, cut.last)
  return { firstPage: pageCount > 0 ? 1 : 0, lastPage: last ?? pageCount }
}

function within({ pages }: Reading, { firstPage, lastPage }: Pick<Part, 'firstPage' | 'lastPage'>): Reading {
  return { pages: pages.filter(({ index }) => index >= firstPage && index <= lastPage) }
}

/** The first pages of every document of the file: what it is says its beginning. */
async function beginningsOf(
  blobs: Deps['blobs'],
  documentId: string,
  reading: BlobRef,
  ranges: readonly PageRange[],
): Promise<readonly Reading[]> {
  const beginnings = ranges.map(() => [] as Page[])
  for await (const page of pagesOf(blobs, documentId, reading)) {
    const at = ranges.findIndex(({ first, last }) => page.index >= first && page.index <= last)
    if (page.index - (ranges[at]?.first ?? 0) < BEGINNING) beginnings[at]?.push({ ...page, index: page.index - ranges[at]!.first + 1 })
  }
  return beginnings.map((pages) => ({ pages }))
}

function opens(page: Page, types: Deps['types']): number {
  return Math.max(0, ...types.map(({ recognise }) => recognise({ pages: [{ ...page, index: 1 }] })))
}

/** What one document of the file is, with the best guesses for the person who says it where nobody knows. */
function partOf(reading: Reading, types: Deps['types']): Omit<Part, 'firstPage' | 'lastPage'> {
  const guesses = tell(reading, types)
  // Kinds of one type stand together: whether it is an invoice or a credit note, the same fields are read.
  const chance = (name: string) => guesses.reduce((sum, { known, probability }) => sum + (known.type?.name === name ? probability : 0), 0)
  const best = types.map(({ name }) => ({ name, chance: chance(name) })).sort((a, b) => b.chance - a.chance)[0]
  const worthSaying = guesses.filter(({ probability }) => probability >= LEAST).slice(0, SHOWN)
  const isKnown = best !== undefined && best.chance >= KNOWN
  return {
    type: isKnown ? best.name : 'unknown',
    typeConfidence: Math.min(1, best?.chance ?? 0),
    guesses: worthSaying.map(({ name, probability, known: { caption, type, signs } }) => ({
      name,
      caption,
      probability: Math.min(1, probability),
      type: type?.name ?? null,
      // Workflow histories carry this: only where a person asks for it.
      ...(!isKnown && { because: becauseOf(reading, signs) }),
    })),
  }
}

function becauseOf(reading: Reading, signs: ClassSigns): readonly Evidence[] {
  return linesSpeakingFor(reading, signs)
    .slice(0, REASONS)
    .map(({ page, line }) => ({ page: page.index, box: line.box, text: line.text.slice(0, LONGEST_REASON) }))
}
