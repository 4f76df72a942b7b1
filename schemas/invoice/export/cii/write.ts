import { element as el, group } from '../../../../core/xml-write.ts'
import type { Invoice } from '../../schema.ts'
import { ciiLine } from './line.ts'
import { ciiAddress, ciiParty } from './party.ts'
import { ciiDate, ciiSettlement } from './settlement.ts'

const NAMESPACES = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
} as const

/** UN/CEFACT Cross Industry Invoice D16B in the core invoice of EN 16931-3-3, of a prepared record without lacks. The order is the schema's. */
export function writeCii(data: Invoice): string {
  const context = el('rsm:ExchangedDocumentContext', [
    el('ram:GuidelineSpecifiedDocumentContextParameter', [el('ram:ID', 'urn:cen.eu:en16931:2017')]),
  ])
  const document = el('rsm:ExchangedDocument', [
    el('ram:ID', data.number),
    el('ram:TypeCode', data.typeCode),
    el('ram:IssueDateTime', [ciiDate(data.issueDate)]),
    ...(data.note?.split('\n') ?? []).map((note) => el('ram:IncludedNote', [el('ram:Content', note)])),
  ])
  const transaction = el('rsm:SupplyChainTradeTransaction', [
    ...data.lines.map(ciiLine),
    agreementOf(data),
    deliveryOf(data),
    ciiSettlement(data),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('rsm:CrossIndustryInvoice', [context, document, transaction], NAMESPACES)}\n`
}

function agreementOf({ buyerReference, seller, buyer, purchaseOrder, contractRef }: Invoice): string {
  return el('ram:ApplicableHeaderTradeAgreement', [
    el('ram:BuyerReference', buyerReference),
    ciiParty('ram:SellerTradeParty', seller, 'seller'),
    ciiParty('ram:BuyerTradeParty', buyer, 'buyer'),
    group('ram:BuyerOrderReferencedDocument', [el('ram:IssuerAssignedID', purchaseOrder)]),
    group('ram:ContractReferencedDocument', [el('ram:IssuerAssignedID', contractRef.number)]),
  ])
}

function deliveryOf({ shipTo, deliveryDate }: Invoice): string {
  return el('ram:ApplicableHeaderTradeDelivery', [
    group('ram:ShipToTradeParty', [el('ram:Name', shipTo.name), ciiAddress(shipTo.address)]),
    group('ram:ActualDeliverySupplyChainEvent', [group('ram:OccurrenceDateTime', [ciiDate(deliveryDate)])]),
  ])
}
