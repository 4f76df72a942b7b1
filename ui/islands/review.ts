import { type CellPlace, setPlace } from './review/cell-place.ts'
import { holdDocument } from './review/claim.ts'
import { createCompletion } from './review/complete.ts'
import { showConflict } from './review/conflict.ts'
import { createCrop } from './review/crop.ts'
import { watchHead } from './review/desk-head.ts'
import { createDraft } from './review/draft.ts'
import { createTableDrawing } from './review/draw-table.ts'
import { measureEffort } from './review/effort.ts'
import { entriesOf, putEntries, typedSince } from './review/entries.ts'
import { pressInForm } from './review/field-keys.ts'
import {
  focusInput,
  focusWhatBlocks,
  holderOf,
  type Input,
  inputsOf,
  isChanged,
  isDirty,
  openInputs,
  pathOf,
  setValue,
} from './review/fields.ts'
import { forgetReplaced } from './review/fill.ts'
import { createGrid } from './review/grid.ts'
import { growTables } from './review/lines.ts'
import { fetchNextAhead } from './review/next-document.ts'
import { openFrom } from './review/open-section.ts'
import { keepOrder } from './review/order.ts'
import { createPointing } from './review/point.ts'
import { showPreview } from './review/preview.ts'
import { markInvalid } from './review/refused.ts'
import { createShortcuts } from './review/shortcuts.ts'
import { submit } from './review/submit.ts'
import { showSums } from './review/sums.ts'
import { createUndo } from './review/undo.ts'
import { createViewer, type Picked, placesOf, type Viewer } from './review/viewer.ts'
import { reloadWhenRead } from './review/waiting.ts'
import { say, texts, textsAtDesk } from './review/words.ts'

document.documentElement.classList.add('scripted')
const waiting = document.querySelector<HTMLElement>('[data-wait]')
if (waiting) reloadWhenRead(waiting)

watchHead()
const root = document.querySelector<HTMLElement>('[data-viewer]')
const pointing = createPointing({
  desk: () => form,
  filled: (desk, input) => {
    holderOf(input)?.querySelector('[data-completions]')?.remove()
    edited(desk, input)
    show(input)
  },
  say: (text, bad) => say(text || texts().unsaved, bad),
})
const viewer: Viewer = root ? createViewer(root, pickedOnPage, pointing.hovered) : { show() {}, image: () => null }
const crop = createCrop(viewer.image)
const undo = createUndo(
  () => form,
  (input) => {
    if (form) edited(form, input, true)
    focusInput(input)
  },
)
const tables = createTableDrawing({
  desk: () => form,
  change: put,
  together: undo.together,
  focus: (input) => focusInput(input as Input),
  say: (text, bad) => say(text, bad),
})
const grid = createGrid({ desk: () => form, change: put, together: undo.together, current: pointing.current, say })
let form = document.querySelector<HTMLFormElement>('[data-review]')
let sending = false
const effort = measureEffort()
const draft = createDraft(() => form)
const completion = createCompletion(form?.dataset.review ?? '', (place) =>
  pointing.pick({ ...place, drawn: true, extend: false, words: true }),
)
if (form) start(form, true)
fetchNextAhead()

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
  keepOrder(desk)
  showSums(desk)
  for (const link of document.querySelectorAll('[data-go]'))
    link.addEventListener('click', (event) => go(event, link.getAttribute('data-go') ?? ''))
  const sheet = document.querySelector<HTMLDialogElement>('[data-keys]')
  for (const button of document.querySelectorAll('[data-open-keys]')) button.addEventListener('click', () => sheet?.showModal())
  if (first) document.addEventListener('keydown', shortcuts())
  if (desk.dataset.editable === undefined) return
  desk.addEventListener('keydown', (event) =>
    pressInForm(
      event,
      desk,
      (input) => edited(desk, input),
      () => touched(desk),
    ),
  )
  desk.addEventListener('input', ({ target }) => {
    if (!(target as Element).matches('[name^="field:"]')) return touched(desk)
    forgetReplaced(target as Input)
    edited(desk, target as Input)
    grid.edited(target as Input)
    void completion.typed(target as Input)
  })
  growTables(desk, () => touched(desk))
  grid.bind(desk)
  desk.addEventListener('submit', (event) => {
    event.preventDefault()
    const action = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? 'save'
    void send(desk, action)
  })
  openFrom('[data-open-reject]', '[data-reject]')
  openFrom('[data-open-reclassify]', '[data-reclassify]')
  openFrom('[data-open-postpone]', '[data-aside="postponed"]')
  openFrom('[data-open-escalate]', '[data-aside="escalated"]')
  for (const aside of document.querySelectorAll<HTMLFormElement>('[data-aside] form'))
    aside.addEventListener('formdata', ({ formData }) => formData.set('effort', effort.spent(0)))
  if (first) {
    holdDocument(desk.dataset.review ?? '', desk.querySelector<HTMLInputElement>('[name="reviewId"]')?.value ?? '')
    const contested = draft.restore()
    if (contested.length > 0)
      showConflict(
        () => form,
        contested,
        (input) => edited(desk, input),
      )
    const open = openInputs(desk)[0]
    if (open && location.hash === '') focusInput(open)
  }
}

