import { type Span, textOf } from '../../../../core/extraction/labels/index.ts'
import type { ItemValue } from './item-value.ts'

interface Named {
  readonly name: ItemValue | null
  readonly description: ItemValue | null
}

const COLON = /\p{L}[^:]*:(?=\s|$)/u

/**
 * "Balloons: various colours", "Hot air (litres):": where every item has a colon, the program that printed them parts name and description by it.
 * One colon among several names, or the only item there is, may be part of a name.
 */
export function splitByColon<Item extends Named>(items: readonly Item[]): readonly Item[] {
  if (items.length < 2 || !items.every(({ name }) => name?.spans.some((span) => COLON.test(textOf(span))))) return items
  return items.map((item) => ({ ...item, ...splitName(item.name!, item.description) }))
}

function splitName(name: ItemValue, description: ItemValue | null): Named {
  const at = name.spans.findIndex((span) => COLON.test(textOf(span)))
  const span = name.spans[at]!
  const end = span.from + COLON.exec(textOf(span))![0].length
  const before = [...name.spans.slice(0, at), { ...span, to: end - 1 }]
  const after: readonly Span[] = [{ ...span, from: skipBlank(span, end) }, ...name.spans.slice(at + 1)].filter((s) => s.from < s.to)
  const colon = /:(?=\s|$)/.exec(name.value)?.index ?? name.value.length
  const rest = [name.value.slice(colon + 1).trim(), description?.value ?? ''].filter((text) => text !== '').join(' ')
  return {
    name: { value: name.value.slice(0, colon).trim(), spans: before },
    description: rest === '' ? null : { value: rest, spans: [...after, ...(description?.spans ?? [])] },
  }
}

function skipBlank({ line, to }: Span, from: number): number {
  return Math.min(to, from + /^\s*/.exec(line.text.slice(from, to))![0].length)
}
