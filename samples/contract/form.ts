import type { Agreement } from './agreement.ts'

/** One way to write a contract. */
export interface Form {
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly face: string
  pages(agreement: Agreement): readonly string[]
}

export const SANS = "'Liberation Sans'"
export const SERIF = "'PT Serif'"
