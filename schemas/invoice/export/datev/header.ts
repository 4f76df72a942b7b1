import type { ExportContext } from '../../../export.ts'
import type { Invoice } from '../../schema.ts'

/** Line 1, 31 fields. The batch spans the day of the invoice; it is not final (Festschreibung 0). */
export function headerLine(data: Invoice, { approvedAt, settings }: ExportContext): string {
  const day = (data.issueDate ?? '').replaceAll('-', '')
  const created = approvedAt.replace(/\D/g, '').padEnd(17, '0').slice(0, 17)
  const quoted = (value: string) => `"${value}"`
  return [
    quoted('EXTF'),
    '700',
    '21',
    quoted('Buchungsstapel'),
    '9',
    created,
    '',
    quoted(''),
    quoted('Docket'),
    quoted(''),
    settings.consultant,
    settings.client,
    settings.yearStart,
    settings.accountLength,
    day,
    day,
    quoted('Docket'),
    quoted(''),
    '1',
    '0',
    '0',
    quoted(data.currency ?? ''),
    '',
    quoted(''),
    '',
    '',
    quoted(''),
    '',
    '',
    quoted(''),
    quoted(''),
  ].join(';')
}
