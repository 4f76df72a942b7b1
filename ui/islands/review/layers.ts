import { type BoxIndex, indexBoxes } from '../../../core/box-index.ts'
import type { Box } from '../../../core/geometry.ts'
import { type Read, readingOf, wordsOf } from './page-words.ts'
import { pointOn } from './sheet.ts'
import { textsOfPage } from './words.ts'

type Layer = 'words' | 'lines' | 'tables'

interface Mark {
  readonly box: Box
  readonly text: string
}

/** Shows what was read on the page: words, lines or table cells as boxes, and the text of the one under the pointer. Fetched when first asked for. */
export function layersOn(root: HTMLElement, scroller: HTMLElement): void {
  const bar = root.querySelector<HTMLElement>('[data-layers]')
  const caption = root.querySelector<HTMLElement>('[data-layer-text]')
  if (!bar || !caption) return
  const marks = new Map<HTMLElement, BoxIndex<Mark>>()
  let shown: Layer | null = null

  const draw = async (figure: HTMLElement) => {
    const layer = shown
    const page = layer && (await readingOf(bar.dataset.layers ?? '', figure.dataset.page ?? ''))
    if (layer !== shown) return
    if (layer && !page) caption.textContent = textsOfPage().layerMissing
    const shownMarks = layer && page ? marksOf(page, layer) : []
    marks.set(figure, indexBoxes(shownMarks))
    figure.querySelector('[data-layer-path]')?.setAttribute('d', shownMarks.map(({ box }) => outline(box)).join(''))
  }
  // Only pages in sight are fetched and drawn: a file may have hundreds.
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting && shown) void draw(target as HTMLElement)
    },
    { root: scroller, rootMargin: '50% 0px' },
  )
  const figures = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  for (const figure of figures) watcher.observe(figure)

  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-layer]'))
    button.addEventListener('click', () => {
      const layer = button.dataset.layer as Layer
      shown = shown === layer ? null : layer
      for (const other of bar.querySelectorAll('[data-layer]'))
        other.setAttribute('aria-pressed', String(other === button && shown !== null))
      caption.hidden = shown === null
      caption.textContent = ''
      for (const figure of figures) {
        watcher.unobserve(figure)
        if (shown) watcher.observe(figure)
        else void draw(figure)
      }
    })
  scroller.addEventListener('pointermove', (event) => {
    if (!shown) return
    const figure = (event.target as Element).closest<HTMLElement>('[data-page]')
    if (!figure) return
    const { x, y } = pointOn(figure, { x: event.clientX, y: event.clientY })
    const under = marks.get(figure)?.at(x, y)
    if (under) caption.textContent = under.text
  })
}

function marksOf(read: Read, layer: Layer): readonly Mark[] {
  if (layer === 'lines') return read.lines
  if (layer === 'tables') return read.tables.flatMap((table) => table.cells)
  return wordsOf(read)
}

function outline({ x0, y0, x1, y1 }: Box): string {
  return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
}
