import type { ClassSigns } from '../core/classification/index.ts'
import { act } from './act/index.ts'
import { application } from './application/index.ts'
import { contract } from './contract/index.ts'
import type { DocumentClass, DocumentType } from './define.ts'
import { invoice } from './invoice/index.ts'
import { receipt } from './receipt/index.ts'
import { AGREEMENT_SIGNS } from './shared/signs/agreements.ts'
import { OTHER_SIGNS } from './shared/signs/others.ts'
import { waybill } from './waybill/index.ts'

/** All document types of the product. Adding one is a folder and a line here. Functions of a type only ever get data that its own schema has parsed. */
export const documentTypes: readonly DocumentType[] = [
  invoice as unknown as DocumentType,
  receipt as unknown as DocumentType,
  contract as unknown as DocumentType,
  act as unknown as DocumentType,
  application as unknown as DocumentType,
  waybill as unknown as DocumentType,
]

/** Kinds of paper that are told apart even where no type reads them: they go to a person, with their name. */
const KINDS: readonly DocumentClass[] = [
  { name: 'contract', caption: { en: 'Contract', ru: 'Договор' }, signs: AGREEMENT_SIGNS },
  { name: 'other', caption: { en: 'Another paper', ru: 'Другой документ' }, signs: OTHER_SIGNS },
]

/** A kind of paper with the type that reads it; null = a person takes it. */
export interface KnownClass extends DocumentClass {
  readonly signs: ClassSigns
  readonly type: DocumentType | null
}

const NO_SIGNS: ClassSigns = { titles: [], words: [] }

/** Every kind of paper that `types` and the product tell apart. */
export function classesOf(types: readonly DocumentType[]): readonly KnownClass[] {
  const claimed = types.flatMap((type) => type.classes.map((one) => ({ ...one, type })))
  const free = KINDS.filter(({ name }) => !claimed.some((one) => one.name === name))
  return [...claimed, ...free.map((one) => ({ ...one, type: null }))].map((one) => ({
    ...one,
    signs: one.signs ?? KINDS.find(({ name }) => name === one.name)?.signs ?? NO_SIGNS,
  }))
}

export const documentClasses: readonly KnownClass[] = classesOf(documentTypes)
