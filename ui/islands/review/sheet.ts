import type { Box } from '../../../core/geometry.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The paper of a page: remarks about it stand in the same figure, below. */
export function sheetOf(figure: Element): HTMLElement {
  return figure.querySelector<HTMLElement>('[data-sheet]') ?? (figure as HTMLElement)
}

/** A point of the screen in fractions of the page, kept inside of it, whichever way the page is turned. */
export function pointOn(figure: Element, { x, y }: Point): Point {
  const sheet = sheetOf(figure)
  const frame = sheet.getBoundingClientRect()
  const within = (share: number) => Math.min(1, Math.max(0, share))
  const [u, v] = [within((x - frame.left) / frame.width), within((y - frame.top) / frame.height)]
  const turn = Number(sheet.dataset.turned ?? 0)
  if (turn === 90) return { x: v, y: 1 - u }
  if (turn === 180) return { x: 1 - u, y: 1 - v }
  if (turn === 270) return { x: 1 - v, y: u }
  return { x: u, y: v }
}

/** Where a part of the page stands on the screen, in CSS pixels from the top left corner of the window. */
export function onScreen(figure: Element, { x0, y0, x1, y1 }: Box): Box {
  const sheet = sheetOf(figure)
  const { left, top, width, height } = sheet.getBoundingClientRect()
  const turn = Number(sheet.dataset.turned ?? 0)
  const [u0, v0, u1, v1] =
    turn === 90
      ? [1 - y1, x0, 1 - y0, x1]
      : turn === 180
        ? [1 - x1, 1 - y1, 1 - x0, 1 - y0]
        : turn === 270
          ? [y0, 1 - x1, y1, 1 - x0]
          : [x0, y0, x1, y1]
  return { x0: left + u0 * width, y0: top + v0 * height, x1: left + u1 * width, y1: top + v1 * height }
}
