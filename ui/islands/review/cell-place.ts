import type { Box } from '../../../core/geometry.ts'
import { holderOf, type Input, pathOf } from './fields.ts'

/** Where the text of an input stands on the page. `box` as in `data-box`; `pointed`: the JSON that goes out with the form, '' = nobody pointed at it. */
export interface CellPlace {
  readonly box: string
  readonly pointed: string
}

export const NO_PLACE: CellPlace = { box: '', pointed: '' }

/** As the server answers for what stands in a region. */
export type Printed = readonly { readonly page: number | null; readonly box: Box | null; readonly text: string }[]

export function placeFrom(evidence: Printed): CellPlace {
  const boxes = evidence.flatMap(({ page, box }) => (page && box ? [`${page} ${box.x0} ${box.y0} ${box.x1} ${box.y1}`] : []))
  return { box: boxes.join(';'), pointed: JSON.stringify(evidence) }
}

export function placeOn(input: Input): CellPlace {
  const holder = holderOf(input)
  return { box: holder?.dataset.box ?? '', pointed: holder?.querySelector<HTMLInputElement>('[data-pointed]')?.value ?? '' }
}

/** The place travels with the form in a hidden field, and the page shows it from now on. */
export function setPlace(input: Input, { box, pointed }: CellPlace): void {
  const holder = holderOf(input)
  if (!holder) return
  const known = holder.querySelector<HTMLInputElement>('[data-pointed]')
  if (pointed === '') known?.remove()
  else {
    const hidden = known ?? document.createElement('input')
    Object.assign(hidden, { type: 'hidden', name: `evidence:${pathOf(input)}`, value: pointed })
    hidden.dataset.pointed = ''
    if (!known) holder.append(hidden)
  }
  holder.dataset.box = box
}
