import type { Place } from './viewer.ts'

const NEAR = 0.008 // of the page's width: a click so near to a guide takes it away

/** Where a person says that the columns of a table part: lines down the page, set and taken away by a click. */
export function createGuides(scroller: HTMLElement | null) {
  let page = 0
  let at: readonly number[] = []

  const draw = () => {
    for (const path of scroller?.querySelectorAll('[data-guides]') ?? []) {
      const isHere = Number(path.closest<HTMLElement>('[data-page]')?.dataset.page) === page
      path.setAttribute('d', isHere ? at.map((x) => `M${x} 0V1`).join('') : '')
    }
  }
  return {
    /** Those of a page, as shares of its width from left to right. */
    on: (asked: number): readonly number[] => (asked === page ? at.toSorted((a, b) => a - b) : []),
    toggle(place: Place): void {
      const kept = place.page === page ? at : []
      const others = kept.filter((x) => Math.abs(x - place.x0) > NEAR)
      page = place.page
      at = others.length < kept.length ? others : [...kept, place.x0]
      draw()
    },
    clear(): void {
      at = []
      draw()
    },
  }
}
