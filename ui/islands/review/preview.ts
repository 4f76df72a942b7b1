import type { ValueKind } from '../../../core/field.ts'
import { present, readTyped } from '../../views/present.ts'
import { holderOf, type Input, isChanged } from './fields.ts'
import { language, texts } from './words.ts'

const READ: ReadonlySet<string> = new Set(['money', 'decimal', 'rate', 'date'])

/** «1.234,56» is read as 1234.56: told while it is typed, by the very function that reads it on the server. */
export function showPreview(input: Input): void {
  const kind = input.dataset.kind as ValueKind | undefined
  const holder = holderOf(input)
  const known = holder?.querySelector<HTMLElement>('.field-preview')
  if (!holder || !kind || !READ.has(kind) || !isChanged(input) || input.value.trim() === '') {
    known?.remove()
    return
  }
  const note = known ?? document.createElement('p')
  note.className = 'field-preview'
  const text = previewOf(input.value, kind)
  note.classList.toggle('bad', text.bad)
  note.textContent = text.text
  if (text.text === '') note.remove()
  else if (!known) (holder.querySelector('.field-why') ?? holder).append(note)
}

/** Nothing to tell while what is typed is what will stand there. */
function previewOf(typed: string, kind: ValueKind): { readonly text: string; readonly bad: boolean } {
  const t = texts()
  const read = readTyped(typed, kind, language())
  if (read.kind === 'invalid') return { text: t.invalidHint[kind as keyof typeof t.invalidHint] ?? t.invalidHint.other, bad: true }
  const shown = present(read.value, kind, language())
  return shown === typed.trim() ? { text: '', bad: false } : { text: `${t.becomes} ${shown}`, bad: false }
}
