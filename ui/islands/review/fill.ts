import type { Box } from '../../../core/geometry.ts'
import type { Language } from '../../language.ts'
import { documentTexts } from '../../texts/document.ts'
import { pageTexts } from '../../texts/page.ts'
import { type Printed, placeFrom, setPlace } from './cell-place.ts'
import { holderOf, type Input, pathOf, setValue } from './fields.ts'

export interface Region extends Box {
  readonly page: number
}

interface Pointed {
  readonly text: string
  readonly raw: string
  readonly evidence: Printed
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
    setValue(input, pointed.text)
    setPlace(input, placeFrom(pointed.evidence))
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
