import { confirmAndMove, type Input, isChanged } from './fields.ts'
import { moveInColumn } from './lines.ts'

const CHOICE = '[data-candidate], [data-completion]'

/** What keys do inside a field and on the values that were found for it. `edited`: its text is another one; `confirmed`: it stays and the cursor has moved on. */
export function pressInForm(event: KeyboardEvent, desk: HTMLFormElement, edited: (input: Input) => void, confirmed: () => void): void {
  const input = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const nth = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (input.matches(CHOICE) && (nth || event.code === 'ArrowRight' || event.code === 'ArrowLeft' || event.code === 'Escape')) {
    event.preventDefault()
    const all = [...(input.parentElement?.querySelectorAll<HTMLElement>(CHOICE) ?? [])]
    if (nth) all[Number(nth) - 1]?.click()
    else if (event.code === 'Escape') input.closest('[data-path]')?.querySelector<Input>('[name^="field:"]')?.focus()
    else all[all.indexOf(input) + (event.code === 'ArrowRight' ? 1 : -1)]?.focus()
  } else if (event.code === 'Enter' && input.matches('[name^="field:"]') && input.tagName !== 'TEXTAREA') {
    event.preventDefault()
    confirmAndMove(desk, input as Input, event.shiftKey)
    confirmed()
  } else if (event.code === 'Escape' && input.matches('[name^="field:"]')) {
    const field = input as Input
    if (isChanged(field)) field.value = field.dataset.original ?? ''
    else field.blur()
    edited(field)
  } else if (event.code === 'F2' && input.matches('input[name^="field:"], textarea')) {
    const field = input as HTMLInputElement
    const all = field.selectionStart === 0 && field.selectionEnd === field.value.length
    field.setSelectionRange(all ? field.value.length : 0, field.value.length)
  } else if ((event.code === 'ArrowDown' || event.code === 'ArrowUp') && input.closest('.lines') && input.tagName !== 'SELECT') {
    if (moveInColumn(desk, input, event.code === 'ArrowDown')) event.preventDefault()
  } else if (event.code === 'Enter' && input.matches('[data-override]')) event.preventDefault()
}
