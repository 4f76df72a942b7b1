import type { Agreement, AgreementParty } from './agreement.ts'
import { type Form, SANS, SERIF } from './form.ts'

const signed = (one: AgreementParty, other: AgreementParty) =>
  `<div class="two"><div>For ${one.plainName}<br><br>______________</div><div>For ${other.plainName}<br><br>______________</div></div>`

const services: Form = {
  name: 'en-services',
  language: 'en',
  face: SERIF,
  pages(a: Agreement) {
    const [one, other] = [a.party(0, 'Contractor'), a.party(1, 'Customer')]
    return [
      `<h1>${a.title('SERVICES AGREEMENT')}</h1><p>This Services Agreement (the “Agreement”) is made on ${a.signDate} by and between ${one.name}, a company incorporated in England and Wales, with its registered office at ${one.address} (the “${one.role}”), and ${other.name}, a company incorporated in England and Wales, with its registered office at ${other.address} (the “${other.role}”).</p><p>The parties agree as follows:</p>
      <h2>1. Scope of Services</h2><p>1.1 ${a.subject('The Contractor shall ', ' of the Customer as described in Schedule 1.')}</p>
      <h2>2. Fees and Payment</h2><p>2.1 The total fee under this Agreement is ${a.currency('GBP')} ${a.amount}, inclusive of VAT at ${a.vatRate}%.</p><p>2.2 The Customer shall pay ${a.prepay}% of the fee in advance.</p><p>2.3 All other invoices are payable within ${a.days} days of receipt of the invoice.</p>
      <h2>3. Term and Termination</h2><p>3.1 This Agreement takes effect on ${a.effectiveDate} and shall continue for a term of ${a.term('months')}.</p><p>3.2 Either party may terminate this Agreement without cause by giving ${a.terminationNotice} written notice.</p>
      <h2>4. Liability</h2><p>4.1 The Contractor's total liability under this Agreement shall be limited to ${a.liability('the fees paid under it')}.</p>
      <h2>5. Governing Law</h2><p>5.1 This Agreement is governed by the laws of ${a.law('England and Wales', 'England and Wales')}. The parties submit to the exclusive jurisdiction of the ${a.venue('courts of England and Wales')}.</p>
      <p>${a.appendix(0, 'Description of Services', 'Schedule')}</p>${signed(one, other)}`,
    ]
  },
}

const supply: Form = {
  name: 'en-supply',
  language: 'en',
  face: SANS,
  pages(a: Agreement) {
    const [one, other] = [a.party(0, 'Supplier'), a.party(1, 'Buyer')]
    return [
      `<h1>${a.title('Supply Agreement')} No. ${a.number}</h1><p>Dated ${a.signDate}</p><p>BETWEEN:</p><p>(1) ${one.name} of ${one.address} (hereinafter called “the ${one.role}”); and</p><p>(2) ${other.name} of ${other.address} (hereinafter called “the ${other.role}”).</p><p>IT IS AGREED as follows:</p>
      <h2>1. SUBJECT MATTER</h2><p>${a.subject('The Supplier agrees to ', ' to the Buyer, and the Buyer agrees to accept and pay for it.')}</p>
      <h2>2. PRICE AND PAYMENT</h2><p>The total contract price is ${a.currency('GBP')} ${a.amount}. Payment shall be made within ${a.days} ${a.dayType('working', 'business')} days after delivery.</p>
      <h2>3. WARRANTY</h2><p>The Supplier warrants that the goods are free from defects for a period of ${a.warranty} from delivery.</p>
      <h2>4. LATE DELIVERY</h2><p>If delivery is late the Supplier shall pay a penalty of ${a.rate}% of the price of the late goods for ${a.per('each day')} of delay, not exceeding ${a.cap}% of that price.</p>
      <h2>5. DURATION</h2><p>This Agreement shall commence on ${a.effectiveDate} and expire on ${a.expiryDate(1)}. It shall be automatically renewed for ${a.renewal} unless either party gives notice of non-renewal at least ${a.renewalNotice} before its expiry.</p>
      <h2>6. LAW AND JURISDICTION</h2><p>This Agreement shall be construed in accordance with the law of ${a.law('Scotland', 'Scotland')} and any dispute shall be referred to the ${a.venue('courts of Scotland')}.</p>${signed(one, other)}`,
    ]
  },
}

const consultancy: Form = {
  name: 'en-consultancy',
  language: 'en',
  face: SERIF,
  pages(a: Agreement) {
    const [one, other] = [a.party(0, 'Consultant'), a.party(1, 'Client')]
    return [
      `<h1>${a.title('CONSULTANCY AGREEMENT')}</h1><p>THIS AGREEMENT is entered into as of ${a.signDate} between ${one.name} (“${one.role}”) and ${other.name} (“${other.role}”).</p>
      <p><b>1. Engagement.</b> ${a.subject('The Client hereby engages the Consultant to ', ', and the Consultant accepts the engagement.')}</p>
      <p><b>2. Compensation.</b> The aggregate compensation shall be ${a.currency('£')}${a.amount}. The Client shall pay a deposit of ${a.prepay}% on signing; the balance is due not later than ${a.days} days after completion.</p>
      <p><b>3. Term.</b> The term of this Agreement is ${a.term('months')} beginning on ${a.effectiveDate}. The Client may terminate this Agreement at any time upon ${a.terminationNotice} prior written notice.</p>
      <p><b>4. Applicable Law.</b> The laws of ${a.law('Ireland', 'Ireland')} apply to this Agreement. Disputes shall be settled by arbitration in ${a.venue('Dublin')}.</p>${signed(one, other)}`,
    ]
  },
}

export const englishContracts: readonly Form[] = [services, supply, consultancy]
