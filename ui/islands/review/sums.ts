import type { ValueKind } from '../../../core/field.ts'
import { present, readTyped } from '../../views/present.ts'
import { type Input, inputsOf, pathOf } from './fields.ts'
import { language, texts } from './words.ts'

/** The foot of the grid: what each column adds up to while it is typed, beside the total of the document that it should be. */
export function showSums(form: HTMLFormElement): void {
  for (const foot of form.querySelectorAll<HTMLElement>('[data-sum-of]')) {
    const inputs = [...(foot.closest('table')?.querySelectorAll<Input>(`tbody tr:not(.gone) [name$="].${foot.dataset.sumOf}"]`) ?? [])]
    const read = inputs.filter(({ value }) => value.trim() !== '').map((input) => decimalOf(input.value))
    const known = read.flatMap((value) => value ?? [])
    if (known.length === 0 || known.length < read.length) {
      foot.replaceChildren()
      continue
    }
    const sum = addDecimals(known)
    const total = totalFor(form, (foot.dataset.sumsTo ?? '').split(',').filter(Boolean))
    const figure = document.createElement('strong')
    figure.textContent = present(sum, 'money', language())
    foot.replaceChildren(figure)
    if (total === null) continue
    const rest = addDecimals([total.value, negated(sum)])
    const agrees = /^-?0(?:\.0*)?$/.test(rest)
    const note = document.createElement('span')
    note.textContent = agrees ? `✓ ${total.caption}` : `${total.caption}: ${texts().sumDiffers} ${present(rest, 'money', language())}`
    foot.append(note)
    foot.classList.toggle('differs', !agrees)
  }
}

function totalFor(form: HTMLFormElement, paths: readonly string[]): { readonly value: string; readonly caption: string } | null {
  for (const path of paths) {
    const input = inputsOf(form).find((other) => pathOf(other) === path)
    const value = input && decimalOf(input.value)
    const caption = input && form.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.lastChild?.textContent
    if (value) return { value, caption: caption ?? '' }
  }
  return null
}

function decimalOf(text: string): string | null {
  const read = readTyped(text, 'money' satisfies ValueKind, language())
  return read.kind === 'value' && typeof read.value === 'string' ? read.value : null
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}

/** Exact: whole numbers of the smallest unit that occurs. */
export function addDecimals(decimals: readonly string[]): string {
  const places = Math.max(...decimals.map((text) => text.split('.')[1]?.length ?? 0))
  const sum = decimals.reduce((all, text) => {
    const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
    const units = BigInt(whole + fraction.padEnd(places, '0'))
    return text.startsWith('-') ? all - units : all + units
  }, 0n)
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return sum < 0n ? `-${text}` : text
}
