export type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function inputsOf(form: HTMLFormElement): readonly Input[] {
  return [...form.querySelectorAll<Input>('[name^="field:"]')]
}

export function pathOf(input: Input): string {
  return input.name.slice('field:'.length)
}

export function holderOf(input: Input): HTMLElement | null {
  return input.closest<HTMLElement>('[data-path]')
}

/** Puts a text into an input. A code that its list does not know is added to it, as on the server: no text gets lost because a list is short. */
export function setValue(input: Input, text: string): void {
  if (input instanceof HTMLSelectElement && ![...input.options].some(({ value }) => value === text)) input.add(new Option(text, text))
  input.value = text
}

export function isChanged(input: Input): boolean {
  return input.value !== (input.dataset.original ?? '')
}

/** The inputs that still ask for a person, in the order of the form. */
export function openInputs(form: HTMLFormElement): readonly Input[] {
  return inputsOf(form).filter((input) => {
    const holder = holderOf(input)
    const state = holder?.dataset.state
    return (state === 'attention' || state === 'missing') && holder?.dataset.confirmed === undefined
  })
}

/** Focus with its closed section opened and its text selected: typing replaces. */
export function focusInput(input: Input): void {
  const section = input.closest('details')
  if (section) section.open = true
  input.focus({ preventScroll: true })
  if (!(input instanceof HTMLSelectElement)) input.select()
  holderOf(input)?.scrollIntoView({ block: 'nearest' })
}

/** Enter confirms what stands there, changed or not (nothing = it is not on the document), and goes on to the next open field. */
export function confirmAndMove(form: HTMLFormElement, input: Input, back: boolean): void {
  const before = openInputs(form)
  const at = before.indexOf(input)
  const holder = holderOf(input)
  // A cell of a row that is not there yet has nothing to confirm; an empty field that asks is confirmed as empty.
  if (!back && holder && (input.value !== '' || holder.dataset.state !== 'absent')) {
    holder.dataset.confirmed = ''
    holder.classList.remove('field--attention', 'field--missing', 'cell--attention', 'cell--missing')
    holder.classList.add(holder.classList.contains('field') ? 'field--human' : 'cell--human')
  }
  const all = inputsOf(form)
  const place = all.indexOf(input)
  const open = openInputs(form)
  const next = back
    ? (open.findLast((other) => all.indexOf(other) < place) ?? before[at - 1])
    : (open.find((other) => all.indexOf(other) > place) ?? open[0])
  if (next && next !== input) focusInput(next)
  else if (!back && open.length === 0) document.querySelector<HTMLElement>('[data-approve], .primary[data-save]')?.focus()
}

export function confirmedPaths(form: HTMLFormElement): readonly string[] {
  return [...form.querySelectorAll<HTMLElement>('[data-confirmed]')].flatMap(({ dataset }) => dataset.path ?? [])
}

/** Whether anything on the form is not saved yet. */
export function isDirty(form: HTMLFormElement): boolean {
  const overridden = [...form.querySelectorAll<HTMLInputElement>('[data-override]')].some(
    (input) => input.value !== (input.dataset.original ?? ''),
  )
  return inputsOf(form).some(isChanged) || overridden || form.querySelector('[data-delete]:checked, [data-confirmed]') !== null
}

/** What forbids approval gets the focus: the field that asks, else the check that can only be accepted with a reason. */
export function focusWhatBlocks(desk: HTMLFormElement): void {
  const [open] = openInputs(desk)
  if (open) {
    focusInput(open)
    return
  }
  const reason = [...desk.querySelectorAll<HTMLInputElement>('[data-override]')].find(({ value }) => value === '')
  reason?.focus()
  reason?.scrollIntoView({ block: 'center' })
}
