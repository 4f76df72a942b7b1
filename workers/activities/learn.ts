import type { Candidate, Field } from '../../core/field.ts'
import { type ApprovedField, learnLessons, recallCandidates, supplierKeysOn } from '../../core/memory/index.ts'
import type { Reading } from '../../core/reading.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { DocumentType } from '../../schemas/define.ts'
import type { DocumentStore } from '../deps.ts'

/** What earlier documents of the supplier, whoever it may be, say about this one. */
export async function recall(
  document: DocumentInput,
  type: DocumentType,
  reading: Reading,
  store: DocumentStore,
): Promise<readonly Candidate[]> {
  const keys = supplierKeysOn(reading, await store.ownTaxIds(document.organisationId))
  return recallCandidates(reading, await store.lessons(document, type.name, keys), type.supplierOwn)
}

/** Keeps what a reviewed document teaches about its supplier. Without a supplier to know again nothing is kept. */
export async function learn(
  document: DocumentInput,
  type: DocumentType,
  reading: Reading,
  approved: { readonly data: unknown; readonly fields: Readonly<Record<string, Field>> },
  store: DocumentStore,
): Promise<void> {
  const keys = type.historyKeys(approved.data).flatMap(({ kind, key }) => (kind === 'seller' ? [key] : []))
  if (keys.length === 0) return
  const kinds = new Map(type.fields.map(({ path, kind }) => [path, kind]))
  const fields = Object.entries(approved.fields).flatMap(([path, field]): readonly ApprovedField[] => {
    const kind = kinds.get(path)
    if (kind === undefined || field.value === null || field.source === 'rule') return []
    return [{ path, kind, value: field.value, corrected: field.source === 'human' && wasDifferent(field), evidence: field.evidence }]
  })
  await store.learn(document, type.name, keys, learnLessons(reading, fields, type.supplierOwn))
}

/** A person's value that no reading of the machine had in the first place; confirming what was read teaches nothing new. */
function wasDifferent({ raw, candidates }: Field): boolean {
  return raw === null || candidates.some(({ extractor }) => extractor === 'before')
}
