import type { Language } from '../../language.ts'
import { deskTexts } from '../../texts/desk.ts'
import { documentTexts } from '../../texts/document.ts'
import { pageTexts } from '../../texts/page.ts'

export function language(): Language {
  return document.documentElement.lang as Language
}

export function texts() {
  return documentTexts(language())
}

export function textsAtDesk() {
  return deskTexts(language())
}

export function textsOfPage() {
  return pageTexts(language())
}

/** The one line beside the buttons that tells what is saved and what went wrong. */
export function say(text: string, bad = false): void {
  const state = document.querySelector<HTMLElement>('[data-save-state]')
  if (!state) return
  state.textContent = text
  state.classList.toggle('bad', bad)
}
