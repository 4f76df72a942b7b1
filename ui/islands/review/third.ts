import { completeProduct, type LineProduct } from '../../../core/values/index.ts'
import { gridTexts } from '../../texts/grid.ts'
import { present, readTyped } from '../../views/present.ts'
import { NO_PLACE } from './cell-place.ts'
import type { Input } from './fields.ts'
import { type Change, cellsOf, columnOf, rowOf } from './rows.ts'
import { language } from './words.ts'

interface Offered {
  /** The cell that somebody changed. */
  readonly from: Input
  readonly cell: Input
  readonly text: string
}

/**
 * Whoever changes one of quantity, price and amount is offered the third: the amount by the other two, or the price when the amount was changed. It is put in
 * by a click or a key only; the paper may be wrong.
 */
export function createThird(change: Change) {
  let offered: Offered | null = null
  const button = () => document.querySelector<HTMLButtonElement>('[data-third]')

  const show = (next: Offered | null) => {
    offered = next
    const at = button()
    if (!at) return
    at.hidden = next === null
    if (next) at.textContent = gridTexts(language()).third.replace('{column}', captionOf(next.cell)).replace('{value}', next.text)
  }
  /** Whether the row still gives what was offered: rows are moved, doubled and taken back meanwhile. */
  const holds = ({ from, cell, text }: Offered): boolean => {
    const now = from.isConnected ? thirdOf(from) : null
    return now?.cell === cell && now.text === text
  }
  return {
    edited: (input: Input) => show(thirdOf(input)),
    /** Takes the offer away when it no longer follows from its row. */
    check(): void {
      if (offered && !holds(offered)) show(null)
    },
    /** Null when nothing is offered. */
    take(): Input | 'offerGone' | null {
      const taken = offered
      show(null)
      if (!taken) return null
      if (!holds(taken)) return 'offerGone'
      change(taken.cell, taken.text, NO_PLACE)
      return taken.cell
    },
  }
}

function thirdOf(input: Input): Offered | null {
  const row = rowOf(input)
  const head = row?.closest('table')?.querySelector<HTMLElement>('[data-product]')
  if (!row || !head) return null
  const [amount = '', quantity = '', price = '', ...unless] = (head.dataset.product ?? '').split(' ')
  const cell = (column: string) => cellsOf(row).find((other) => columnOf(other) === column) ?? null
  const cells = { amount: cell(amount), quantity: cell(quantity), price: cell(price) }
  const edited = (Object.keys(cells) as (keyof LineProduct)[]).find((key) => cells[key] === input)
  if (!edited || unless.some((column) => (cell(column)?.value ?? '') !== '')) return null
  const known = { amount: decimalOf(cells.amount), quantity: decimalOf(cells.quantity), price: decimalOf(cells.price) }
  const wanted = edited === 'amount' ? (known.quantity === null ? 'quantity' : 'price') : 'amount'
  const target = cells[wanted]
  const value = completeProduct(known, wanted)
  if (!target || value === null) return null
  const text = present(value, wanted === 'amount' ? 'money' : 'decimal', language())
  return text === target.value ? null : { from: input, cell: target, text }
}

function decimalOf(cell: Input | null): string | null {
  const read = cell && cell.value.trim() !== '' ? readTyped(cell.value, 'decimal', language()) : null
  return read?.kind === 'value' && typeof read.value === 'string' ? read.value : null
}

function captionOf(cell: Input): string {
  const at = cell.closest('td')
  const head = at?.closest('table')?.querySelectorAll('thead th')[at.cellIndex]
  return head?.textContent ?? ''
}
