import type { TruthTable } from '../../core/evaluation/score-tables.ts'

/** `continues`: it carries on the table of the page before. */
export type PrintedTable = TruthTable & { readonly page: number; readonly continues: boolean }

/** Runs in the browser: the cells of every marked table as printed, with their grid places and boxes as fractions of the page. */
export function readCells(paper: { width: number; height: number }): PrintedTable[] {
  const tables: PrintedTable[] = []
  document.querySelectorAll('section.page').forEach((section, index) => {
    const origin = section.getBoundingClientRect()
    const place = (r: { left: number; top: number; right: number; bottom: number }) => ({
      x0: (r.left - origin.left) / paper.width,
      y0: (r.top - origin.top) / paper.height,
      x1: (r.right - origin.left) / paper.width,
      y1: (r.bottom - origin.top) / paper.height,
    })
    for (const table of section.querySelectorAll<HTMLTableElement>('table[data-table]')) {
      const taken = new Set<string>()
      const cells = [...table.rows].flatMap((tr, row) =>
        [...tr.cells].map((cell) => {
          let column = 0
          while (taken.has(`${row},${column}`)) column++
          for (let r = row; r < row + cell.rowSpan; r++) for (let c = column; c < column + cell.colSpan; c++) taken.add(`${r},${c}`)
          const range = document.createRange()
          range.selectNodeContents(cell)
          const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
          const content =
            rects.length === 0
              ? null
              : place({
                  left: Math.min(...rects.map((r) => r.left)),
                  top: Math.min(...rects.map((r) => r.top)),
                  right: Math.max(...rects.map((r) => r.right)),
                  bottom: Math.max(...rects.map((r) => r.bottom)),
                })
          const plain = cell.cloneNode(true) as HTMLElement
          for (const br of plain.querySelectorAll('br')) br.replaceWith(' ')
          const text = (plain.textContent ?? '').replace(/\s+/g, ' ').trim()
          const skip = cell.dataset.skip !== undefined
          return {
            row,
            column,
            rowSpan: cell.rowSpan,
            columnSpan: cell.colSpan,
            box: place(cell.getBoundingClientRect()),
            content,
            text,
            skip,
          }
        }),
      )
      tables.push({ page: index + 1, ruled: table.dataset.table === 'ruled', continues: table.dataset.continues !== undefined, cells })
    }
  })
  return tables
}
