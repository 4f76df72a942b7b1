import type { PaperBlock } from '../../../../core/paper/index.ts'
import type { Invoice, InvoiceParty } from '../../schema.ts'
import type { Captions } from './captions.ts'
import type { PaperLanguage } from './language.ts'

type Lines = readonly string[]

/** Seller and buyer, and below them whom the XML names besides: where the goods go, who is paid. */
export function partiesOf(data: Invoice, words: Captions, language: PaperLanguage): readonly PaperBlock[] {
  const { seller, buyer, shipTo, payee } = data
  const others = [
    { heading: words.shipTo, lines: present([shipTo.name, ...addressOf(shipTo.address, language)]) },
    { heading: words.payee, lines: present([payee.name, behind(words.legalId, payee.taxId)]) },
  ].filter(({ lines }) => lines.length > 0)
  const parties = [
    { heading: words.seller, lines: partyLines(seller, words, language, seller.taxRegId) },
    { heading: words.buyer, lines: partyLines(buyer, words, language, null) },
  ]
  return [{ kind: 'columns', columns: parties }, ...(others.length > 0 ? [{ kind: 'columns', columns: others } as const] : [])]
}

/** `taxRegId` is the seller's only: the norm gives the buyer none. */
function partyLines(party: InvoiceParty, words: Captions, language: PaperLanguage, taxRegId: string | null): Lines {
  const { name, tradeName, vatId, legalId, address, contact } = party
  return present([
    name,
    tradeName,
    ...addressOf(address, language),
    behind(words.vatId, vatId),
    behind(words.taxRegId, taxRegId),
    behind(words.legalId, legalId),
    behind(words.contact, contact.name),
    contact.phone,
    contact.email,
  ])
}

function addressOf({ line1, line2, city, zip, region, country }: Invoice['shipTo']['address'], language: PaperLanguage): Lines {
  return present([line1, line2, [zip, city].filter((part) => part !== null).join(' '), region, countryName(country, language)])
}

export function countryName(code: string | null, language: PaperLanguage): string | null {
  return code === null ? null : (new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code)
}

function behind(caption: string, value: string | null): string | null {
  return value === null ? null : `${caption}: ${value}`
}

function present(lines: readonly (string | null)[]): Lines {
  return lines.filter((line) => line !== null && line !== '') as Lines
}
