import { dec, sum } from '../../../core/rules/index.ts'
import type { XmlElement } from '../../../core/xml.ts'
import { type Collector, money } from './collect.ts'

/** Writes the sum of the amounts; nothing where there are none. */
export function total(out: Collector, path: string, amounts: readonly XmlElement[]): void {
  const values = amounts.flatMap((element) => {
    const value = money(element)
    const number = typeof value === 'string' ? dec(value) : null
    return number ? [number] : []
  })
  if (values.length > 0) out.putValue(path, sum(values).toFixed(2), amounts)
}
