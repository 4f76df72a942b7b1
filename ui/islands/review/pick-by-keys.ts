import type { Word } from '../../../core/reading.ts'
import { readingOf, wordsOf } from './page-words.ts'
import { onScreen, pageInSight } from './sheet.ts'
import type { Picked } from './viewer.ts'

const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The keyboard's way to point at the page (WCAG 2.5.7): arrows choose a word, Shift+arrows take in more, Enter fills the field. */
export function pickByKeys(root: HTMLElement, scroller: HTMLElement, pick: (picked: Picked) => void): void {
  const documentId = root.querySelector<HTMLElement>('[data-layers]')?.dataset.layers ?? ''
  let at: { readonly figure: HTMLElement; readonly words: readonly Word[]; from: Word; to: Word } | null = null

  const begin = async () => {
    const figure = pageInSight(scroller)
    const read = figure && (await readingOf(documentId, figure.dataset.page ?? ''))
    const words = read ? wordsOf(read) : []
    const first = words[0]
    if (!figure || !first) return
    at = { figure, words, from: first, to: first }
    draw()
  }
  const draw = () => {
    for (const path of scroller.querySelectorAll('[data-drawn]')) path.setAttribute('d', '')
    if (!at) return
    const { x0, y0, x1, y1 } = span(at.from, at.to)
    at.figure.querySelector('[data-drawn]')?.setAttribute('d', `M${x0} ${y0}H${x1}V${y1}H${x0}Z`)
    const caption = root.querySelector<HTMLElement>('[data-layer-text]')
    if (caption) {
      caption.hidden = false
      caption.textContent = at.from === at.to ? at.to.text : `${at.from.text} … ${at.to.text}`
    }
    const { x0: left, y0: top } = onScreen(at.figure, { x0, y0, x1, y1 })
    const seen = scroller.getBoundingClientRect()
    if (top < seen.top + 20 || top > seen.bottom - 40) scroller.scrollBy({ top: top - seen.top - seen.height / 2 })
    if (left < seen.left || left > seen.right - 40) scroller.scrollBy({ left: left - seen.left - seen.width / 2 })
  }
  scroller.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEPS[event.code]
    if (step) {
      event.preventDefault()
      if (!at) return void begin()
      const next = nearest(at.words, at.to, step)
      if (!next) return
      at.to = next
      if (!event.shiftKey) at.from = next
      draw()
    } else if (event.code === 'Enter' && at) {
      event.preventDefault()
      pick({ page: Number(at.figure.dataset.page), ...inset(at.from, at.to), drawn: true, extend: false, words: true })
    } else if (event.code === 'Space' && at && scroller.classList.contains('drawing')) {
      // The left edge of the word parts two columns, as a click would.
      event.preventDefault()
      const { x0, y0 } = at.to.box
      pick({ page: Number(at.figure.dataset.page), x0, x1: x0, y0, y1: y0, drawn: false, extend: false, words: true })
    } else if (event.code === 'PageDown' || event.code === 'PageUp') at = null
  })
  scroller.addEventListener('focusout', () => {
    at = null
    draw()
  })
}

function span(a: Word, b: Word) {
  return {
    x0: Math.min(a.box.x0, b.box.x0),
    y0: Math.min(a.box.y0, b.box.y0),
    x1: Math.max(a.box.x1, b.box.x1),
    y1: Math.max(a.box.y1, b.box.y1),
  }
}

/** A hair smaller, so that a neighbour whose box touches this one is not taken along; by the size of a word, since the span may hold many lines. */
function inset(a: Word, b: Word): ReturnType<typeof span> {
  const { x0, y0, x1, y1 } = span(a, b)
  const least = (from: 'x0' | 'y0', to: 'x1' | 'y1') => Math.min(a.box[to] - a.box[from], b.box[to] - b.box[from])
  const [dx, dy] = [least('x0', 'x1') * 0.05, least('y0', 'y1') * 0.2]
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 - dx, y1: y1 - dy }
}

/** The next word in a direction: what lies straight ahead counts three times as near as what lies aside. */
function nearest(words: readonly Word[], from: Word, [across, down]: readonly [number, number]): Word | null {
  const middle = ({ box }: Word) => ({ x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 })
  const here = middle(from)
  const height = from.box.y1 - from.box.y0
  let best: { readonly word: Word; readonly far: number } | null = null
  for (const word of words) {
    if (word === from) continue
    const { x, y } = middle(word)
    const ahead = across * (x - here.x) + down * (y - here.y)
    const aside = Math.abs(down * (x - here.x)) + Math.abs(across * (y - here.y))
    if (ahead <= (down ? height / 2 : 0) || (across && aside > height)) continue
    const far = ahead + (down ? aside / 3 : aside * 3)
    if (!best || far < best.far) best = { word, far }
  }
  return best?.word ?? null
}
