import type { Picked, Place } from './viewer.ts'

const DRAG = 6 // pixels; less is a click with an unsteady hand

/** Clicks and drawn rectangles on pages. Fingers scroll, so only the mouse and the pen draw. */
export function pickOn(scroller: HTMLElement, pick: (picked: Picked) => void): void {
  let start: { readonly figure: HTMLElement; readonly x: number; readonly y: number } | null = null
  let drawn = false

  scroller.addEventListener('pointerdown', (event) => {
    const figure = (event.target as Element).closest<HTMLElement>('[data-page]')
    start = figure && event.button === 0 ? { figure, x: event.clientX, y: event.clientY } : null
    drawn = false
  })
  scroller.addEventListener('pointermove', (event) => {
    if (!start || event.pointerType === 'touch' || event.buttons !== 1) return
    drawn ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > DRAG
    if (drawn) outlineOf(start.figure)?.setAttribute('d', rectangle(placeOf(start.figure, start, { x: event.clientX, y: event.clientY })))
  })
  // Outside of the pane the rectangle ends as well.
  window.addEventListener('pointerup', (event) => {
    const from = start
    start = null
    if (!from) return
    const end = { x: event.clientX, y: event.clientY }
    outlineOf(from.figure)?.setAttribute('d', '')
    const keys = { extend: event.shiftKey, words: event.ctrlKey || event.metaKey }
    pick({ ...placeOf(from.figure, drawn ? from : end, end), drawn, ...keys })
  })
  window.addEventListener('pointercancel', () => {
    if (start) outlineOf(start.figure)?.setAttribute('d', '')
    start = null
  })
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Screen points as a region of the page in fractions, kept inside of it. */
function placeOf(figure: HTMLElement, a: Point, b: Point): Place {
  const frame = figure.getBoundingClientRect()
  const across = (x: number) => Math.min(1, Math.max(0, (x - frame.left) / frame.width))
  const down = (y: number) => Math.min(1, Math.max(0, (y - frame.top) / frame.height))
  return {
    page: Number(figure.dataset.page),
    x0: across(Math.min(a.x, b.x)),
    y0: down(Math.min(a.y, b.y)),
    x1: across(Math.max(a.x, b.x)),
    y1: down(Math.max(a.y, b.y)),
  }
}

function outlineOf(figure: HTMLElement): SVGPathElement | null {
  return figure.querySelector<SVGPathElement>('[data-drawn]')
}

function rectangle({ x0, y0, x1, y1 }: Place): string {
  return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
}
