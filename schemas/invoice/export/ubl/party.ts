import { element as el, group } from '../../../../core/xml-write.ts'
import type { Invoice, InvoiceParty } from '../../schema.ts'

/** The norm gives a buyer no registration with a tax office (BT-32 is the seller's). */
export function ublParty(party: InvoiceParty, role: 'seller' | 'buyer'): string {
  const { name, tradeName, vatId, taxRegId, legalId, address, contact } = party
  const registration = role === 'seller' ? taxRegId : null
  // BR-CO-26: some identifier of the seller must be there that is not only a tax registration.
  const identifier = vatId === null && legalId === null ? registration : null
  return el('cac:Party', [
    group('cac:PartyIdentification', [el('cbc:ID', identifier)]),
    group('cac:PartyName', [el('cbc:Name', tradeName)]),
    ublAddress('cac:PostalAddress', address),
    taxScheme(vatId, 'VAT'),
    taxScheme(registration, 'TAX'),
    el('cac:PartyLegalEntity', [el('cbc:RegistrationName', name), el('cbc:CompanyID', legalId)]),
    group('cac:Contact', [el('cbc:Name', contact.name), el('cbc:Telephone', contact.phone), el('cbc:ElectronicMail', contact.email)]),
  ])
}

function taxScheme(id: string | null, scheme: 'VAT' | 'TAX'): string {
  return id === null ? '' : el('cac:PartyTaxScheme', [el('cbc:CompanyID', id), el('cac:TaxScheme', [el('cbc:ID', scheme)])])
}

export function ublAddress(name: string, address: Invoice['shipTo']['address']): string {
  return group(name, [
    el('cbc:StreetName', address.line1),
    el('cbc:AdditionalStreetName', address.line2),
    el('cbc:CityName', address.city),
    el('cbc:PostalZone', address.zip),
    el('cbc:CountrySubentity', address.region),
    group('cac:Country', [el('cbc:IdentificationCode', address.country)]),
  ])
}
