import { conform } from '../../core/assess/index.ts'
import type { Candidate, Field } from '../../core/field.ts'
import {
  type ApprovedField,
  learnHeadings,
  learnLessons,
  ofSupplier,
  recallCandidates,
  supplierKeysOn,
  type Taught,
} from '../../core/memory/index.ts'
import { setAt, specPath } from '../../core/paths.ts'
import type { Reading } from '../../core/reading.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { DocumentStore } from '../deps.ts'

export interface Recalled {
  readonly candidates: readonly Candidate[]
  readonly headings: Taught['headings']
}

/** What earlier documents of the supplier, whoever it may be, say about this one. `read`: what the page says by itself. */
export async function recall(
  document: DocumentInput,
  type: DocumentType,
  reading: Reading,
  read: readonly Candidate[],
  store: Pick<DocumentStore, 'ownTaxIds' | 'remembered'>,
): Promise<Recalled> {
  const own = await store.ownTaxIds(document.organisationId)
  const keys = supplierKeysOn(reading, own)
  const printed = new Set(keys)
  // An own number that was taken for the seller's says nothing about who the seller is.
  const seller = supplierKeys(type, dataOf(type, read)).filter((key) => printed.has(key))
  const { lessons, headings } = ofSupplier(await store.remembered(document, type.name, keys), seller)
  return { candidates: recallCandidates(reading, lessons, type.supplierOwn), headings }
}

/** Keeps what a reviewed document teaches about its supplier. Without a supplier to know again nothing is kept. */
export async function learn(
  document: DocumentInput,
  type: DocumentType,
  reading: Reading,
  approved: { readonly data: unknown; readonly fields: Readonly<Record<string, Field>> },
  store: Pick<DocumentStore, 'learn'>,
): Promise<void> {
  const keys = supplierKeys(type, approved.data)
  if (keys.length === 0) return
  const kinds = new Map(type.fields.map(({ path, kind }) => [path, kind]))
  const fields = Object.entries(approved.fields).flatMap(([path, field]): readonly ApprovedField[] => {
    const kind = kinds.get(specPath(path))
    if (kind === undefined || field.value === null || field.source === 'rule') return []
    return [{ path, kind, value: field.value, corrected: wasCorrected(field), evidence: field.evidence }]
  })
  await store.learn(document, type.name, keys, {
    lessons: learnLessons(reading, fields, type.supplierOwn),
    headings: learnHeadings(reading, fields, (headings) => type.readPages(reading, headings)),
  })
}

/** Types that share a seller's number keep their papers apart by a word before it; on the page stands the number alone. */
function supplierKeys(type: DocumentType, data: unknown): readonly string[] {
  return type.historyKeys(data).flatMap(({ kind, key }) => (kind === 'seller' ? [key.slice(key.lastIndexOf('|') + 1)] : []))
}

function dataOf(type: DocumentType, read: readonly Candidate[]): unknown {
  const data: Record<string, unknown> = {}
  const best = new Map<string, Candidate>()
  for (const one of read) if (!one.proposal && one.score > (best.get(one.path)?.score ?? -1)) best.set(one.path, one)
  for (const [path, { value }] of best) if (!path.includes('[')) setAt(data, path, value)
  return conform(type.schema, data).data
}

/**
 * A person's value that no reading of the machine had in the first place, or one that an earlier correction brought and a person let stand: were it no
 * correction any more, the rules that were wrong before would be heard again. Confirming what was read otherwise teaches nothing new.
 */
function wasCorrected({ source, extractor, raw, candidates }: Field): boolean {
  if (source !== 'human') return extractor === 'correction'
  return raw === null || candidates.some((one) => one.extractor === 'before')
}
