import type { Box } from '../../../core/geometry.ts'
import type { Language } from '../../language.ts'
import { documentTexts } from '../../texts/document.ts'
import { pageTexts } from '../../texts/page.ts'
import { holderOf, type Input, pathOf } from './fields.ts'

export interface Region extends Box {
  readonly page: number
}

interface Pointed {
  readonly text: string
  readonly raw: string
  readonly evidence: readonly { readonly page: number | null; readonly box: Box | null; readonly text: string }[]
}

/** Puts what is printed in a region into a field, with its place. Returns what to tell the reviewer; the field stays as it is when nothing fits. */
export async function fillFrom(
  documentId: string,
  region: Region,
  input: Input,
): Promise<{ readonly filled: boolean; readonly text: string }> {
  const t = documentTexts(document.documentElement.lang as Language)
  const ofPage = pageTexts(document.documentElement.lang as Language)
  const { page, ...box } = region
  const query = new URLSearchParams({ path: pathOf(input), ...Object.fromEntries(Object.entries(box).map(([k, v]) => [k, String(v)])) })
  try {
    const response = await fetch(`/api/v1/documents/${documentId}/pages/${page}/value?${query}`)
    if (!response.ok) return { filled: false, text: ofPage.nothingThere }
    const pointed = (await response.json()) as Pointed
    input.value = pointed.text
    remember(input, pointed)
    return { filled: true, text: pointed.raw === pointed.text ? '' : `${t.raw}: «${pointed.raw}»` }
  } catch {
    return { filled: false, text: ofPage.nothingThere }
  }
}

/** Typing something new over a filled field gives up the place; mending a letter of it does not. */
export function forgetReplaced(input: Input): void {
  const hidden = holderOf(input)?.querySelector('[data-pointed]')
  if (hidden && input.value.length < 2) hidden.remove()
}

/** The place travels with the form in a hidden field, and the page shows it from now on. */
function remember(input: Input, { evidence }: Pointed): void {
  const holder = holderOf(input)
  if (!holder) return
  const name = `evidence:${pathOf(input)}`
  const known = holder.querySelector<HTMLInputElement>('[data-pointed]')
  const hidden = known ?? document.createElement('input')
  Object.assign(hidden, { type: 'hidden', name, value: JSON.stringify(evidence) })
  hidden.dataset.pointed = ''
  if (!known) holder.append(hidden)
  holder.dataset.box = evidence
    .flatMap(({ page, box }) => (page && box ? [`${page} ${box.x0} ${box.y0} ${box.x1} ${box.y1}`] : []))
    .join(';')
}
