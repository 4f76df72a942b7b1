import { plainVatId } from '../../../core/identifiers/index.ts'
import { supplierNameKey } from '../../../core/memory/index.ts'
import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import { taxIdsOf } from '../../shared/trade/rules/parties.ts'
import type { Act } from '../schema.ts'

/** An act has two sides, and one of them is the organisation itself: as customer, or as executor of an act that came back signed. */
export function actParties({ seller, buyer }: Act, { ownTaxIds }: RuleContext): readonly Outcome[] {
  const outcomes: Outcome[] = []
  const names = [seller.name, buyer.name].map((name) => (name === null ? null : supplierNameKey(name)))
  if (names[0] && names[0] === names[1])
    outcomes.push(
      found('ACT-SAME-NAME', 'error', ['seller.name', 'buyer.name'], {
        en: 'Executor and customer have the same name. One of them was read from the wrong place.',
        ru: 'Исполнитель и заказчик названы одинаково. Один из них прочитан не оттуда.',
      }),
    )
  const own = new Set(ownTaxIds.map(plainVatId))
  const ids = (['seller', 'buyer'] as const).flatMap((side) =>
    taxIdsOf(side === 'seller' ? seller : buyer).map(([key, id]) => [`${side}.${key}`, id] as const),
  )
  if (own.size === 0 || ids.length === 0) return outcomes
  const ours = ids.find(([, id]) => own.has(id))
  if (ours) return [...outcomes, passed('ACT-OWN', [ours[0]])]
  return [
    ...outcomes,
    found(
      'ACT-OWN',
      'warning',
      ids.map(([path]) => path),
      {
        en: 'Neither executor nor customer is one of your organisations. Check that the act is for you.',
        ru: 'Ни исполнитель, ни заказчик не относятся к вашим организациям. Проверьте, что акт предназначен вам.',
      },
    ),
  ]
}
