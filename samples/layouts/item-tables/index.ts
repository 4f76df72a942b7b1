import { Decimal } from '../../../core/rules/index.ts'
import type { Invoice } from '../../../schemas/invoice/schema.ts'
import { paginate } from '../../html.ts'
import type { Language, Layout, Plan } from '../../sample.ts'
import { noiseHtml, paymentHtml, taxTableHtml, totalsHtml, totalsOf } from '../composed/foot.ts'
import { headHtml } from '../composed/head.ts'
import { cssOf, planOf } from '../composed/index.ts'
import { amountIn, captionRow, headRows, itemRows, plainAmount } from './item-rows.ts'
import { type TableStructure, tableStructureOf } from './table-structure.ts'

// Of each two dozen a language the first half (t01 to t12, t25 to t36 …) may be looked at, the second is only counted.
const ROUNDS = 4
const EACH = 24
const LANGUAGES: readonly Language[] = ['ru', 'en', 'de', 'fr']
// Lines of text of items on a page: under the head of the document, on a page of their own, and in the place of the totals.
const ROOM = { first: 16, next: 36, foot: 16 }
const NAME_MM = 165 // the longest names in the widest font

/** Lines of text that an item of this layout takes, its remarks and its share of sections included. */
function linesOf({ nameWidthMm, details, sections, discount, columns }: TableStructure): number {
  const remark = details === 'none' ? 0 : details === 'across' ? 0.5 : 2
  const headings = columns.length > 7 ? 0.4 : 0
  return Math.ceil(NAME_MM / nameWidthMm) + remark + headings + (sections === 'none' ? 0 : 0.7) + (discount === 'row' ? 0.5 : 0)
}

/**
 * Layouts whose tables of items differ in everything: columns, headings over two lines, remarks, sections with sums, discounts, pages. The second round
 * follows the first in all languages, so that the documents of the first stay what they were.
 */
export const itemTableLayouts: readonly Layout[] = Array.from({ length: ROUNDS }, (_, round) =>
  LANGUAGES.flatMap((language) =>
    Array.from({ length: EACH }, (_, i) => layoutOf(`${language}-t${String(round * EACH + i + 1).padStart(2, '0')}`, language)),
  ),
).flat()

function layoutOf(name: string, language: Language): Layout {
  const t = tableStructureOf(name, language)
  const s = t.page
  return {
    name,
    language,
    letter: s.country === 'US',
    plan: (random): Plan => ({
      ...planOf(s, random),
      lineCount: random.int(1, t.maxLines),
      ...(t.discount !== 'none' && { lineDiscount: random.pick([5, 10, 15]) }),
    }),
    css: () =>
      `${cssOf(s)} .items td { vertical-align: ${t.align} } .items td.col-name { width: ${t.nameWidthMm}mm } .items td.col-item, .items td.col-unit, .items td.col-date, .items td.col-store, .items td.col-gtin { white-space: nowrap } .items td.c { text-align: center; white-space: nowrap } .items th.c { text-align: center } small { font-size: ${s.look.size - 2}pt }`,
    pages: (invoice) => pagesOf(invoice, t),
  }
}

function pagesOf(invoice: Invoice, t: TableStructure): readonly string[] {
  const s = t.page
  const items = (lines: number) => Math.max(2, Math.floor(lines / linesOf(t)))
  const reserve = Math.min(Math.ceil(ROOM.foot / linesOf(t)), items(ROOM.first) - 1)
  const pages = paginate(invoice.lines.length, items(ROOM.first), items(ROOM.next), reserve).filter((page, i) => i === 0 || page.length > 0)
  let carried = new Decimal(0)
  return pages.map((which, p) => {
    const last = p === pages.length - 1
    const before = p > 0 && t.carried ? captionRow(t, t.carried[1], plainAmount(t, carried)) : ''
    carried = which.reduce((sum, i) => sum.plus(amountIn(invoice.lines[i]!, t)), carried)
    const after = !last && t.carried ? captionRow(t, t.carried[0], plainAmount(t, carried)) : ''
    const head = p === 0 || t.headsAgain ? headRows(t) : ''
    const table = `<table class="items ${s.grid}">${head}${before}${itemRows(invoice, t, which).join('')}${after}</table>`
    const sums = totalsOf(invoice, s)
    const totals = s.totals === 'tail' ? totalsHtml(sums, { ...s, totals: 'right' }) : totalsHtml(sums, s)
    const foot = `${totals}${taxTableHtml(invoice, s)}${paymentHtml(invoice, s)}${noiseHtml(s)}`
    return `${p === 0 ? headHtml(invoice, s) : ''}${table}${last ? foot : ''}`
  })
}
