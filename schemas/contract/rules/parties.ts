import { foldNumber, validInn, validOgrn } from '../../../core/identifiers/index.ts'
import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { Contract } from '../schema.ts'

/** A contract has two different parties; their numbers have valid check digits. */
export function partyRules({ parties }: Contract): readonly Outcome[] {
  return [...different(parties), ...parties.flatMap((party, i) => numbers(party, i))]
}

function different(parties: Contract['parties']): readonly Outcome[] {
  const outcomes: Outcome[] = []
  for (const [i, one] of parties.entries())
    for (const [j, other] of parties.entries()) {
      if (j <= i) continue
      for (const key of ['name', 'inn'] as const) {
        const [a, b] = [one[key], other[key]]
        if (a === null || b === null) continue
        const fields = [`parties[${i}].${key}`, `parties[${j}].${key}`]
        outcomes.push(same(a, b) ? found('CONTRACT-PARTIES', 'error', fields, SAME) : passed('CONTRACT-PARTIES', fields))
      }
    }
  return outcomes
}

/** Case, quotes and spaces make no other firm. */
function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => foldNumber(text.replace(/[^\p{L}\p{N}]/gu, '')))
  return x === y
}

const SAME = {
  en: 'Two parties of the contract are the same. Check who agrees with whom.',
  ru: 'Две стороны договора совпадают. Проверьте, кто с кем его заключает.',
}

function numbers({ inn, ogrn }: Contract['parties'][number], i: number): readonly Outcome[] {
  const check = (key: 'inn' | 'ogrn', value: string | null, valid: boolean): readonly Outcome[] => {
    if (value === null) return []
    const fields = [`parties[${i}].${key}`]
    if (valid) return [passed('CHECK-DIGITS', fields)]
    return [
      found('CHECK-DIGITS', 'error', fields, {
        en: 'The check digits of this number are wrong. Compare it with the page.',
        ru: 'Контрольные цифры этого номера не сходятся. Сверьте его со страницей.',
      }),
    ]
  }
  return [...check('inn', inn, inn !== null && validInn(inn)), ...check('ogrn', ogrn, ogrn !== null && validOgrn(ogrn))]
}
