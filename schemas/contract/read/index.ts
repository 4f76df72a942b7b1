import type { Candidate } from '../../../core/field.ts'
import { proseOf, sentencesOf } from '../../../core/prose/index.ts'
import type { Reading } from '../../../core/reading.ts'
import { detectLocale } from '../../../core/values/index.ts'
import { candidates, type Found } from '../../shared/worded/found.ts'
import { findRussianParties, russianPartyFields } from '../../shared/worded/russian-parties.ts'
import { findAmount } from './amount.ts'
import { findAppendices } from './appendices.ts'
import { findClauses } from './clauses.ts'
import { findContractDates } from './dates.ts'
import { findDisputeVenue } from './dispute-venue.ts'
import { findGoverningLaw } from './governing-law.ts'
import { findHeading } from './heading.ts'
import { findLiabilityCap } from './liability-cap.ts'
import { findParties, partyFields } from './parties.ts'
import { findPartyAddresses } from './party-address.ts'
import { findPaymentTerms } from './payment-terms.ts'
import { findPenalties } from './penalties.ts'
import { preambleOf } from './preamble.ts'
import { findRequisites } from './requisites.ts'
import { findSignatures } from './signatures.ts'
import { findSubject } from './subject.ts'
import { findExpiry, findIndefinite, findRenewal, findTerm, SAME_TERM } from './term.ts'
import { findTermination } from './termination.ts'
import { findWarranty } from './warranty.ts'

/** What rules find in a contract without a language model: headings, sentence patterns in English, Russian and German. */
export function readContractPages(reading: Reading): readonly Candidate[] {
  const prose = proseOf(reading)
  const sentences = sentencesOf(prose)
  const locale = detectLocale(sentences.map(({ text }) => text))
  const preamble = preambleOf(prose)
  const russian = findRussianParties(preamble)
  const terms = findTerm(sentences)
  const others = russian.length > 0 ? [] : findParties(prose, preamble)
  const parties = [...russian, ...others]
  const named = parties.map(({ name, role }, at) => ({ at, name, role }))
  const found = candidates(prose, [
    ...findHeading(prose),
    ...russianPartyFields(russian),
    ...partyFields(others),
    ...findPartyAddresses(prose.text, others),
    ...findSubject(sentences),
    ...findContractDates(prose, preamble, sentences, locale),
    ...terms,
    ...findExpiry(sentences, locale),
    ...findIndefinite(sentences),
    ...withSameTerm(findRenewal(sentences), terms),
    ...findTermination(sentences),
    ...findGoverningLaw(sentences),
    ...findDisputeVenue(sentences),
    ...findAmount(sentences, locale),
    ...findPaymentTerms(sentences),
    ...findPenalties(
      sentences,
      locale,
      parties.flatMap(({ role }) => role ?? []),
    ),
    ...findWarranty(sentences),
    ...findLiabilityCap(sentences, locale),
    ...findAppendices(prose),
    ...findClauses(sentences),
  ])
  return [...found, ...findRequisites(reading, named), ...findSignatures(reading)]
}

/** «Renewed for the same term» takes the length of the best term; unknown, it says nothing. */
function withSameTerm(found: readonly Found[], terms: readonly Found[]): readonly Found[] {
  const term = terms.toSorted((a, b) => b.score - a.score)[0]
  return found.flatMap((one) => (one.value !== SAME_TERM ? [one] : term ? [{ ...one, value: term.value }] : []))
}
