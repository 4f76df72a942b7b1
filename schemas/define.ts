import type { z } from 'zod'
import type { KeyDate } from '../core/calendar/index.ts'
import type { ClassSigns } from '../core/classification/index.ts'
import type { ConfidenceModel } from '../core/confidence/index.ts'
import type { Candidate, ValueKind } from '../core/field.ts'
import type { Finding, Localised } from '../core/finding.ts'
import type { TypePrompt } from '../core/llm/messages.ts'
import type { Matched, PrintedParty } from '../core/master-data/index.ts'
import type { Heading } from '../core/memory/index.ts'
import type { Billed } from '../core/orders/index.ts'
import { valueAt } from '../core/paths.ts'
import type { Reading } from '../core/reading.ts'
import type { ShownHeadline } from '../core/result.ts'
import type { XmlElement } from '../core/xml.ts'
import type { ExportFormat } from './export.ts'

export interface FieldSpec {
  /** `totals.gross`; fields of a line are `lines[].net`. */
  readonly path: string
  readonly kind: ValueKind
  readonly caption: Localised
  /** Section of the review form. */
  readonly group: string
  /** Must be present for approval without a person. */
  readonly required?: boolean
  /** What the codes of a `code` field mean, for people: `380` is an invoice. Codes that are not here stay as they are. */
  readonly words?: Readonly<Record<string, Localised>>
  /** For a column of lines: the totals that it adds up to; the first one that the document shows counts. */
  readonly sumsTo?: readonly string[]
  /** For a column of lines: the columns of quantity and price whose product it is, where the columns of `unless` (those that the type has) are empty. */
  readonly product?: { readonly quantity: string; readonly price: string; readonly unless: readonly string[] }
  readonly pii: 'none' | 'business' | 'personal'
}

/** What rules may know besides the document: earlier records of the organisation and the day of receipt. */
export interface RuleContext {
  /** ISO date. */
  readonly today: string
  /** Earlier approved or waiting documents that could be the same one, or come from the same seller; empty on the command line. */
  readonly history: readonly HistoryEntry[]
  /** Tax ids of the organisation itself; empty = unknown. */
  readonly ownTaxIds: readonly string[]
  /** Whether a path was printed on the page or derived by us. */
  readonly derived: ReadonlySet<string>
  /** Paths read from structured data: a misreading is impossible there, so a failed check digit is the issuer's fact, not a doubt about us. */
  readonly structured?: ReadonlySet<string>
  /** Which of the organisation's companies the parties are; absent = it keeps no lists. */
  readonly matched?: Matched
}

export interface HistoryEntry {
  readonly documentId: string
  readonly approved: boolean
  readonly data: Readonly<Record<string, unknown>>
}

/** What the type's rules say: findings, and per rule the paths it confirmed (a rule that passes is evidence). */
export interface RuleReport {
  readonly findings: readonly Finding[]
  readonly passed: readonly { readonly ruleId: string; readonly fields: readonly string[] }[]
  /** The one value of the one field that would satisfy a failed rule, offered to the reviewer first. */
  readonly repairs?: readonly { readonly ruleId: string; readonly field: string; readonly value: string }[]
}

/** A value that follows from others. It carries the evidence of the paths it comes from. */
export interface Derived {
  readonly value: string | boolean
  readonly from: readonly string[]
}

/** What a list shows of a document: per column the paths that may answer, the first that holds a value does. */
export interface Headline {
  readonly number: readonly string[]
  readonly date: readonly string[]
  /** Who sent it or whom it was agreed with. */
  readonly partner: readonly string[]
  /** The sum that a limit for approval without a person is compared with. */
  readonly amount: readonly string[]
  readonly currency: readonly string[]
}

/** A kind of paper that people tell apart and one type reads: an invoice and a credit note have the same fields. */
export interface DocumentClass {
  /** As the classifier's model and truth files name it. */
  readonly name: string
  readonly caption: Localised
  /** By what it is known; absent = by those that the registry knows for it, or by the type's own judgement alone. */
  readonly signs?: ClassSigns
}

/** Values whose difference between two sources costs money. */
export interface Watched {
  /** Paths that data inside the file (an e-invoice) and the page must agree on. */
  readonly data: readonly string[]
  /** Path of a code's value → paths of the page that may say the same: a sum due may be printed as the total only. */
  readonly codes: Readonly<Record<string, readonly string[]>>
}

/** What a payment order for a document says unless a person changes it. Decimal strings, ISO days; null = the document does not say. */
export interface Payable {
  readonly amount: string | null
  readonly currency: string | null
  readonly dueDate: string | null
  readonly recipient: string | null
  readonly account: string | null
  readonly bik: string | null
  readonly bankName: string | null
  readonly purpose: string
  /** The sentence about VAT that a purpose holds. */
  readonly vat: string
}

/**
 * How an approved document of a type is paid. `format` of its exports writes the order and takes the settings payerAccount, payerBank, payerBik,
 * payerCorrAccount, orderNumber, orderDate, orderAmount and orderPurpose.
 */
