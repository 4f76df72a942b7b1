import { type DeskCommand, keysWith } from '../../views/desk-keys.ts'
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
 * Keys that work from anywhere on the page (views/desk-keys.ts, and what the person has put elsewhere). Never bound: Ctrl+Alt (AltGr), Ctrl+Shift and
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
  const commands: Readonly<Record<DeskCommand, () => boolean>> = {
    approve: click('[data-approve]'),
    save: click('[data-save]'),
    undo,
    redo,
    sheet: click('[data-open-keys]'),
    viewer,
    reject: click('[data-open-reject]'),
    postpone: click('[data-open-postpone]'),
    escalate: click('[data-open-escalate]'),
    reclassify: click('[data-open-reclassify]'),
    firstGuess: click('[data-guess="1"]'),
    secondGuess: click('[data-guess="2"]'),
    thirdGuess: click('[data-guess="3"]'),
    readTable: click('[data-draw-table]'),
    lines: jump,
    formOrder: click('[data-form-order]'),
    nextDocument: click('[data-next-document]'),
    previousDocument: click('[data-previous-document]'),
    insertLine: () => row('insert') || click('[data-add-line]')(),
    strikeLine: () => row('strike'),
    duplicateLine: () => row('duplicate'),
    joinLines: () => row('join'),
    splitLine: () => row('split'),
    fillDown: () => row('fill'),
    third: () => row('third'),
  }
  const own = JSON.parse(document.querySelector<HTMLElement>('[data-own-keys]')?.dataset.ownKeys ?? '{}') as Record<string, string>
  const bound = new Map<string, () => boolean>([
    ['Alt+ArrowDown', () => row('down') || candidates()],
    ['Alt+ArrowUp', () => row('up')],
    ...Object.entries(keysWith(own)).map(([command, key]) => [key, commands[command as DeskCommand]] as const),
  ])
  return (event: KeyboardEvent): void => {
    if (document.querySelector('dialog[open]')) return
    const ctrl = event.ctrlKey || event.metaKey
    const typing = (event.target as Element).matches?.(TYPING)
    const key = `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`
    const command = key === 'Shift+Slash' && !typing ? commands.sheet : bound.get(key)
    if (command?.()) event.preventDefault()
  }
}
