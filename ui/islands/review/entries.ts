import { type Input, inputsOf, isChanged, setValue } from './fields.ts'
import { addRow } from './lines.ts'

/** Unsaved entries of the form under the names in which the form would send them; `base` is what stood there when it was typed. */
export type Entries = Record<string, { readonly value: string; readonly base: string }>

export interface Contested {
  readonly path: string
  readonly caption: string
  readonly yours: string
  readonly theirs: string
}

export function entriesOf(form: HTMLFormElement): Entries {
  const entries: Entries = {}
  const changed = (input: Input) => {
    entries[input.name] = { value: input.value, base: input.dataset.original ?? '' }
  }
  for (const input of inputsOf(form)) if (isChanged(input)) changed(input)
  for (const input of form.querySelectorAll<HTMLInputElement>('[data-override]')) if (isChanged(input)) changed(input)
  for (const { name, value } of form.querySelectorAll<HTMLInputElement>('[data-pointed]')) entries[name] = { value, base: '' }
  for (const { dataset } of form.querySelectorAll<HTMLElement>('[data-confirmed]'))
    entries[`confirm:${dataset.path}`] = { value: confirmedText(form, dataset.path ?? ''), base: '' }
  for (const box of form.querySelectorAll<HTMLInputElement>('[data-delete]:checked'))
    entries[`delete-line:${box.value}`] = { value: rowText(box), base: '' }
  return entries
}

/** What was typed while the form was on its way. Its base is what was sent: that is what stands there now. */
export function typedSince(desk: HTMLFormElement, sent: Entries): Entries {
  const now = Object.entries(entriesOf(desk)).filter(([name, { value }]) => name.startsWith('field:') && sent[name]?.value !== value)
  return Object.fromEntries(now.map(([name, { value, base }]) => [name, { value, base: sent[name]?.value ?? base }]))
}

/**
 * Puts entries on a form that was saved by somebody else meanwhile, or that was opened anew. A field that changed under an entry keeps our text and
 * is returned as contested; a confirmation or a struck out line whose text has changed is dropped: it was about something else.
 */
export function putEntries(form: HTMLFormElement, entries: Entries): readonly Contested[] {
  const contested: Contested[] = []
  for (const [name, { value, base }] of Object.entries(entries)) {
    const [kind, path = ''] = splitName(name)
    if (kind === 'field' || kind === 'override') {
      const input = inputNamed(form, name)
      if (!input) continue
      const theirs = input.dataset.original ?? ''
      if (kind === 'field' && theirs !== base && theirs !== value)
        contested.push({ path, caption: captionOf(form, input), yours: value, theirs })
      setValue(input, value)
    } else if (kind === 'evidence') {
      const holder = inputNamed(form, `field:${path}`)?.closest('[data-path]')
      if (!holder || holder.querySelector('[data-pointed]')) continue
      const hidden = document.createElement('input')
      Object.assign(hidden, { type: 'hidden', name, value })
      hidden.dataset.pointed = ''
      holder.append(hidden)
    } else if (kind === 'confirm') {
      const holder = inputNamed(form, `field:${path}`)?.closest<HTMLElement>('[data-path]')
      if (holder && confirmedText(form, path) === value) holder.dataset.confirmed = ''
    } else if (kind === 'delete-line') {
      const box = form.querySelector<HTMLInputElement>(`[data-delete][value="${CSS.escape(path)}"]`)
      if (!box || rowText(box) !== value) continue
      box.checked = true
      box.closest('tr')?.classList.add('gone')
    }
  }
  return contested
}

function splitName(name: string): readonly [string, string] {
  const at = name.indexOf(':')
  return [name.slice(0, at), name.slice(at + 1)]
}

/** Rows that were added by hand are added again. */
function inputNamed(form: HTMLFormElement, name: string): Input | null {
  const find = () => [...form.querySelectorAll<Input>('[name]')].find((input) => input.name === name) ?? null
  const line = Number(/^field:lines\[(\d+)\]/.exec(name)?.[1] ?? -1)
  if (line < 0) return find()
  for (let found = find(); ; found = find()) {
    if (found) return found
    const added = addRow(form)
    if (added === null || added > line) return null
  }
}

function confirmedText(form: HTMLFormElement, path: string): string {
  return [...inputsOf(form)].find((input) => input.name === `field:${path}`)?.value ?? ''
}

function rowText(box: HTMLInputElement): string {
  const cells = box.closest('tr')?.querySelectorAll<Input>('[name^="field:"]') ?? []
  return [...cells].map((input) => input.dataset.original ?? '').join('\t')
}

function captionOf(form: HTMLFormElement, input: Input): string {
  const label = form.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent?.trim()
  return label || input.getAttribute('aria-label') || input.name
}
