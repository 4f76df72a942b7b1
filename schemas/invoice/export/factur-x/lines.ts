import type { Cell, Column, PaperBlock } from '../../../../core/paper/index.ts'
import type { Invoice, InvoiceLine } from '../../schema.ts'
import type { Captions } from './captions.ts'
import type { PaperLanguage } from './language.ts'
import { countryName } from './parties.ts'
import { printedAmount, printedNumber } from './values.ts'
import { unitWord } from './words.ts'

/** The items. What has no column of its own stands small below the name. */
export function linesOf({ lines }: Invoice, words: Captions, language: PaperLanguage): PaperBlock {
  return { kind: 'table', columns: columnsOf(words), rows: lines.map((line) => rowOf(line, words, language)) }
}

function columnsOf(words: Captions): readonly Column[] {
  return [
    { caption: words.position, share: 5, align: 'left' },
    { caption: words.name, share: 41, align: 'left' },
    { caption: words.quantity, share: 12, align: 'right' },
    { caption: words.unit, share: 9, align: 'left' },
    { caption: words.unitPrice, share: 14, align: 'right' },
    { caption: words.taxRate, share: 8, align: 'right' },
    { caption: words.net, share: 14, align: 'right' },
  ]
}

function rowOf(line: InvoiceLine, words: Captions, language: PaperLanguage): readonly Cell[] {
  const number = (value: string | null) => (value === null ? [] : [printedNumber(value, language)])
  const amount = (value: string | null) => (value === null ? null : printedAmount(value, language))
  const unit = line.unitRaw ?? (line.unit === null ? '' : unitWord(line.unit, language))
  const below = [
    ...(line.description?.split('\n') ?? []),
    behind(words.article, line.sellerItemId),
    behind(words.gtin, line.gtin),
    behind(words.origin, countryName(line.originCountry, language)),
    behind(words.priceFor, line.priceBaseQty === null ? null : `${printedNumber(line.priceBaseQty, language)} ${unit}`),
    behind(words.discount, amount(line.allowances)),
    behind(words.surcharge, amount(line.charges)),
  ].filter((text) => text !== null)
  return [
    [line.no ?? ''],
    [line.name ?? '', ...below],
    number(line.quantity),
    [unit],
    [amount(line.unitPrice) ?? ''],
    number(line.taxRate),
    [amount(line.net) ?? ''],
  ]
}

function behind(caption: string, value: string | null): string | null {
  return value === null ? null : `${caption}: ${value}`
}
