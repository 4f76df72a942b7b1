import { focusInput, holderOf, type Input, inputsOf } from './fields.ts'
import { fillFrom } from './fill.ts'
import { type Picked, type Place, placesOf } from './viewer.ts'

const NEAR = 0.004 // page fractions a click may miss a box by

interface Desk {
  desk(): HTMLFormElement | null
  filled(desk: HTMLFormElement, input: Input): void
  /** Tells the reviewer what came of it; an empty text means nothing special. */
  say(text: string, bad: boolean): void
}

/** Pointing at the page: a click on a field's box goes to the field, anything else fills the field that had the focus last. */
export function createPointing({ desk, filled, say }: Desk) {
  let current: Input | null = null
  let last: Place | null = null

  const fill = async (form: HTMLFormElement, input: Input, picked: Picked) => {
    const { page, x0, y0, x1, y1 } = picked.extend && last?.page === picked.page ? unionOf(last, picked) : picked
    const region = { page, x0, y0, x1, y1 }
    const answer = await fillFrom(form.dataset.review ?? '', region, input)
    if (answer.filled) {
      last = region
      filled(form, input)
      focusInput(input)
    }
    say(answer.text, !answer.filled)
  }
  return {
    /** The field that would be filled. */
    current: () => current,
    focused(input: Input) {
      if (input !== current) last = null
      current = input
    },
    /** Marks the field whose box is under the pointer; null = none is. */
    hovered(place: Place | null) {
      const form = desk()
      const input = form && place ? fieldUnder(form, place) : null
      for (const marked of form?.querySelectorAll('.pointed') ?? []) marked.classList.remove('pointed')
      if (input) holderOf(input)?.classList.add('pointed')
    },
    pick(picked: Picked) {
      const form = desk()
      if (!form) return
      const field = picked.drawn || picked.words || picked.extend ? null : fieldUnder(form, picked)
      if (field) focusInput(field)
      else if (form.dataset.editable !== undefined && current?.isConnected) void fill(form, current, picked)
    },
  }
}

/** The smallest box under the click wins: a cell, not its table. */
function fieldUnder(form: HTMLFormElement, { page, x0: x, y0: y }: Place): Input | null {
  const under = (p: Place) => p.page === page && x >= p.x0 - NEAR && x <= p.x1 + NEAR && y >= p.y0 - NEAR && y <= p.y1 + NEAR
  const hits = inputsOf(form).flatMap((input) =>
    placesOf(holderOf(input))
      .filter(under)
      .map((p) => ({ input, size: (p.x1 - p.x0) * (p.y1 - p.y0) })),
  )
  return hits.toSorted((a, b) => a.size - b.size)[0]?.input ?? null
}

function unionOf(a: Place, b: Place): Place {
  return { page: a.page, x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) }
}
