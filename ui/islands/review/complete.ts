import type { Line, Word } from '../../../core/reading.ts'
import { holderOf, type Input } from './fields.ts'
import { readingOf } from './page-words.ts'
import type { Place } from './viewer.ts'
import { textsOfPage } from './words.ts'

const SHORTEST = 2 // one letter is on every page
const MOST = 5
const MOST_PAGES = 10
const PROSE: ReadonlySet<string> = new Set(['text', 'name', 'address'])

interface Completion {
  readonly text: string
  readonly place: Place
}

/** While a value is typed, what the page says that begins so. Choosing takes the words with their place, in the notation of the document. */
export function createCompletion(documentId: string, choose: (place: Place) => void) {
  let turn = 0
  return {
    async typed(input: Input): Promise<void> {
      const mine = ++turn
      const why = holderOf(input)?.querySelector('.field-why')
      const typed = input.value.trim()
      why?.querySelector('[data-completions]')?.remove()
      if (!why || typed.length < SHORTEST || input instanceof HTMLSelectElement || input.value === input.dataset.original) return
      const found = await completionsOf(documentId, typed, PROSE.has(input.dataset.kind ?? ''))
      if (mine !== turn || found.length === 0) return
      why.prepend(listOf(found, choose))
    },
  }
}

async function completionsOf(documentId: string, typed: string, prose: boolean): Promise<readonly Completion[]> {
  const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')].slice(0, MOST_PAGES).map(({ dataset }) => dataset.page ?? '')
  const found = new Map<string, Completion>()
  for (const page of pages) {
    const read = await readingOf(documentId, page)
    for (const line of read?.lines ?? [])
      for (const one of beginningWith(line, typed, prose, Number(page)))
        if (one.text !== typed && !found.has(one.text)) found.set(one.text, one)
    if (found.size >= MOST) break
  }
  return [...found.values()].slice(0, MOST)
}

/** Words of a line that begin as typed: as few as hold it; for prose also all of them up to the next wide gap. */
export function beginningWith(line: Pick<Line, 'words'>, typed: string, prose: boolean, page: number): readonly Completion[] {
  const wanted = typed.toLowerCase()
  return line.words.flatMap((_, from) => {
    let to = from
    let text = line.words[from]?.text ?? ''
    while (text.length < wanted.length && to + 1 < line.words.length) text += ` ${line.words[++to]?.text}`
    if (!text.toLowerCase().startsWith(wanted)) return []
    const long = prose ? lastBeforeGap(line.words, to) : to
    return [...new Set([to, long])].map((end) => completion(line.words.slice(from, end + 1), page))
  })
}

function lastBeforeGap(words: readonly Word[], from: number): number {
  let at = from
  for (; at + 1 < words.length; at++) {
    const [one, next] = [words[at]!.box, words[at + 1]!.box]
    if (next.x0 - one.x1 > 1.5 * (one.y1 - one.y0)) break
  }
  return at
}

function completion(words: readonly Word[], page: number): Completion {
  const boxes = words.map(({ box }) => box)
  // A hair inside of the words, so that a neighbour that touches them is not taken along.
  const [x0, x1] = [Math.min(...boxes.map((b) => b.x0)), Math.max(...boxes.map((b) => b.x1))]
  const [y0, y1] = [Math.min(...boxes.map((b) => b.y0)), Math.max(...boxes.map((b) => b.y1))]
  const [dx, dy] = [(x1 - x0) * 0.02, (y1 - y0) * 0.2]
  return { text: words.map(({ text }) => text).join(' '), place: { page, x0: x0 + dx, y0: y0 + dy, x1: x1 - dx, y1: y1 - dy } }
}

function listOf(found: readonly Completion[], choose: (place: Place) => void): HTMLElement {
  const list = document.createElement('p')
  list.className = 'candidates'
  list.dataset.completions = ''
  const title = document.createElement('span')
  title.className = 'candidates-title'
  title.textContent = `${textsOfPage().onThePage}:`
  list.append(title)
  for (const { text, place } of found) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'candidate'
    button.dataset.completion = ''
    button.dataset.box = `${place.page} ${place.x0} ${place.y0} ${place.x1} ${place.y1}`
    button.textContent = text
    button.addEventListener('click', () => choose(place))
    list.append(button)
  }
  return list
}
