import type { Language } from '../../language.ts'
import { documentTexts } from '../../texts/document.ts'

export function language(): Language {
  return document.documentElement.lang as Language
}

export function texts() {
  return documentTexts(language())
}

/** The one line beside the buttons that tells what is saved and what went wrong. */
export function say(text: string, bad = false): void {
  const state = document.querySelector<HTMLElement>('[data-save-state]')
  if (!state) return
  state.textContent = text
  state.classList.toggle('bad', bad)
}
