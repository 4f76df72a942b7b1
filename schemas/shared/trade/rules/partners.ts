import type { CompanyMatch } from '../../../../core/master-data/index.ts'
import { found, type Outcome, passed } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper, TradeParty } from '../schema.ts'
import { taxIdsOf } from './parties.ts'

/** Whether the seller is among the suppliers, and the buyer one of the own companies. Likeness of names only ever proposes. */
export function partnerRules(data: TradePaper, { matched }: RuleContext): readonly Outcome[] {
  if (!matched) return []
  return [...(matched.seller ? sellerRule(data, matched.seller) : []), ...(matched.buyer ? buyerRule(data, matched.buyer) : [])]
}

function sellerRule(data: TradePaper, match: CompanyMatch): readonly Outcome[] {
  if (match.state === 'known' && match.by === 'taxId') return [passed('SUPPLIER-KNOWN', idPaths(data.seller, 'seller'))]
  if (match.state === 'known') return []
  const fields = pathsOf(data.seller, 'seller')
  if (match.state === 'proposed')
    return [
      found(
        'SUPPLIER-PROPOSED',
        'warning',
        fields,
        {
          en: `The seller is not in the list of suppliers under this tax id. It resembles ${listed(match)}. Check who it is.`,
          ru: `Продавца с таким налоговым номером нет в списке поставщиков. Он похож на: ${listed(match)}. Проверьте, кто это.`,
        },
        { expected: match.proposals[0]?.name ?? null, actual: data.seller.name },
      ),
    ]
  return [
    found(
      'SUPPLIER-UNKNOWN',
      'warning',
      fields,
      {
        en: 'The seller is not in the list of suppliers, and nothing there resembles it. Add it, or check the tax id and the name.',
        ru: 'Продавца нет в списке поставщиков, и похожих там нет. Добавьте его или проверьте налоговый номер и название.',
      },
      { actual: data.seller.name },
    ),
  ]
}

/** A buyer with tax ids is judged by PARTY-OWN-BUYER; here is the one that shows only a name. */
function buyerRule(data: TradePaper, match: CompanyMatch): readonly Outcome[] {
  if (taxIdsOf(data.buyer).length > 0 || data.buyer.name === null) return []
  if (match.state === 'proposed')
    return [
      found(
        'BUYER-PROPOSED',
        'info',
        ['buyer.name'],
        {
          en: `The buyer shows no tax id. By its name it resembles ${listed(match)}.`,
          ru: `У покупателя нет налогового номера. По названию он похож на: ${listed(match)}.`,
        },
        { expected: match.proposals[0]?.name ?? null, actual: data.buyer.name },
      ),
    ]
  return [
    found(
      'PARTY-OWN-BUYER',
      'warning',
      ['buyer.name'],
      {
        en: 'The buyer is none of your companies. Check that the document is for you.',
        ru: 'Покупатель: не ваша организация. Проверьте, что документ предназначен вам.',
      },
      { actual: data.buyer.name },
    ),
  ]
}

function listed({ proposals }: CompanyMatch): string {
  return proposals.map(({ name, code, score }) => `${name} (${code}, ${Math.round(score * 100)} %)`).join('; ')
}

function pathsOf(party: TradeParty, at: 'seller'): readonly string[] {
  return [...(party.name === null ? [] : [`${at}.name`]), ...idPaths(party, at)]
}

function idPaths(party: TradeParty, at: 'seller'): readonly string[] {
  return taxIdsOf(party).flatMap(([key]) => (key === 'legalId' ? [] : [`${at}.${key}`]))
}
