import { showConflict } from './review/conflict.ts'
import { createCrop } from './review/crop.ts'
import { confirmAndMove, focusInput, holderOf, type Input, inputsOf, isChanged, isDirty, openInputs, pathOf } from './review/fields.ts'
import { forgetReplaced } from './review/fill.ts'
import { growTables, moveInColumn } from './review/lines.ts'
import { createPointing } from './review/point.ts'
import { showPreview } from './review/preview.ts'
import { markInvalid } from './review/refused.ts'
import { createShortcuts } from './review/shortcuts.ts'
import { type Reply, submit } from './review/submit.ts'
import { createUndo } from './review/undo.ts'
import { createViewer, placesOf, type Viewer } from './review/viewer.ts'
import { reloadWhenRead } from './review/waiting.ts'
import { say, texts } from './review/words.ts'

document.documentElement.classList.add('scripted')
const waiting = document.querySelector<HTMLElement>('[data-wait]')
if (waiting) reloadWhenRead(waiting)

const root = document.querySelector<HTMLElement>('[data-viewer]')
const pointing = createPointing({
  desk: () => form,
  filled: (desk, input) => {
    edited(desk, input)
    show(input)
  },
  say: (text, bad) => say(text || texts().unsaved, bad),
})
const viewer: Viewer = root ? createViewer(root, pointing.pick) : { show() {}, image: () => null }
const crop = createCrop(viewer.image)
const undo = createUndo(
  () => form,
  (input) => {
    if (form) edited(form, input, true)
    focusInput(input)
  },
)
let form = document.querySelector<HTMLFormElement>('[data-review]')
let sending = false
if (form) start(form, true)

window.addEventListener('beforeunload', (event) => {
  if (form && !sending && isDirty(form)) event.preventDefault()
})

/** `data-editable` documents get the whole desk, others only the link between form and page. */
function start(desk: HTMLFormElement, first: boolean): void {
  form = desk
  desk.addEventListener('focusin', ({ target }) => {
    const input = (target as Element).matches('[name^="field:"]') ? (target as Input) : null
    if (input) {
      pointing.focused(input)
      undo.seen(input)
      show(input)
    } else viewer.show(placesOf((target as Element).closest('[data-path], [data-box]')))
  })
  desk.addEventListener('click', (event) => clicked(event, desk))
  for (const link of document.querySelectorAll('[data-go]'))
    link.addEventListener('click', (event) => go(event, link.getAttribute('data-go') ?? ''))
  const sheet = document.querySelector<HTMLDialogElement>('[data-keys]')
  for (const button of document.querySelectorAll('[data-open-keys]')) button.addEventListener('click', () => sheet?.showModal())
  if (first) document.addEventListener('keydown', shortcuts())
  if (desk.dataset.editable === undefined) return
  desk.addEventListener('keydown', (event) => pressed(event, desk))
  desk.addEventListener('input', ({ target }) => {
    if (!(target as Element).matches('[name^="field:"]')) return say(isDirty(desk) ? texts().unsaved : '')
    forgetReplaced(target as Input)
    edited(desk, target as Input)
  })
  growTables(desk, () => say(isDirty(desk) ? texts().unsaved : ''))
  desk.addEventListener('submit', (event) => {
    event.preventDefault()
    const action = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? 'save'
    void send(desk, action)
  })
  document.querySelector('[data-open-reject]')?.addEventListener('click', openReject)
  if (first) {
    const open = openInputs(desk)[0]
    if (open && location.hash === '') focusInput(open)
  }
}

function shortcuts() {
  return createShortcuts({ desk: () => form, undo: undo.undo, redo: undo.redo, current: pointing.current })
}

/** The page turns to the field's place, and the place stands enlarged under the field. */
function show(input: Input): void {
  const holder = holderOf(input)
  const places = placesOf(holder)
  viewer.show(places)
  const under = input.closest('.lines')?.querySelector<HTMLElement>('[data-crop-slot]') ?? holder?.querySelector<HTMLElement>('.field-why')
  void crop.show(under ?? null, places)
}

