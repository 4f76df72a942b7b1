import type { DocumentType } from './define.ts'
import { invoice } from './invoice/index.ts'

/** All document types of the product. Adding one is a folder and a line here. Functions of a type only ever get data that its own schema has parsed. */
export const documentTypes: readonly DocumentType[] = [invoice as unknown as DocumentType]
