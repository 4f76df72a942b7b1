import { z } from 'zod'
import { MailAddress } from '../letters/index.ts'

/** Suppliers, and the companies that the organisation itself is ("own"). */
export const CompanyKind = z.enum(['supplier', 'own'])
export type CompanyKind = z.infer<typeof CompanyKind>

const words = (most: number) => z.string().trim().min(1).max(most)
const optional = (most: number) => words(most).nullable().default(null)

/** An IBAN, or an account number with the code of its bank (БИК). */
export const BankAccount = z.strictObject({
  account: words(40).describe('IBAN or account number'),
  bik: optional(9).describe('БИК, for a Russian account number'),
  bankName: optional(300),
})
export type BankAccount = z.infer<typeof BankAccount>

/** A company as the accounting system knows it. `code` is its key there; the same code written again replaces the entry. */
export const CompanyEntry = z.strictObject({
  code: words(100).describe('The key of the accounting system'),
  name: words(500),
  alsoKnownAs: z.array(words(500)).max(50).default([]).describe('Former, short and trade names as they stand on documents'),
  taxIds: z.array(words(50)).max(20).default([]).describe('ИНН, VAT ids, tax registration numbers'),
  kpp: optional(9),
  registrationIds: z.array(words(50)).max(20).default([]).describe('ОГРН, HRB, SIREN and the like'),
  accounts: z.array(BankAccount).max(100).default([]),
  address: optional(1000),
  email: MailAddress.nullable().default(null).describe('Where letters to it go'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null)
    .describe('ISO 3166-1 alpha-2'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null)
    .describe('ISO 4217, where its documents name none'),
})
export type CompanyEntry = z.infer<typeof CompanyEntry>

/** `version` counts the changes of the entry. */
export const Company = CompanyEntry.extend({ version: z.int().min(1) })
export type Company = z.infer<typeof Company>
