import type { Language } from '../language.ts'
import { documentTexts } from '../texts/document.ts'
import type { PagesRead } from '../views/document-row.ts'
import { presentPagesRead } from '../views/present-pages.ts'
import { confirmAndMove, focusInput, holderOf, type Input, inputsOf, isChanged, openInputs, pathOf } from './review/fields.ts'
import { forgetReplaced } from './review/fill.ts'
import { growTables, hasDeletions, moveInColumn } from './review/lines.ts'
import { createPointing } from './review/point.ts'
import { type Reply, submit } from './review/submit.ts'
import { createViewer, placesOf, type Viewer } from './review/viewer.ts'

document.documentElement.classList.add('scripted')
const waiting = document.querySelector<HTMLElement>('[data-wait]')
if (waiting) reloadWhenRead(waiting.dataset.wait ?? '', waiting)

const root = document.querySelector<HTMLElement>('[data-viewer]')
const pointing = createPointing({
  desk: () => form,
  filled: (desk, input) => {
    edited(desk, input)
    viewer.show(placesOf(holderOf(input)))
  },
  say: (text, bad) => say(text || texts().unsaved, bad),
})
const viewer: Viewer = root ? createViewer(root, pointing.pick) : { show() {} }
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
    const holder = (target as Element).closest('[data-path]')
    if ((target as Element).matches('[name^="field:"]')) pointing.focused(target as Input)
    viewer.show(placesOf(holder))
  })
  desk.addEventListener('click', (event) => clicked(event, desk))
  for (const link of document.querySelectorAll('[data-go]'))
    link.addEventListener('click', (event) => go(event, link.getAttribute('data-go') ?? ''))
  if (desk.dataset.editable === undefined) return
  desk.addEventListener('keydown', (event) => pressed(event, desk))
  desk.addEventListener('input', ({ target }) => {
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
    document.addEventListener('keydown', shortcut)
    const open = openInputs(desk)[0]
    if (open && location.hash === '') focusInput(open)
  }
}

function pressed(event: KeyboardEvent, desk: HTMLFormElement): void {
  const input = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.code === 'Enter' && input.matches('[name^="field:"]') && input.tagName !== 'TEXTAREA') {
    event.preventDefault()
    confirmAndMove(desk, input as Input, event.shiftKey)
  } else if (event.code === 'Escape' && input.matches('[name^="field:"]')) {
    const field = input as Input
    if (isChanged(field)) field.value = field.dataset.original ?? ''
    else field.blur()
    edited(desk, field)
  } else if ((event.code === 'ArrowDown' || event.code === 'ArrowUp') && input.closest('.lines')) {
    if (moveInColumn(desk, input, event.code === 'ArrowDown')) event.preventDefault()
  } else if (event.code === 'Enter' && input.matches('[data-override]')) event.preventDefault()
}

/** Works from anywhere on the page; `code`, so that the Russian layout changes nothing. */
function shortcut(event: KeyboardEvent): void {
  if (!form) return
  if ((event.ctrlKey || event.metaKey) && event.code === 'Enter') {
    event.preventDefault()
    document.querySelector<HTMLButtonElement>('[data-approve]')?.click()
  } else if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') {
    event.preventDefault()
    document.querySelector<HTMLButtonElement>('[data-save]')?.click()
  } else if (event.code === 'F8') {
    event.preventDefault()
    openReject()
  }
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
}

function go(event: Event, path: string): void {
  const input = form && inputsOf(form).find((other) => pathOf(other) === path)
  if (!input) return
  event.preventDefault()
  focusInput(input)
}

function edited(desk: HTMLFormElement, input: Input): void {
  holderOf(input)?.classList.toggle('changed', isChanged(input))
  input.removeAttribute('aria-invalid')
  say(isDirty(desk) ? texts().unsaved : '')
}

function isDirty(desk: HTMLFormElement): boolean {
  const overridden = [...desk.querySelectorAll<HTMLInputElement>('[data-override]')].some(
    (input) => input.value !== (input.dataset.original ?? ''),
  )
  return inputsOf(desk).some(isChanged) || overridden || hasDeletions(desk) || desk.querySelector('[data-confirmed]') !== null
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
  else if (reply.kind === 'invalid') mark(desk, reply.fields)
  else say(reply.text || texts().temporalDown, true)
}

function mark(desk: HTMLFormElement, fields: readonly { readonly path: string; readonly hint: string }[]): void {
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

/** The form as it is saved now, in place of the old one; the page view stays where it is. */
async function refresh(): Promise<void> {
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
  if (desk) start(desk, false)
}

/** Somebody saved first: their form comes in, our values stay on top of it, and each difference can be settled with one click. */
async function merge(desk: HTMLFormElement, reply: Extract<Reply, { kind: 'conflict' }>): Promise<void> {
  const ours = new Map(
    inputsOf(desk)
      .filter(isChanged)
      .map((input) => [pathOf(input), input.value]),
  )
  await refresh()
  const t = texts()
  const fresh = form
  if (!fresh) return
  for (const input of inputsOf(fresh)) {
    const value = ours.get(pathOf(input))
    if (value !== undefined) input.value = value
  }
  const notice = document.createElement('div')
  notice.className = 'notice notice--error conflict'
  notice.setAttribute('role', 'alert')
  const title = document.createElement('strong')
  title.textContent = t.conflictTitle
  const text = document.createElement('p')
  text.textContent = t.conflictText
  const list = document.createElement('ul')
  for (const { path, caption, yours, theirs } of reply.differences) {
    const item = document.createElement('li')
    const take = document.createElement('button')
    take.type = 'button'
    take.textContent = `${t.take}: ${theirs || '—'}`
    take.addEventListener('click', () => {
      const input = form && inputsOf(form).find((other) => pathOf(other) === path)
      if (input) input.value = theirs
      item.remove()
    })
    item.append(`${caption} — ${t.yours}: ${yours || '—'}. `, take)
    list.append(item)
  }
  const body = document.createElement('div')
  body.append(title, text, list)
  notice.append(body)
  document.querySelector('[data-notices]')?.replaceChildren(notice)
  say(t.unsaved, true)
}

function say(text: string, bad = false): void {
  const state = document.querySelector<HTMLElement>('[data-save-state]')
  if (!state) return
  state.textContent = text
  state.classList.toggle('bad', bad)
}

function texts() {
  return documentTexts(document.documentElement.lang as Language)
}

/** The document is being read: the stream tells how far, and when that is over. */
function reloadWhenRead(id: string, panel: HTMLElement): void {
  const stream = new EventSource('/api/v1/stream')
  stream.addEventListener('document', ({ data }) => {
    const { id: changed, status, pagesRead } = JSON.parse(data as string) as { id: string; status: string; pagesRead?: PagesRead }
    if (changed !== id) return
    if (status !== 'received' && status !== 'processing') location.reload()
    else if (pagesRead) showPagesRead(panel, pagesRead)
  })
}

function showPagesRead(panel: HTMLElement, pagesRead: PagesRead): void {
  const bar = panel.querySelector('progress')
  const words = panel.querySelector<HTMLElement>('[data-pages]')
  if (bar) Object.assign(bar, { max: pagesRead.total, value: pagesRead.done })
  if (words) words.textContent = presentPagesRead(pagesRead, document.documentElement.lang as Language)
}
