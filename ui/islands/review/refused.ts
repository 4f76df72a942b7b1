import { focusInput, holderOf, inputsOf, pathOf } from './fields.ts'
import { say, texts } from './words.ts'

/** Values that the server could not read: each says so where it stands, the first gets the focus. */
export function markInvalid(desk: HTMLFormElement, fields: readonly { readonly path: string; readonly hint: string }[]): void {
  say(texts().invalid, true)
  for (const { path, hint } of fields) {
    const input = inputsOf(desk).find((other) => pathOf(other) === path)
    if (!input) continue
    input.setAttribute('aria-invalid', 'true')
    holderOf(input)?.classList.add('field--invalid')
    const why = document.getElementById(`${input.id}-why`)
    const note = document.createElement('p')
    note.className = 'field-problem'
    note.textContent = hint
    why?.querySelector('.field-problem')?.remove()
    if (why) why.prepend(note)
    else input.title = hint
  }
  const first = inputsOf(desk).find((input) => input.getAttribute('aria-invalid') === 'true')
  if (first) focusInput(first)
}
