import { plainVatId } from '../../../core/identifiers/index.ts'
import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Invoice, InvoiceParty } from '../schema.ts'

/** Seller and buyer are different, the seller is not us, the buyer is. */
export function partyRules(data: Invoice, context: RuleContext): readonly Outcome[] {
  const seller = taxIdsOf(data.seller)
  const buyer = taxIdsOf(data.buyer)
  const own = new Set(context.ownTaxIds.map(plainVatId))
  const outcomes: Outcome[] = []
  const same = seller.filter(([, id]) => buyer.some(([, other]) => other === id))
  if (same.length > 0)
    outcomes.push(
      found('PARTY-SAME', 'error', [...same.map(([key]) => `seller.${key}`), ...same.map(([key]) => `buyer.${key}`)], {
        en: 'Seller and buyer have the same tax id. One of them was read from the wrong place.',
        ru: 'У продавца и покупателя один и тот же налоговый номер. Один из них прочитан не оттуда.',
      }),
    )
  else if (seller.length > 0 && buyer.length > 0)
    outcomes.push(passed('PARTY-SAME', [...seller.map(([key]) => `seller.${key}`), ...buyer.map(([key]) => `buyer.${key}`)]))
  if (own.size === 0) return outcomes
  const ownSeller = seller.find(([, id]) => own.has(id))
  if (ownSeller)
    outcomes.push(
      found('PARTY-OWN-SELLER', 'error', [`seller.${ownSeller[0]}`], {
        en: 'The seller is your own organisation. Check who issued the document.',
        ru: 'Продавец: ваша собственная организация. Проверьте, кто выставил документ.',
      }),
    )
  const ownBuyer = buyer.find(([, id]) => own.has(id))
  if (ownBuyer) outcomes.push(passed('PARTY-OWN-BUYER', [`buyer.${ownBuyer[0]}`]))
  else if (buyer.length > 0)
    outcomes.push(
      found(
        'PARTY-OWN-BUYER',
        'warning',
        buyer.map(([key]) => `buyer.${key}`),
        {
          en: 'The buyer is none of your organisations. Check that the document is for you.',
          ru: 'Покупатель: не ваша организация. Проверьте, что документ предназначен вам.',
        },
      ),
    )
  return outcomes
}

/** Tax ids of a party in comparable form, with their keys. */
export function taxIdsOf(party: InvoiceParty): readonly (readonly ['inn' | 'vatId' | 'taxRegId' | 'legalId', string])[] {
  return (['inn', 'vatId', 'taxRegId', 'legalId'] as const).flatMap((key) =>
    party[key] === null ? [] : [[key, plainVatId(party[key])] as const],
  )
}

/** The id by which a seller is known again, null when it shows none. */
export function sellerKey(data: Invoice): string | null {
  return taxIdsOf(data.seller)[0]?.[1] ?? null
}
