import { Decimal } from '../../../../../core/rules/index.ts'
import type { Lack } from '../../../../export.ts'
import type { TradeLine, TradePaper } from '../../schema.ts'
import { missing, refused } from '../lacks.ts'
import { withoutVat } from '../russian.ts'

// Values of 1C's enumeration СтавкиНДС. The calculated ones (22/122) are for prepayments, which say so themselves.
const RATES = new Set(['22', '20', '18', '10', '7', '5', '0'])

/** `НДС22`, `БезНДС`; null for a rate that the enumeration does not have. */
export function vatRate({ taxCategory, taxRate }: TradeLine): string | null {
  if (withoutVat(taxCategory)) return 'БезНДС'
  const rate = taxRate === null ? null : new Decimal(taxRate).toFixed()
  return rate !== null && RATES.has(rate) ? `НДС${rate}` : null
}

/** Amount of a line as the document states its lines: with VAT or without. */
export function lineSum(data: TradePaper, line: TradeLine): string | null {
  return data.lineAmountsIncludeTax === true ? line.gross : line.net
}

export function lineTax(line: TradeLine): string | null {
  return line.tax ?? (withoutVat(line.taxCategory) ? '0' : null)
}

/** What 1C's receipt of goods and services cannot do without. */
export function oneCLacks(data: TradePaper): readonly Lack[] {
  const gone = (field: string, value: string | null) => (value === null ? [missing(field)] : [])
  return [
    ...gone('number', data.number),
    ...gone('issueDate', data.issueDate),
    ...gone('seller.name', data.seller.name),
    ...gone('totals.gross', data.totals.gross),
    ...gone('currency', data.currency),
    ...(data.allowances.length + data.charges.length > 0
      ? [
          refused(
            ['allowances', 'charges'],
            null,
            'The document has no discounts of its own.',
            'В документе нет скидок и надбавок на весь документ.',
          ),
        ]
      : []),
    ...(data.lines.length === 0 ? [missing('lines[].name')] : []),
    ...data.lines.flatMap((line, i) => [
      ...gone(`lines[${i}].name`, line.name),
      ...gone(`lines[${i}].${data.lineAmountsIncludeTax === true ? 'gross' : 'net'}`, lineSum(data, line)),
      ...gone(`lines[${i}].tax`, lineTax(line)),
      ...(vatRate(line) === null
        ? [
            refused(
              `lines[${i}].taxRate`,
              null,
              'The enumeration СтавкиНДС has no such rate.',
              'В перечислении СтавкиНДС нет такой ставки.',
            ),
          ]
        : []),
    ]),
  ]
}

/** Numbers of JSON, as 1C reads amounts; fifteen digits are exact. */
export function jsonNumber(value: string | null): number | null {
  return value === null ? null : Number(value)
}
