import type { Box } from '../../../core/geometry.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The paper of a page: remarks about it stand in the same figure, below. */
export function sheetOf(figure: Element): HTMLElement {
  return figure.querySelector<HTMLElement>('[data-sheet]') ?? (figure as HTMLElement)
}

/** The angle at which the reviewer has put the paper, in degrees clockwise: quarters for all pages, and the slant of this one. */
function angleOf(sheet: HTMLElement): number {
  return Number(sheet.dataset.turned ?? 0) + slantOf(sheet)
}

/** The fine part of the angle, in degrees clockwise. */
export function slantOf(sheet: HTMLElement): number {
  return Number(sheet.dataset.slant ?? 0)
}

export function rotate(sheet: HTMLElement): void {
  const angle = angleOf(sheet)
  sheet.style.rotate = angle === 0 ? '' : `${angle}deg`
}

/** A point of the screen in fractions of the page, kept inside of it, at whichever angle the page lies. */
export function pointOn(figure: Element, { x, y }: Point): Point {
  const sheet = sheetOf(figure)
  const middle = middleOf(sheet)
  const on = turned({ x: x - middle.x, y: y - middle.y }, -angleOf(sheet))
  const within = (share: number) => Math.min(1, Math.max(0, share))
  return { x: within(on.x / sheet.offsetWidth + 0.5), y: within(on.y / sheet.offsetHeight + 0.5) }
}

/** Where a part of the page stands on the screen, in CSS pixels from the top left corner of the window; of a slanted page the box around it. */
export function onScreen(figure: Element, { x0, y0, x1, y1 }: Box): Box {
  const sheet = sheetOf(figure)
  const middle = middleOf(sheet)
  const corners = [x0, x1].flatMap((u) =>
    [y0, y1].map((v) => turned({ x: (u - 0.5) * sheet.offsetWidth, y: (v - 0.5) * sheet.offsetHeight }, angleOf(sheet))),
  )
  const [across, down] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return {
    x0: middle.x + Math.min(...across),
    y0: middle.y + Math.min(...down),
    x1: middle.x + Math.max(...across),
    y1: middle.y + Math.max(...down),
  }
}

/** The paper is turned about its middle, so that stays where the box around it has its own. */
function middleOf(sheet: HTMLElement): Point {
  const { left, top, width, height } = sheet.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/** Clockwise about the origin; y goes down. */
function turned({ x, y }: Point, degrees: number): Point {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}

/** The page that fills most of what can be seen. */
export function pageInSight(scroller: HTMLElement): HTMLElement | null {
  const { top, height } = scroller.getBoundingClientRect()
  const pages = [...scroller.querySelectorAll<HTMLElement>('[data-page]')]
  return pages.find((page) => page.getBoundingClientRect().bottom > top + height / 3) ?? pages[0] ?? null
}
