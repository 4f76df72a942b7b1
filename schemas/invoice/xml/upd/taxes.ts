import { dec, sum } from '../../../../core/rules/index.ts'
import type { XmlElement } from '../../../../core/xml.ts'
import { type Collector, money, one } from '../collect.ts'
import { attribute } from './attribute.ts'
import { isCalculated, rateCategory, rateValue } from './rate.ts'

/** The format has no breakdown by rate: it follows from the lines. A sum is given only where every line of the rate has the amount. */
export function readUpdTaxes(out: Collector, lines: readonly XmlElement[]): void {
  const groups = Map.groupBy(
    lines.filter((line) => attribute(line, 'НалСт')),
    (line) => attribute(line, 'НалСт')!.text,
  )
  ;[...groups.values()].forEach((group, i) => {
    const rate = attribute(group[0], 'НалСт')!
    out.put(`taxes[${i}].category`, rate, rateCategory)
    out.put(`taxes[${i}].rate`, rate, rateValue)
    if (!isCalculated(rate))
      putSum(
        out,
        `taxes[${i}].base`,
        group.map((line) => attribute(line, 'СтТовБезНДС')),
      )
    putSum(
      out,
      `taxes[${i}].amount`,
      group.map((line) => one(line, 'СумНал/СумНал')),
    )
    if (rateValue(rate) === null) out.put(`taxes[${i}].exemptionReason`, rate)
  })
}

function putSum(out: Collector, path: string, amounts: readonly (XmlElement | undefined)[]): void {
  const there = amounts.flatMap((amount) => amount ?? [])
  const values = there.flatMap((amount) => {
    const value = money(amount)
    return typeof value === 'string' ? [dec(value)] : []
  })
  if (values.length > 0 && values.length === amounts.length) out.putValue(path, sum(values).toFixed(2), there)
}
