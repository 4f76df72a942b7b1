import { plural } from '../../language.ts'
import { NO_PLACE, type Printed, placeFrom } from './cell-place.ts'
import type { Region } from './fill.ts'
import { createGuides } from './guides.ts'
import { type Change, putRows, type RowTexts } from './rows.ts'
import { language, textsOfPage } from './words.ts'

interface Desk {
  desk(): HTMLFormElement | null
  /** Sets a cell; everything in `together` is one step for undo. */
  change: Change
  together(work: () => void): void
  focus(input: HTMLElement): void
  say(text: string, bad: boolean): void
}

type Cell = { readonly column: string; readonly text: string; readonly evidence: Printed }

/**
 * While the button is pressed, a box drawn on the page is a table: its rows are read anew by themselves and stand on the form as unsaved entries, in the
 * place of the rows that had been read there.
 */
export function createTableDrawing({ desk, change, together, focus, say }: Desk) {
  const button = document.querySelector<HTMLElement>('[data-draw-table]')
  const pages = document.querySelector<HTMLElement>('[data-pages]')
  const hint = document.querySelector<HTMLElement>('[data-fill-hint]')
  const guides = createGuides(pages)
  let drawing = false

  const turn = (on: boolean) => {
    drawing = on
    button?.setAttribute('aria-pressed', String(on))
    pages?.classList.toggle('drawing', on)
    // Beside the page, in the place of the other hint: a text in the head could wrap, and the page would move away under the pointer.
    if (hint) hint.textContent = on ? textsOfPage().drawTableHint : textsOfPage().fillHint
    if (!on) guides.clear()
    if (on) pages?.focus({ preventScroll: true }) // the pointer is where the table is
  }
  button?.addEventListener('click', () => turn(!drawing))
  document.addEventListener('keydown', ({ code }) => {
    if (code === 'Escape' && drawing) turn(false)
  })

  return {
    drawing: () => drawing,
    /** A border between two columns, where they run into each other. */
    guide: guides.toggle,
    async read(region: Region): Promise<void> {
      const form = desk()
      const columns = guides.on(region.page)
      turn(false)
      const rows = form && (await rowsIn(form.dataset.review ?? '', region, columns))
      if (!form || !rows || rows.length === 0) return say(textsOfPage().noTable, true)
      together(() => {
        const first = putRows(form, rows.map(textsOf), region, change)
        if (first) focus(first)
      })
      say(plural(language(), rows.length, textsOfPage().tableRead), false)
    },
  }
}

function textsOf(cells: readonly Cell[]): RowTexts {
  const known = new Map(cells.map(({ column, text, evidence }) => [column, { value: text, place: placeFrom(evidence) }]))
  return (column) => known.get(column) ?? { value: '', place: NO_PLACE }
}

async function rowsIn(
  documentId: string,
  { page, x0, y0, x1, y1 }: Region,
  guides: readonly number[],
): Promise<readonly (readonly Cell[])[] | null> {
  const query = new URLSearchParams(Object.entries({ x0, y0, x1, y1 }).map(([name, value]) => [name, String(value)]))
  if (guides.length > 0) query.set('guides', guides.join(','))
  try {
    const response = await fetch(`/api/v1/documents/${documentId}/pages/${page}/table?${query}`)
    return response.ok ? ((await response.json()) as { rows: readonly (readonly Cell[])[] }).rows : null
  } catch {
    return null
  }
}