export interface Payment<Data> {
  readonly format: string
  readonly of: (data: Data) => Payable
}

/** A document type: everything the rest of the product needs to know about it comes from here (ARCHITECTURE §7). */
export interface DocumentType<Data = unknown> {
  readonly name: string
  readonly caption: Localised
  /** Data shape: canonical plain values, all nullable. */
  readonly schema: z.ZodType<Data>
  readonly fields: readonly FieldSpec[]
  /** The kinds of paper that this type reads, the plainest first. */
  readonly classes: readonly DocumentClass[]
  readonly headline: Headline
  /** Absent = nothing is compared. */
  readonly watched?: Watched
  /** Titles and words that tell this type on a page, per language; `against` are titles of neighbouring types. 0..1. Of a long file it sees the first range of pages (core/page-ranges.ts). */
  readonly recognise: (reading: Reading) => number
  /** Candidates from structured data; null when the XML is not one of this type's syntaxes. */
  readonly readXml?: (root: XmlElement) => readonly Candidate[] | null
  /** Candidates from the QR codes of the pages. */
  readonly readCodes?: (reading: Reading) => readonly Candidate[]
  /** Candidates from captions, typed values and geometry; `learned`: headings of columns that people have shown on earlier documents of the supplier. */
  readonly readPages: (reading: Reading, learned?: readonly Heading[]) => readonly Candidate[]
  /** What a learned scorer makes of the same pages; below its threshold a candidate is a proposal. */
  readonly scorePages?: (reading: Reading) => readonly Candidate[]
  /** What a language model is told about this type; absent = none is ever asked. */
  readonly prompt?: TypePrompt
  /** What the pages show and the values that `readPages` found do not hold: rows of a table that nothing was read from. */
  readonly doubtPages?: (reading: Reading, learned?: readonly Heading[]) => readonly Finding[]
  /** Which scorer `scorePages` asks; recorded with every result. */
  readonly scorerVersion?: string
  /** Fills what follows from other values (line net from gross and rate); returns paths and values to add, never overwriting. */
  readonly derive?: (data: Data) => Readonly<Record<string, Derived>>
  readonly check: (data: Data, context: RuleContext) => RuleReport
  /** Paths that must be there for approval without a person and are not (one path for «one of several»). Absent = the fields marked `required`. */
  readonly missing?: (data: Data) => readonly string[]
  /** Keys under which an earlier document could be the same one or from the same seller. */
  readonly historyKeys: (data: Data) => readonly { readonly kind: string; readonly key: string }[]
  /** The parties as master data may know them: who is to be paid, and who pays. Absent = the type has no such parties. */
  readonly printedParties?: (data: Data) => { readonly seller: PrintedParty; readonly buyer: PrintedParty }
  /** The order that the document names and what it bills of it; null = it names none. */
  readonly billed?: (data: Data) => Billed | null
  /** The days to come that an approved document of the type makes matter, the nearest first; `today` ISO. Absent = it makes none. */
  readonly keyDates?: (data: Data, today: string) => readonly KeyDate[]
  /** Fields that stay the same from document to document of one supplier: its own name, numbers, accounts. Supplier memory expects them again. */
  readonly supplierOwn: (path: string) => boolean
  /** Absent = nothing is paid on such a document. */
  readonly payment?: Payment<Data>
  /** Files in which an approved record of the type leaves, in the order of the menu. */
  readonly exports?: readonly ExportFormat<Data>[]
  /** Truth field name (shared/data README) → paths that may answer it, joined values for addresses. */
  readonly truth: Readonly<Record<string, readonly string[]>>
  readonly truthLines: Readonly<Record<string, readonly string[]>>
  /** Names of yes/no labels of truth files → the path that answers. */
  readonly truthFlags?: Readonly<Record<string, string>>
  /** Paths that a certificate is about: a document is wrong when one of them is. Absent = the fields marked `required`. */
  readonly promised?: readonly string[]
  /** Fitted weights of confidence; absent = hand-set ones. */
  readonly confidence?: ConfidenceModel
  /** Version of the rules: changes whenever a rule changes meaning. */
  readonly rulesVersion: string
}

export function defineDocumentType<Data>(type: DocumentType<Data>): DocumentType<Data> {
  return type
}

/** Paths that the type's certificate is about. */
export function promisedOf(type: Pick<DocumentType, 'promised' | 'fields'>): readonly string[] {
  return type.promised ?? type.fields.filter(({ required }) => required).map(({ path }) => path)
}

/** What a list shows of a document with this data; null where it has no such value. */
export function headlineOf({ headline }: Pick<DocumentType, 'headline'>, data: unknown): ShownHeadline {
  const first = (paths: readonly string[]) =>
    (paths.map((path) => valueAt(data, path)).find((value) => typeof value === 'string') as string | undefined) ?? null
  const { number, date, partner, amount, currency } = headline
  return { number: first(number), date: first(date), partner: first(partner), amount: first(amount), currency: first(currency) }
}
