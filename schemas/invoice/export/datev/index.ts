import { encodeSingleByte } from '../../../../core/single-byte.ts'
import { type ExportContext, type ExportFormat, setting } from '../../../export.ts'
import type { Invoice } from '../../schema.ts'
import { CODE_MAP } from '../code-map.ts'
import { bookings, datevLacks } from './bookings.ts'
import { COLUMNS } from './columns.ts'
import { headerLine } from './header.ts'
import { rowLine } from './values.ts'

/**
 * DATEV format 700, category 21 «Buchungsstapel» version 9: one booking per VAT rate, expense against the supplier's account, gross amounts with a
 * tax key. Source: DATEV's description of the format (Dok.-Nr. 1036228) with its limits per field.
 */
export const datevFormat: ExportFormat<Invoice> = {
  name: 'datev.csv',
  caption: { en: 'DATEV (EXTF posting batch)', ru: 'DATEV (EXTF, проводки)' },
  mediaType: 'text/csv; charset=windows-1252',
  settings: [
    setting('consultant', 'Consultant number (Berater)', 'Номер консультанта (Berater)', /^\d{4,7}$/),
    setting('client', 'Client number (Mandant)', 'Номер клиента (Mandant)', /^\d{1,5}$/),
    setting('yearStart', 'Start of the fiscal year (YYYYMMDD)', 'Начало финансового года (ГГГГММДД)', /^\d{8}$/),
    setting('account', 'Expense account (Konto)', 'Счёт расходов (Konto)', /^\d{1,9}$/),
    setting('supplierAccount', 'Supplier account (Gegenkonto)', 'Счёт поставщика (Gegenkonto)', /^\d{1,9}$/),
    setting('accountLength', 'Digits of a ledger account', 'Длина номера счёта', /^[4-8]$/, '4'),
    setting('taxKeys', 'Tax keys by rate (BU-Schlüssel)', 'Ключи НДС по ставкам (BU-Schlüssel)', CODE_MAP, '19=9,7=8,0=,E=,AE='),
  ],
  leavesOut: [
    ...[
      'dueDate',
      'paymentTerms',
      'buyerReference',
      'contractRef',
      'precedingInvoice',
      'note',
      'period',
      'seller.address',
      'seller.contact',
    ],
    ...[
      'seller.tradeName',
      'seller.taxRegId',
      'seller.legalId',
      'seller.inn',
      'seller.kpp',
      'buyer',
      'payee',
      'shipTo',
      'consignor',
      'consignee',
    ],
    ...[
      'payment',
      'lines',
      'allowances',
      'charges',
      'pageSubtotals',
      'signatories',
      'totals.inWords',
      'totals.lineCount',
      'totals.prepaid',
    ],
    ...['totals.due', 'totals.rounding', 'totals.linesNet', 'totals.allowances', 'totals.charges', 'totals.net', 'totals.tax'],
  ],
  lacks: datevLacks,
  write: (data, context) => encodeSingleByte(text(data, context), 'windows-1252').bytes,
}

function text(data: Invoice, context: ExportContext): string {
  const names = COLUMNS.map(([name]) => name).join(';')
  return `${[headerLine(data, context), names, ...bookings(data, context).map(rowLine)].join('\r\n')}\r\n`
}
