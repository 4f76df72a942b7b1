import { contract } from './contract/index.ts'
import type { DocumentClass, DocumentType } from './define.ts'
import { invoice } from './invoice/index.ts'
import { receipt } from './receipt/index.ts'

/** All document types of the product. Adding one is a folder and a line here. Functions of a type only ever get data that its own schema has parsed. */
export const documentTypes: readonly DocumentType[] = [
  invoice as unknown as DocumentType,
  receipt as unknown as DocumentType,
  contract as unknown as DocumentType,
]

/** Kinds of paper that are told apart and that no type reads: they go to a person, with their name. */
const UNREAD: readonly DocumentClass[] = [
  { name: 'receipt', caption: { en: 'Receipt', ru: 'Чек' } },
  { name: 'contract', caption: { en: 'Contract', ru: 'Договор' } },
  { name: 'act', caption: { en: 'Act of acceptance', ru: 'Акт' } },
  { name: 'waybill', caption: { en: 'Waybill (TORG-12)', ru: 'Накладная (ТОРГ-12)' } },
  { name: 'other', caption: { en: 'Another paper', ru: 'Другой документ' } },
]

/** A kind of paper with the type that reads it; null = a person takes it. */
export interface KnownClass extends DocumentClass {
  readonly type: string | null
}

/** Every kind of paper that the product tells apart. A type that claims a kind takes it out of the unread ones. */
export const documentClasses: readonly KnownClass[] = [
  ...documentTypes.flatMap(({ name, classes }) => classes.map((one) => ({ ...one, type: name }))),
  ...UNREAD.filter(({ name }) => !documentTypes.some(({ classes }) => classes.some((one) => one.name === name))).map((one) => ({
    ...one,
    type: null,
  })),
]
