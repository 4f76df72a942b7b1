import { type Input, inputsOf } from './fields.ts'

/** Adding and striking out rows of a growing table. Without script the form's own empty row and tick boxes do the same. */
export function growTables(form: HTMLFormElement, changed: () => void): void {
  for (const table of form.querySelectorAll<HTMLElement>('[data-growing]')) {
    table.querySelector('[data-add-line]')?.addEventListener('click', () => {
      const body = table.querySelector('tbody')
      const blank = body?.querySelector<HTMLTableRowElement>('tr.blank:last-child')
      if (!body || !blank) return
      const unused = [...blank.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].every((input) => input.value === '')
      const row = unused ? blank : append(body, blank)
      row.querySelector<HTMLInputElement>('input[type="text"]')?.focus()
      changed()
    })
    table.addEventListener('change', (event) => {
      const box = event.target as HTMLInputElement
      if (!box.matches('[data-delete]')) return
      box.closest('tr')?.classList.toggle('gone', box.checked)
      changed()
    })
  }
}

/** One more empty row at the end of the growing table; its index, null when the document has no such table. */
export function addRow(form: HTMLFormElement): number | null {
  const body = form.querySelector('[data-growing] tbody')
  const blank = body?.querySelector<HTMLTableRowElement>('tr.blank:last-child')
  return body && blank ? Number(append(body as HTMLElement, blank).dataset.line) : null
}

function append(body: HTMLElement, last: HTMLTableRowElement): HTMLTableRowElement {
  const index = Number(last.dataset.line) + 1
  const row = last.cloneNode(true) as HTMLTableRowElement
  row.dataset.line = String(index)
  for (const input of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    input.name = input.name.replace(/\[\d+\]/, `[${index}]`)
    input.id = `${input.id.replace(/-\d+-/, `-${index}-`)}`
    input.value = ''
    input.dataset.original = ''
  }
  for (const cell of row.querySelectorAll<HTMLElement>('[data-path]'))
    cell.dataset.path = cell.dataset.path?.replace(/\[\d+\]/, `[${index}]`)
  body.append(row)
  return row
}

/** Up and down in a column, as in a spreadsheet; the caret keys left and right stay with the text. */
export function moveInColumn(form: HTMLFormElement, input: Element, down: boolean): boolean {
  const cell = input.closest('td')
  const row = cell?.parentElement
  const next = down ? row?.nextElementSibling : row?.previousElementSibling
  if (!cell || !row || !next) return false
  const target = next.children[[...row.children].indexOf(cell)]?.querySelector<Input>('input[type="text"], select')
  if (!target || !inputsOf(form).includes(target)) return false
  target.focus()
  if (target instanceof HTMLInputElement) target.select()
  return true
}
