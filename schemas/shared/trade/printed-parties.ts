import type { PrintedParty } from '../../../core/master-data/index.ts'
import { taxIdsOf } from './rules/parties.ts'
import type { TradePaper, TradeParty } from './schema.ts'

/** Seller and buyer as master data may know them; only the seller is paid. */
export function tradeParties(data: TradePaper): { readonly seller: PrintedParty; readonly buyer: PrintedParty } {
  const { iban, account, bik } = data.payment
  const accounts = [...(iban === null ? [] : [{ account: iban, bik: null }]), ...(account === null ? [] : [{ account, bik }])]
  return { seller: { ...partyOf(data.seller), accounts }, buyer: { ...partyOf(data.buyer), accounts: [] } }
}

function partyOf(party: TradeParty): Omit<PrintedParty, 'accounts'> {
  return {
    names: [party.name, party.tradeName].filter((name) => name !== null),
    taxIds: taxIdsOf(party).flatMap(([key, id]) => (key === 'legalId' ? [] : [id])),
    kpp: party.kpp,
  }
}
