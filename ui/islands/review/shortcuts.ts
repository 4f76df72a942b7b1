import { focusInput, type Input, openInputs } from './fields.ts'
import type { GridEdit } from './grid.ts'

interface Actions {
  readonly desk: () => HTMLFormElement | null
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly current: () => Input | null
  /** What the keys do to the row of the grid that has the focus; false outside of the grid. */
  readonly row: (what: GridEdit) => boolean
}

const TYPING = 'input, textarea, select, [contenteditable]'

/**
 * Keys that work from anywhere on the page, by `code`, so that the Russian layout changes nothing. Never bound: Ctrl+Alt (AltGr), Ctrl+Shift and
 * Alt+Shift (they switch layouts), Alt+←/→ (browser), Ctrl+←/→ and clipboard keys (they belong to the text).
 */
export function createShortcuts({ desk, undo, redo, current, row }: Actions) {
  let before: HTMLElement | null = null
  const click = (selector: string) => () => {
    const target = document.querySelector<HTMLElement>(selector)
    target?.click()
    return target !== null
  }
  const jump = () => {
    const lines = document.querySelector<HTMLElement>('[data-growing], [data-lines]')
    if (!lines) return false
    if (lines.contains(document.activeElement)) {
      const back = before?.isConnected ? before : desk() && openInputs(desk()!)[0]
      back?.focus()
    } else {
      before = document.activeElement as HTMLElement
      const cell = lines.querySelector<Input>('td input[type="text"]')
      if (cell) focusInput(cell)
    }
    return true
  }
  const viewer = () => {
    const pages = document.querySelector<HTMLElement>('[data-pages]')
    const inside = pages?.contains(document.activeElement)
    if (inside) current()?.focus()
    else pages?.focus()
    return pages !== null
  }
  const candidates = () => {
    const first = (document.activeElement as Element | null)
      ?.closest('[data-path]')
      ?.querySelector<HTMLElement>('[data-candidate], [data-completion]')
    first?.focus()
    return Boolean(first)
  }
  const commands: Readonly<Record<string, () => boolean>> = {
    'Ctrl+Enter': click('[data-approve]'),
    'Ctrl+KeyS': click('[data-save]'),
    'Ctrl+KeyZ': undo,
    'Ctrl+KeyY': redo,
    F1: click('[data-open-keys]'),
    F4: viewer,
    F8: click('[data-open-reject]'),
    F9: click('[data-open-postpone]'),
    'Shift+F9': click('[data-open-escalate]'),
    'Alt+KeyT': click('[data-open-reclassify]'),
    'Alt+Digit1': click('[data-guess="1"]'),
    'Alt+Digit2': click('[data-guess="2"]'),
    'Alt+Digit3': click('[data-guess="3"]'),
    'Alt+KeyR': click('[data-draw-table]'),
    'Alt+KeyL': jump,
    'Alt+KeyO': click('[data-form-order]'),
    'Alt+ArrowDown': () => row('down') || candidates(),
    'Alt+ArrowUp': () => row('up'),
    'Alt+PageDown': click('[data-next-document]'),
    'Alt+PageUp': click('[data-previous-document]'),
    'Alt+Insert': () => row('insert') || click('[data-add-line]')(),
    'Alt+Delete': () => row('strike'),
    'Alt+KeyC': () => row('duplicate'),
    'Alt+KeyJ': () => row('join'),
    'Alt+KeyK': () => row('split'),
    'Alt+KeyG': () => row('fill'),
    'Alt+Equal': () => row('third'),
  }
  return (event: KeyboardEvent): void => {
    if (document.querySelector('dialog[open]')) return
    const ctrl = event.ctrlKey || event.metaKey
    const typing = (event.target as Element).matches?.(TYPING)
    const key = `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`
    const command = key === 'Shift+Slash' && !typing ? commands.F1 : commands[key]
    if (command?.()) event.preventDefault()
  }
}
