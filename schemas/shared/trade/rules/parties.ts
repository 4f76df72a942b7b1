import { plainVatId } from '../../../../core/identifiers/index.ts'
import { supplierNameKey } from '../../../../core/memory/index.ts'
import { found, type Outcome, passed } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper, TradeParty } from '../schema.ts'

/** Seller and buyer are different, the seller is not us, the buyer is. */
export function partyRules(data: TradePaper, context: RuleContext): readonly Outcome[] {
  const seller = taxIdsOf(data.seller)
  const buyer = taxIdsOf(data.buyer)
  const own = new Set(context.ownTaxIds.map(plainVatId))
  const outcomes: Outcome[] = []
  const same = seller.filter(([, id]) => buyer.some(([, other]) => other === id))
  if (same.length > 0)
    outcomes.push(
      sameId(
        same.map(([key]) => key),
        context,
      ),
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

/** On paper one of the two was misread. In structured data it is what the issuer says: companies of one VAT group share their id. */
function sameId(keys: readonly string[], { structured }: RuleContext): Outcome {
  const fields = [...keys.map((key) => `seller.${key}`), ...keys.map((key) => `buyer.${key}`)]
  if (fields.every((path) => structured?.has(path)))
    return found('PARTY-SAME', 'warning', fields, {
      en: 'Seller and buyer have the same tax id, as companies of one VAT group do. Check that the document is meant for you.',
      ru: 'У продавца и покупателя один налоговый номер, как в одной группе НДС. Проверьте, что документ предназначен вам.',
    })
  return found('PARTY-SAME', 'error', fields, {
    en: 'Seller and buyer have the same tax id. One of them was read from the wrong place.',
    ru: 'У продавца и покупателя один и тот же налоговый номер. Один из них прочитан не оттуда.',
  })
}

const ID_KEYS = ['inn', 'vatId', 'taxRegId', 'legalId'] as const

/** Tax ids of a party in comparable form, with their keys. */
export function taxIdsOf(party: TradeParty): readonly (readonly ['inn' | 'vatId' | 'taxRegId' | 'legalId', string])[] {
  return ID_KEYS.flatMap((key) => (party[key] === null ? [] : [[key, plainVatId(party[key])] as const]))
}

/** What a seller is known again by: every id it shows (an invoice may show ИНН and VAT id, the next only one), else its name. */
export function sellerKeys(data: TradePaper): readonly string[] {
  return keysOf(data.seller)
}

/** The same for an earlier document, whose data may come from an older release, so nothing is taken for granted. */
export function sellerKeysOf(data: Readonly<Record<string, unknown>>): readonly string[] {
  const seller = data.seller
  return typeof seller === 'object' && seller !== null ? keysOf(seller as Readonly<Record<string, unknown>>) : []
}

function keysOf(seller: Readonly<Record<string, unknown>>): readonly string[] {
  const ids = ID_KEYS.flatMap((key) => (typeof seller[key] === 'string' ? [plainVatId(seller[key])] : []))
  if (ids.length > 0) return [...new Set(ids)]
  const name = typeof seller.name === 'string' ? supplierNameKey(seller.name) : ''
  return name === '' ? [] : [name]
}
