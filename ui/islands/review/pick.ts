import { type Point, pointOn } from './sheet.ts'
import type { Picked, Place } from './viewer.ts'

const DRAG = 6 // pixels; less is a click with an unsteady hand

/** Clicks and drawn rectangles on pages. Fingers scroll, so only the mouse and the pen draw. */
export function pickOn(scroller: HTMLElement, pick: (picked: Picked) => void): void {
  // The corner is kept as a place of the page: a page that moves under the pointer takes it along.
  let start: { readonly figure: HTMLElement; readonly pressed: Point; readonly corner: Point } | null = null
  let drawn = false

  scroller.addEventListener('pointerdown', (event) => {
    const figure = (event.target as Element).closest<HTMLElement>('[data-page]')
    const pressed = { x: event.clientX, y: event.clientY }
    start = figure && event.button === 0 ? { figure, pressed, corner: pointOn(figure, pressed) } : null
    drawn = false
  })
  scroller.addEventListener('pointermove', (event) => {
    if (!start || event.pointerType === 'touch' || event.buttons !== 1) return
    const at = { x: event.clientX, y: event.clientY }
    drawn ||= Math.hypot(at.x - start.pressed.x, at.y - start.pressed.y) > DRAG
    if (drawn) outlineOf(start.figure)?.setAttribute('d', rectangle(between(start.corner, pointOn(start.figure, at))))
  })
  // Outside of the pane the rectangle ends as well.
  window.addEventListener('pointerup', (event) => {
    const from = start
    start = null
    if (!from) return
    const end = pointOn(from.figure, { x: event.clientX, y: event.clientY })
    outlineOf(from.figure)?.setAttribute('d', '')
    const keys = { extend: event.shiftKey, words: event.ctrlKey || event.metaKey }
    pick({ page: Number(from.figure.dataset.page), ...between(drawn ? from.corner : end, end), drawn, ...keys })
  })
  window.addEventListener('pointercancel', () => {
    if (start) outlineOf(start.figure)?.setAttribute('d', '')
    start = null
  })
}

/** Tells once a frame which point of which page the pointer is over; null = it has left, or draws. */
export function hoverOn(scroller: HTMLElement, hover: (place: Place | null) => void): void {
  let last: PointerEvent | null = null
  let waits = false
  const tell = () => {
    waits = false
    const figure = last && (last.target as Element).closest<HTMLElement>('[data-page]')
    if (!last || !figure || last.buttons !== 0) return hover(null)
    const { x, y } = pointOn(figure, { x: last.clientX, y: last.clientY })
    hover({ page: Number(figure.dataset.page), x0: x, y0: y, x1: x, y1: y })
  }
  const moved = (event: PointerEvent | null) => {
    last = event
    if (!waits) requestAnimationFrame(tell)
    waits = true
  }
  scroller.addEventListener('pointermove', moved)
  scroller.addEventListener('pointerleave', () => moved(null))
}

function between(a: Point, b: Point): Omit<Place, 'page'> {
  return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) }
}

function outlineOf(figure: HTMLElement): SVGPathElement | null {
  return figure.querySelector<SVGPathElement>('[data-drawn]')
}

function rectangle({ x0, y0, x1, y1 }: Omit<Place, 'page'>): string {
  return `M${x0} ${y0}H${x1}V${y1}H${x0}Z`
}
