import { gridTexts } from '../../texts/grid.ts'
import { focusInput, type Input } from './fields.ts'
import { duplicateRow, exchangeColumns, fillDown, joinRows, type RowOutcome, splitRow } from './row-edits.ts'
import { type Change, insertAbove, moveRow, pasteCells, rowOf, toggleRow } from './rows.ts'
import { createThird } from './third.ts'
import { language } from './words.ts'

/** What the keys and the buttons do to the row of the grid that has the focus. */
export type GridEdit = 'insert' | 'strike' | 'up' | 'down' | 'duplicate' | 'join' | 'split' | 'fill' | 'third'

interface Desk {
  desk(): HTMLFormElement | null
  change: Change
  together(work: () => void): void
  /** The cell that had the focus last: a button of the toolbar has taken it. */
  current(): Input | null
  say(text: string, bad: boolean): void
}

/** The grid of lines edited as a spreadsheet; every edit is one step for undo. */
export function createGrid({ desk, change, together, current, say }: Desk) {
  const third = createThird(change)

  /** False where the key belongs to somebody else: outside of the grid. */
  const edit = (what: GridEdit, at: Element | null = document.activeElement): boolean => {
    const form = desk()
    if (!form || form.dataset.editable === undefined || !at || !rowOf(at)) return false
    if (what === 'strike') return toggleRow(at)
    apply(() => made(what, form, at as Input))
    return true
  }
  const apply = (work: () => RowOutcome) =>
    together(() => {
      const outcome = work()
      if (typeof outcome === 'string') say(gridTexts(language())[outcome], true)
      else if (outcome) focusInput(outcome)
    })
  const made = (what: Exclude<GridEdit, 'strike'>, form: HTMLFormElement, at: Input): RowOutcome => {
    if (what === 'insert') return insertAbove(form, at, change)
    if (what === 'up' || what === 'down') return moveRow(at, what === 'down', change)
    if (what === 'third') return third.take()
    return { duplicate: duplicateRow, join: joinRows, split: splitRow, fill: fillDown }[what](form, at, change)
  }
  return {
    edit,
    edited: third.edited,
    /** Something on the form is no longer what it was. */
    touched: third.check,
    /** Binds the toolbar and pasting on a form that has just come in. */
    bind(form: HTMLFormElement): void {
      const onCell = (work: (cell: Input) => void) => {
        const cell = current()
        if (cell?.isConnected && rowOf(cell)) work(cell)
        else say(gridTexts(language()).chooseCell, true)
      }
      for (const button of form.querySelectorAll<HTMLElement>('[data-row-edit]'))
        button.addEventListener('click', () => onCell((cell) => edit(button.dataset.rowEdit as GridEdit, cell)))
      form.querySelector('[data-third]')?.addEventListener('click', () => onCell((cell) => edit('third', cell)))
      form.querySelector<HTMLSelectElement>('[data-exchange]')?.addEventListener('change', ({ target }) => {
        const choice = target as HTMLSelectElement
        if (choice.value !== '') onCell((cell) => apply(() => exchangeColumns(form, cell, choice.value, change)))
        choice.value = ''
      })
      form.addEventListener('paste', (event) => {
        const cell = event.target as Element
        if (!cell.matches('[data-growing] [name^="field:"]')) return
        together(() => {
          if (pasteCells(form, cell as Input, event.clipboardData?.getData('text/plain') ?? '', change)) event.preventDefault()
        })
      })
    },
  }
}
