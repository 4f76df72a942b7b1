import { LIKE, nameLikeness } from '../core/master-data/index.ts'
import { companies } from '../samples/catalogue/companies.ts'
import { createRandom } from '../samples/random.ts'

/** How well likeness tells a misread name from another company's: node --import ./cli/tsx-hook.ts bench/name-likeness.ts */
const TIMES = 20
const random = createRandom('name-likeness')
const names = [...new Set(Object.values(companies).flat())]

function misread(name: string, slips: number): string {
  const signs = [...name]
  for (let i = 0; i < slips; i++) {
    const at = random.int(0, signs.length - 1)
    const kind = random.pick(['other', 'lost', 'double'] as const)
    if (kind === 'other') signs[at] = random.pick(names).at(-1) ?? 'x'
    else signs.splice(at, kind === 'lost' ? 1 : 0, ...(kind === 'double' ? [signs[at] ?? ''] : []))
  }
  return signs.join('')
}

for (const slips of [0, 1, 2, 3]) {
  let [found, first, total, wrong] = [0, 0, 0, 0]
  for (const name of names)
    for (let i = 0; i < TIMES; i++) {
      const printed = misread(name, slips)
      const own = nameLikeness(printed, name)
      const other = Math.max(...names.filter((one) => one !== name).map((one) => nameLikeness(printed, one)))
      total++
      if (own >= LIKE) found++
      if (own >= LIKE && own > other) first++
      if (own < LIKE && other >= LIKE) wrong++
    }
  const share = (count: number) => `${((100 * count) / total).toFixed(1)} %`
  console.log(
    `${slips} slips, ${names.length} names: proposed ${share(found)}, alone at the top ${share(first)}, only another proposed ${share(wrong)}`,
  )
}
const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => nameLikeness(a, b)))
console.log(`${pairs.length} pairs of different companies: ${pairs.filter((score) => score >= LIKE).length} are alike at ${LIKE}`)
