import type { Caption } from '../../../schemas/shared/trade/labels/caption.ts'
import type { Press } from './document.ts'
import { SHEET, widthOf } from './sheet.ts'

interface Sum {
  readonly kind: Caption
  readonly caption: string
  readonly path: string | null
  readonly amount: string
}

/** The sums under the items: a list at the right or left, a row with captions above, or a list with the amounts far away. */
export function printTotals(press: Press, top: number): void {
  const { random, sheet, size, margin } = press
  const sums = sumsOf(press)
  const captions = sums.map(({ caption }) => caption)
  const step = size * press.leading
  const style = random.pick(['right', 'right', 'right', 'wide', 'left', 'row'])
  for (const { path, amount } of sums) if (path !== null) press.said(path, amount)
  if (style === 'row' && sums.length > 1) {
    const wide = (SHEET.width - 2 * margin) / sums.length
    sums.forEach((sum, i) => {
      const x = margin + (i + 1) * wide - 4
      sheet.put(x, top, fitted(sum.caption, wide - 8, size - 1), size - 1, 'right')
      sheet.put(x, top + step, press.money(sum.amount), size + (i === sums.length - 1 ? random.int(0, 3) : 0), 'right')
    })
    return
  }
  const right = style === 'left' ? margin + 250 : SHEET.width - margin - 6
  const widest = Math.max(...captions.map((caption) => widthOf(caption, size)))
  const left = style === 'right' ? right - widest - random.int(70, 110) : margin
  const flush = style === 'wide' && random.chance(0.5)
  let y = top
  for (const [i, sum] of sums.entries()) {
    const large = i === sums.length - 1 ? random.int(0, 3) : 0
    if (flush) sheet.put(right - 90, y, sum.caption, size, 'right')
    else sheet.put(left, y, sum.caption, size + large)
    sheet.put(right, y, press.money(sum.amount), size + large, 'right')
    if (random.chance(0.2)) sheet.rule(left, y + 3, right)
    y += step + large + random.pick([0, 0, 2])
  }
}

function sumsOf(press: Press): readonly Sum[] {
  const { random, invoice, wording } = press
  const { totals, taxes } = invoice
  const taxed = totals.tax !== '0.00' && taxes[0]
  const sum = (kind: Caption, path: string | null, amount: string | null, caption = wording.caption(kind)): readonly Sum[] =>
    amount === null ? [] : [{ kind, caption, path, amount }]
  const rate = taxed ? random.pick([` ${taxed.rate}%`, ` (${taxed.rate} %)`, ` ${taxed.rate},00 %`, '']) : ''
  const taxCaption = wording.caption('tax').replace(/(:?)$/, `${rate}$1`)
  const adjusted = totals.allowances !== null || totals.charges !== null
  const prepaid = totals.prepaid !== null && totals.prepaid !== '0.00'
  const withDue = prepaid || random.chance(0.2)
  const gross = taxed ? random.pick(['gross', 'total', 'total'] as const) : 'total'
  return [
    ...(adjusted && random.chance(0.8) ? sum('linesNet', null, totals.linesNet) : []),
    ...(adjusted ? [...sum('allowances', null, totals.allowances), ...sum('charges', null, totals.charges)] : []),
    ...(taxed && random.chance(0.85) ? sum('net', 'totals.net', totals.net) : []),
    ...(taxed && random.chance(0.92) ? sum('tax', 'totals.tax', totals.tax, taxCaption) : []),
    ...sum(gross, 'totals.gross', totals.gross),
    ...(prepaid ? sum('prepaid', null, totals.prepaid) : []),
    ...(withDue ? sum('due', 'totals.due', totals.due) : []),
  ]
}

function fitted(text: string, room: number, size: number): string {
  return widthOf(text, size) <= room ? text : text.slice(0, Math.max(4, Math.floor((text.length * room) / widthOf(text, size))))
}
