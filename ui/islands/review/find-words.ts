import { type Box, boundingBox } from '../../../core/geometry.ts'
import { plural } from '../../language.ts'
import { type Read, readingOf } from './page-words.ts'
import type { Place } from './viewer.ts'
import { language, textsOfPage } from './words.ts'

const PAUSE_MS = 250 // after the last key
const LEAST = 2 // characters: one letter stands everywhere, and every page would be fetched for it

/** Marks what is looked for on every page, page by page as they come; Enter goes to the next place, Shift+Enter back, Escape clears. `/` on the page leads here. */
export function findWordsOn(root: HTMLElement, scroller: HTMLElement, reveal: (place: Place) => void): void {
  const bar = root.querySelector<HTMLElement>('[data-find]')
  const input = bar?.querySelector('input')
  const count = bar?.querySelector<HTMLElement>('[data-find-count]')
  if (!bar || !input || !count) return
  let places: Place[] = []
  let at = -1
  let turn = 0
  let waits: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    const mine = ++turn
    const wanted = fold(input.value)
    places = []
    at = -1
    count.textContent = ''
    for (const path of scroller.querySelectorAll('[data-find-path]')) path.setAttribute('d', '')
    if (wanted.length < LEAST) {
      if (wanted !== '') count.textContent = textsOfPage().findLonger
      return
    }
    for (const figure of scroller.querySelectorAll<HTMLElement>('[data-page]')) {
      const read = await readingOf(bar.dataset.find ?? '', figure.dataset.page ?? '')
      if (mine !== turn) return
      const found = read ? placesIn(read, wanted) : []
      figure.querySelector('[data-find-path]')?.setAttribute('d', found.map(outline).join(''))
      places.push(...found.map((box) => ({ page: Number(figure.dataset.page), ...box })))
      if (at < 0 && places.length > 0) go(1)
      count.textContent = places.length === 0 ? '' : plural(language(), places.length, textsOfPage().foundWords)
    }
    if (places.length === 0) count.textContent = textsOfPage().noWordsFound
  }
  const go = (step: number) => {
    if (places.length === 0) return
    at = (at + step + places.length) % places.length
    reveal(places[at]!)
  }
  input.addEventListener('input', () => {
    clearTimeout(waits)
    waits = setTimeout(() => void look(), PAUSE_MS)
  })
  input.addEventListener('keydown', (event) => {
    if (event.code === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.code === 'Escape') {
      input.value = ''
      void look()
      scroller.focus()
    } else return
    event.preventDefault()
  })
  scroller.addEventListener('keydown', (event) => {
    if (event.code !== 'Slash' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    input.focus()
  })
}

/** The words of a line in which the text stands, as one box; a text may go over several words. */
function placesIn({ lines }: Read, wanted: string): readonly Box[] {
  return lines.flatMap(({ words }) => {
    const spans = words.map(({ text }) => fold(text))
    let length = 0
    const starts = spans.map((text) => {
      const start = length
      length += text.length + 1
      return start
    })
    const line = spans.join(' ')
    const boxes: Box[] = []
    for (let from = line.indexOf(wanted); from >= 0; from = line.indexOf(wanted, from + wanted.length)) {
      const hit = words.filter((_, i) => starts[i]! < from + wanted.length && starts[i]! + spans[i]!.length > from).map(({ box }) => box)
      if (hit.length > 0) boxes.push(boundingBox(hit))
    }
    return boxes
  })
}

function fold(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}

function outline({ x0, y0, x1, y1 }: Box): string {
  return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
}
