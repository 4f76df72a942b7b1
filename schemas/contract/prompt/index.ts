import { Golden } from '../../../core/llm/golden.ts'
import type { TypePrompt } from '../../../core/llm/messages.ts'
import english from './golden/english.json' with { type: 'json' }

/** What follows from other values is calculated here; a yes/no of a clause is answered by rules, for a model could point at any word. */
const NOT_ASKED =
  /^(?:clauses\..*|indefinite|signaturesPresent|renewal\.(?:auto|noticeDays)|termination\.(?:convenience|noticeDays)|amount\.vat(?:Included|Exempt)|penalties\[\]\.per|paymentTerms\.dayType)$/

export const contractPrompt: TypePrompt = {
  about: `The document is a contract between two or more parties: a договор, an agreement, a Vertrag. It may be long and come in parts; most clauses stand in one part only.
- title: the heading of the contract itself, not that of an exhibit or a clause. number: the contract's own number.
- signDate: the day on which it was made («dated», «made as of», «от»). effectiveDate: the day from which it is in force, only where another day or a day of its own is printed. expiryDate: only a printed day.
- parties: everyone who makes the contract, with legal form and without the address; not banks, lawyers or companies that are only mentioned. role: what the contract calls the party.
- term: the first term of the contract as printed («two (2) years»), not that of a warranty, of secrecy or of a renewal. renewal.period: by how much it is renewed. renewal.notice: how long before the end a party must refuse the renewal. termination.notice: notice of ending it without cause.
- governingLaw: the state or country whose law governs this contract, without «the laws of». disputeVenue: the court or arbitration.
- amount: the price of the whole contract with its words; not a penalty, a share or a price per unit. penalties: rate in per cent, cap in per cent, base is what the rate is taken of; party is what the contract calls the one who pays.
- subject: the sentence that says what is to be done or delivered, without its number. paymentTerms.days: how soon the price is due; trigger: the words that say what the days count from.
- warranty: how long goods or work are warranted. liabilityCap: the most that a party answers for, as a sum or in per cent of the price.
- parties[].bank, inn, kpp, ogrn, address: those of the party itself, mostly at the end under the requisites; never those of the other one.
- appendices: only what the contract lists as its appendices or what is printed as the head of one.`,
  asks: (path) => !NOT_ASKED.test(path),
  golden: [Golden.parse(english)],
}
