import { element as el, group } from '../../../../core/xml-write.ts'
import type { Invoice, InvoiceParty } from '../../schema.ts'

/** The norm gives a buyer no registration with a tax office (BT-32 is the seller's). */
export function ciiParty(name: string, party: InvoiceParty, role: 'seller' | 'buyer'): string {
  const { vatId, taxRegId, legalId, contact } = party
  const registration = role === 'seller' ? taxRegId : null
  return el(name, [
    // BR-CO-26: some identifier of the seller must be there that is not only a tax registration.
    el('ram:ID', vatId === null && legalId === null ? registration : null),
    el('ram:Name', party.name),
    group('ram:SpecifiedLegalOrganization', [el('ram:ID', legalId), el('ram:TradingBusinessName', party.tradeName)]),
    group('ram:DefinedTradeContact', [
      el('ram:PersonName', contact.name),
      group('ram:TelephoneUniversalCommunication', [el('ram:CompleteNumber', contact.phone)]),
      group('ram:EmailURIUniversalCommunication', [el('ram:URIID', contact.email)]),
    ]),
    ciiAddress(party.address),
    taxRegistration(vatId, 'VA'),
    taxRegistration(registration, 'FC'),
  ])
}

function taxRegistration(id: string | null, schemeID: 'VA' | 'FC'): string {
  return id === null ? '' : el('ram:SpecifiedTaxRegistration', [el('ram:ID', id, { schemeID })])
}

export function ciiAddress(address: Invoice['shipTo']['address']): string {
  return group('ram:PostalTradeAddress', [
    el('ram:PostcodeCode', address.zip),
    el('ram:LineOne', address.line1),
    el('ram:LineTwo', address.line2),
    el('ram:CityName', address.city),
    el('ram:CountryID', address.country),
    el('ram:CountrySubDivisionName', address.region),
  ])
}