/** While a table is drawn, a box is the table and a click parts two of its columns. */
function pickedOnPage(picked: Picked): void {
  if (!tables.drawing()) pointing.pick(picked)
  else if (picked.drawn) void tables.read(picked)
  else tables.guide(picked)
}

function shortcuts() {
  return createShortcuts({ desk: () => form, undo: undo.undo, redo: undo.redo, current: pointing.current, row: (what) => grid.edit(what) })
}

function put(input: Input, value: string, place: CellPlace): void {
  undo.seen(input)
  setValue(input, value)
  setPlace(input, place)
  if (form) edited(form, input)
}

/** The page turns to the field's place, and the place stands enlarged under the field. */
function show(input: Input): void {
  const holder = holderOf(input)
  const places = placesOf(holder)
  viewer.show(places)
  const under = input.closest('.lines')?.querySelector<HTMLElement>('[data-crop-slot]') ?? holder?.querySelector<HTMLElement>('.field-why')
  void crop.show(under ?? null, places)
}

function clicked(event: Event, desk: HTMLFormElement): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-candidate]')
  const input = button?.closest('[data-path]')?.querySelector<Input>('[name^="field:"]')
  if (!button || !input || desk.dataset.editable === undefined) return
  setValue(input, button.dataset.candidate ?? '')
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
  touched(desk)
}

function touched(desk: HTMLFormElement): void {
  grid.touched()
  showSums(desk)
  say(isDirty(desk) ? texts().unsaved : '')
  draft.changed()
}

async function send(desk: HTMLFormElement, action: string, again = 0): Promise<void> {
  if (sending) return
  sending = true
  say(texts().saving)
  buttons(true)
  await draft.hold()
  const sent = entriesOf(desk)
  const reply = await submit(desk, action, effort.spent(inputsOf(desk).filter(isChanged).length))
  sending = false
  buttons(false)
  if (reply.kind === 'done' && reply.next !== null) {
    draft.saved()
    return location.assign(reply.next)
  }
  if (reply.kind === 'done') {
    effort.reset()
    const typed = typedSince(desk, sent)
    draft.saved()
    await refresh()
    if (form) putEntries(form, typed)
    say(texts().saved)
    if (form && action === 'approve' && reply.blocking > 0) focusWhatBlocks(form)
  } else if (reply.kind === 'conflict') await merge(desk, action, again)
  else if (reply.kind === 'invalid') markInvalid(desk, reply.fields)
  else if (reply.kind === 'offline') say(textsAtDesk().keptHere, true)
  else say(reply.text || texts().temporalDown, true)
  draft.release()
}

function buttons(disabled: boolean): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.desk-actions button')) button.disabled = disabled
}

/** The form as it is saved now, in place of the old one; the page view stays where it is, and so does the focus. */
async function refresh(): Promise<void> {
  const focused = (document.activeElement as HTMLElement | null)?.id
  const response = await fetch(`${location.pathname}${location.search}`, { headers: { Accept: 'text/html' } })
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of ['.desk-form', '.desk-head', '[data-notices]']) {
    const [old, next] = [document.querySelector(part), fresh.querySelector(part)]
    if (old && next) old.replaceWith(document.adoptNode(next))
  }
  watchHead()
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

/**
 * Somebody saved first: their form comes in, ours stays on top of it. Fields that only one of us changed need no decision, so a save goes out again
 * by itself; an approval does not, because the other one's changes have not been seen.
 */
async function merge(desk: HTMLFormElement, action: string, again: number): Promise<void> {
  const ours = entriesOf(desk)
  await refresh()
  const fresh = form
  if (!fresh) return
  // Somebody has decided the document: there is nothing left to merge into.
  if (fresh.dataset.editable === undefined) return say(texts().conflictTitle, true)
  const contested = putEntries(fresh, ours)
  if (contested.length > 0) {
    showConflict(
      () => form,
      contested,
      (input) => edited(fresh, input),
    )
    say(texts().unsaved, true)
  } else if (action === 'save' && again < 3) await send(fresh, action, again + 1)
  else say(textsAtDesk().mergedOthers, true)
}
