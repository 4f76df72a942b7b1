import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseXml } from '../../../adapters/xml/index.ts'
import type { PipelineError } from '../../../core/errors.ts'
import { setAt } from '../../../core/paths.ts'
import { readInvoiceXml } from './index.ts'

const read = (xml: string) => {
  const data: Record<string, unknown> = {}
  for (const { path, value } of readInvoiceXml(parseXml(Buffer.from(xml))) ?? []) setAt(data, path, value)
  return data
}

const CII = `<?xml version="1.0" encoding="UTF-8"?>
<i:CrossIndustryInvoice xmlns:i="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:r="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <i:ExchangedDocument><r:ID>S-77</r:ID><r:TypeCode>380</r:TypeCode><r:IssueDateTime><u:DateTimeString format="102">20260312</u:DateTimeString></r:IssueDateTime></i:ExchangedDocument>
 <i:SupplyChainTradeTransaction>
  <r:IncludedSupplyChainTradeLineItem><r:AssociatedDocumentLineDocument><r:LineID>1</r:LineID></r:AssociatedDocumentLineDocument>
   <r:SpecifiedTradeProduct><r:GlobalID schemeID="0160">4006381333931</r:GlobalID><r:SellerAssignedID>A-1</r:SellerAssignedID><r:Name>Paper</r:Name></r:SpecifiedTradeProduct>
   <r:SpecifiedLineTradeAgreement><r:NetPriceProductTradePrice><r:ChargeAmount>9.9000</r:ChargeAmount></r:NetPriceProductTradePrice></r:SpecifiedLineTradeAgreement>
   <r:SpecifiedLineTradeDelivery><r:BilledQuantity unitCode="H87">20.0000</r:BilledQuantity></r:SpecifiedLineTradeDelivery>
   <r:SpecifiedLineTradeSettlement><r:ApplicableTradeTax><r:CategoryCode>S</r:CategoryCode><r:RateApplicablePercent>19.00</r:RateApplicablePercent></r:ApplicableTradeTax>
    <r:SpecifiedTradeSettlementLineMonetarySummation><r:LineTotalAmount>198</r:LineTotalAmount></r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement></r:IncludedSupplyChainTradeLineItem>
  <r:IncludedSupplyChainTradeLineItem><r:AssociatedDocumentLineDocument><r:LineID>2</r:LineID><r:LineStatusReasonCode>GROUP</r:LineStatusReasonCode></r:AssociatedDocumentLineDocument>
   <r:SpecifiedLineTradeSettlement><r:SpecifiedTradeSettlementLineMonetarySummation><r:LineTotalAmount>198</r:LineTotalAmount></r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement></r:IncludedSupplyChainTradeLineItem>
  <r:ApplicableHeaderTradeAgreement><r:SellerTradeParty><r:Name>Seller
    AG</r:Name><r:SpecifiedTaxRegistration><r:ID schemeID="FC">12/345</r:ID></r:SpecifiedTaxRegistration><r:SpecifiedTaxRegistration><r:ID schemeID="VA">DE 136695976</r:ID></r:SpecifiedTaxRegistration></r:SellerTradeParty></r:ApplicableHeaderTradeAgreement>
  <r:ApplicableHeaderTradeSettlement><r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode>
   <r:SpecifiedTradeSettlementHeaderMonetarySummation><r:TaxTotalAmount currencyID="GBP">30</r:TaxTotalAmount><r:TaxTotalAmount currencyID="EUR">37.62</r:TaxTotalAmount><r:GrandTotalAmount>235.62</r:GrandTotalAmount></r:SpecifiedTradeSettlementHeaderMonetarySummation></r:ApplicableHeaderTradeSettlement>
 </i:SupplyChainTradeTransaction>
</i:CrossIndustryInvoice>`

describe('CII', () => {
  it('is read with any prefixes, sums in the invoice currency, lines without subtotals', () => {
    assert.deepEqual(read(CII), {
      number: 'S-77',
      issueDate: '2026-03-12',
      typeCode: '380',
      currency: 'EUR',
      seller: { name: 'Seller AG', vatId: 'DE136695976', taxRegId: '12/345' },
      totals: { tax: '37.62', gross: '235.62' },
      lines: [
        {
          no: '1',
          name: 'Paper',
          sellerItemId: 'A-1',
          gtin: '4006381333931',
          quantity: '20',
          unit: 'H87',
          unitPrice: '9.9',
          net: '198.00',
          taxCategory: 'S',
          taxRate: '19',
        },
      ],
      lineAmountsIncludeTax: false,
    })
  })

  it('gives every value its XPath', () => {
    const number = readInvoiceXml(parseXml(Buffer.from(CII)))?.find((c) => c.path === 'number')
    assert.deepEqual(number?.evidence, [{ page: null, box: null, text: 'S-77', path: '/i:CrossIndustryInvoice/i:ExchangedDocument/r:ID' }])
  })
})

describe('UBL', () => {
  it('reads a credit note with its own element names', () => {
    const data =
      read(`<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>CN-1</cbc:ID><cbc:IssueDate>2026-03-12</cbc:IssueDate><cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-9</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
      <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Trade</cbc:Name></cac:PartyName><cac:PartyTaxScheme><cbc:CompanyID>BE0428759497</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>Legal NV</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
      <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>BE71 0961 2345 6769</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
      <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">-0.00</cbc:TaxExclusiveAmount><cbc:PayableAmount currencyID="EUR">12.1</cbc:PayableAmount></cac:LegalMonetaryTotal>
      <cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="C62">1</cbc:CreditedQuantity><cbc:LineExtensionAmount currencyID="EUR">10</cbc:LineExtensionAmount><cac:Item><cbc:Name>Thing</cbc:Name></cac:Item></cac:CreditNoteLine></CreditNote>`)
    assert.deepEqual(data, {
      number: 'CN-1',
      issueDate: '2026-03-12',
      typeCode: '381',
      currency: 'EUR',
      precedingInvoice: { number: 'INV-9' },
      seller: { name: 'Legal NV', tradeName: 'Trade', vatId: 'BE0428759497' },
      payment: { meansCode: '30', iban: 'BE71096123456769' },
      totals: { net: '0.00', due: '12.10' },
      lines: [{ no: '1', name: 'Thing', quantity: '1', unit: 'C62', net: '10.00' }],
      lineAmountsIncludeTax: false,
    })
  })
})

describe('the XML reader', () => {
  const refused = (xml: string | Buffer) => {
    try {
      parseXml(Buffer.from(xml))
    } catch (error) {
      return (error as PipelineError).code
    }
    return 'read'
  }

  it('refuses document types, entities, depth and damage by name', () => {
    assert.equal(refused('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), 'xml_unsafe')
    assert.equal(refused('<a>&undefined;</a>'), 'unreadable')
    assert.equal(refused(`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`), 'too_complex')
    assert.equal(refused('<a><b></a>'), 'unreadable')
    assert.equal(refused(''), 'unreadable')
    assert.equal(refused(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])), 'unreadable')
  })

  it('knows the encodings in use', () => {
    const windows1251 = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
      Buffer.from([0xc0]),
      Buffer.from('</a>'),
    ])
    assert.equal(parseXml(windows1251).text, 'А')
    assert.equal(parseXml(Buffer.from('\ufeff<a>ж</a>', 'utf16le')).text, 'ж')
    assert.equal(parseXml(Buffer.from('\ufeff<a>ж</a>')).text, 'ж')
  })

  it('takes XML of another kind for none of ours', () => {
    assert.equal(readInvoiceXml(parseXml(Buffer.from('<Invoice><ID>1</ID></Invoice>'))), null)
  })
})