function pressed(event: KeyboardEvent, desk: HTMLFormElement): void {
  const input = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const nth = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (input.matches('[data-candidate]') && (nth || event.code === 'ArrowRight' || event.code === 'ArrowLeft' || event.code === 'Escape')) {
    event.preventDefault()
    const all = [...(input.parentElement?.querySelectorAll<HTMLElement>('[data-candidate]') ?? [])]
    if (nth) all[Number(nth) - 1]?.click()
    else if (event.code === 'Escape') input.closest('[data-path]')?.querySelector<Input>('[name^="field:"]')?.focus()
    else all[all.indexOf(input) + (event.code === 'ArrowRight' ? 1 : -1)]?.focus()
  } else if (event.code === 'Enter' && input.matches('[name^="field:"]') && input.tagName !== 'TEXTAREA') {
    event.preventDefault()
    confirmAndMove(desk, input as Input, event.shiftKey)
    say(isDirty(desk) ? texts().unsaved : '')
  } else if (event.code === 'Escape' && input.matches('[name^="field:"]')) {
    const field = input as Input
    if (isChanged(field)) field.value = field.dataset.original ?? ''
    else field.blur()
    edited(desk, field)
  } else if (event.code === 'F2' && input.matches('input[name^="field:"], textarea')) {
    const field = input as HTMLInputElement
    const all = field.selectionStart === 0 && field.selectionEnd === field.value.length
    field.setSelectionRange(all ? field.value.length : 0, field.value.length)
  } else if ((event.code === 'ArrowDown' || event.code === 'ArrowUp') && input.closest('.lines')) {
    if (moveInColumn(desk, input, event.code === 'ArrowDown')) event.preventDefault()
  } else if (event.code === 'Enter' && input.matches('[data-override]')) event.preventDefault()
}

function openReject(): void {
  const dialog = document.querySelector<HTMLDetailsElement>('[data-reject]')
  if (!dialog) return
  dialog.open = true
  dialog.scrollIntoView({ block: 'center' })
  dialog.querySelector('select')?.focus()
}

function clicked(event: Event, desk: HTMLFormElement): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-candidate]')
  const input = button?.closest('[data-path]')?.querySelector<Input>('[name^="field:"]')
  if (!button || !input || desk.dataset.editable === undefined) return
  input.value = button.dataset.candidate ?? ''
  edited(desk, input)
  input.focus()
  viewer.show(placesOf(button))
  void crop.show(holderOf(input)?.querySelector<HTMLElement>('.field-why') ?? null, placesOf(button))
}

function go(event: Event, path: string): void {
  const input = form && inputsOf(form).find((other) => pathOf(other) === path)
  if (!input) return
  event.preventDefault()
  focusInput(input)
}

function edited(desk: HTMLFormElement, input: Input, again = false): void {
  if (!again) undo.changed(input, performance.now())
  holderOf(input)?.classList.toggle('changed', isChanged(input))
  input.removeAttribute('aria-invalid')
  showPreview(input)
  say(isDirty(desk) ? texts().unsaved : '')
}

async function send(desk: HTMLFormElement, action: string): Promise<void> {
  if (sending) return
  sending = true
  say(texts().saving)
  for (const button of document.querySelectorAll<HTMLButtonElement>('.desk-actions button')) button.disabled = true
  const reply = await submit(desk, action)
  await answered(desk, reply)
  sending = false
  for (const button of document.querySelectorAll<HTMLButtonElement>('.desk-actions button')) button.disabled = false
}

async function answered(desk: HTMLFormElement, reply: Reply): Promise<void> {
  if (reply.kind === 'done' && reply.next !== null) {
    location.assign(reply.next)
    return
  }
  if (reply.kind === 'done') {
    await refresh()
    say(texts().saved)
  } else if (reply.kind === 'conflict') await merge(desk, reply)
  else if (reply.kind === 'invalid') markInvalid(desk, reply.fields)
  else say(reply.text || texts().temporalDown, true)
}

/** The form as it is saved now, in place of the old one; the page view stays where it is, and so does the focus. */
async function refresh(): Promise<void> {
  const focused = (document.activeElement as HTMLElement | null)?.id
  const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } })
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of ['.desk-form', '.desk-head', '[data-notices]']) {
    const [old, next] = [document.querySelector(part), fresh.querySelector(part)]
    if (old && next) old.replaceWith(document.adoptNode(next))
  }
  for (const path of ['.boxes-open', '.boxes-rest'])
    fresh.querySelectorAll(path).forEach((next, at) => {
      document.querySelectorAll(path)[at]?.setAttribute('d', next.getAttribute('d') ?? '')
    })
  const desk = document.querySelector<HTMLFormElement>('[data-review]')
  if (!desk) return
  start(desk, false)
  const input = focused ? document.getElementById(focused) : null
  if (input && desk.contains(input)) focusInput(input as Input)
}

/** Somebody saved first: their form comes in, our values stay on top of it, and each difference can be settled with one click. */
async function merge(desk: HTMLFormElement, reply: Extract<Reply, { kind: 'conflict' }>): Promise<void> {
  const ours = new Map(
    inputsOf(desk)
      .filter(isChanged)
      .map((input) => [pathOf(input), input.value]),
  )
  await refresh()
  const fresh = form
  if (!fresh) return
  for (const input of inputsOf(fresh)) {
    const value = ours.get(pathOf(input))
    if (value !== undefined) input.value = value
  }
  showConflict(
    () => form,
    reply.differences,
    (input) => edited(fresh, input),
  )
  say(texts().unsaved, true)
}
