import { z } from 'zod'
import { ListKind } from '../../../adapters/db/index.ts'
import { Localised } from '../../../core/finding.ts'
import { foldNumber } from '../../../core/identifiers/index.ts'
import {
  COMPANY_COLUMNS,
  type Column,
  CompanyEntry,
  type CompanyKind,
  type ReadRows,
  readCompanies,
} from '../../../core/master-data/index.ts'
import { ORDER_COLUMNS, OrderEntry, readOrders } from '../../../core/orders/index.ts'
import type { UiDeps } from '../../deps.ts'

type Table = readonly (readonly string[])[]

/** What the screens of all three lists need to know of one of them. */
export interface List<Entry extends object> {
  readonly kind: ListKind
  readonly path: string
  readonly columns: readonly Column[]
  readonly read: (table: Table) => ReadRows<Entry>
  /** What `read` gave, back from where it was kept. */
  readonly kept: z.ZodType<ReadRows<Entry>>
  readonly keyOf: (entry: Entry) => string
  readonly nameOf: (entry: Entry) => string
  /** Two spellings of one key give the same. */
  readonly foldKey: (key: string) => string
  readonly known: (organisationId: string, keys: readonly string[]) => Promise<readonly Entry[]>
  readonly importAll: (organisationId: string, entries: readonly Entry[], actor: string) => Promise<{ readonly changed: number }>
}

export const LIST_PATHS: Readonly<Record<ListKind, string>> = { supplier: '/suppliers', own: '/own-companies', order: '/orders' }
export const LIST_KINDS = ListKind.options

export function companyList({ companies }: UiDeps, kind: CompanyKind): List<CompanyEntry> {
  return {
    kind,
    path: LIST_PATHS[kind],
    columns: COMPANY_COLUMNS,
    read: readCompanies,
    kept: keptRows(CompanyEntry),
    keyOf: ({ code }) => code,
    nameOf: ({ name }) => name,
    foldKey: (code) => code,
    known: async (organisationId, codes) => (await companies.known(organisationId, kind, codes)).map(({ version: _, ...entry }) => entry),
    importAll: (organisationId, entries, actor) => companies.importAll(organisationId, kind, entries, actor),
  }
}

export function orderList({ orders }: UiDeps): List<OrderEntry> {
  return {
    kind: 'order',
    path: LIST_PATHS.order,
    columns: ORDER_COLUMNS,
    read: readOrders,
    kept: keptRows(OrderEntry),
    keyOf: ({ number }) => number,
    nameOf: ({ supplier }) => supplier ?? '',
    foldKey: foldNumber,
    known: async (organisationId, numbers) => (await orders.known(organisationId, numbers)).map(({ version: _, ...entry }) => entry),
    importAll: (organisationId, entries, actor) => orders.importAll(organisationId, entries, actor),
  }
}

function keptRows<Entry>(entry: z.ZodType<Entry>): z.ZodType<ReadRows<Entry>> {
  return z.object({
    rows: z.int(),
    entries: z.array(z.object({ row: z.int(), entry })),
    problems: z.array(z.object({ row: z.int(), column: z.string().nullable(), message: Localised })),
  })
}
