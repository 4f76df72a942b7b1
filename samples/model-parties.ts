import { addresses, banks, companies } from './catalogue/companies.ts'
import { iban, inn, kpp, ogrn, russianBank, siren, vatId } from './identifiers.ts'
import type { Random } from './random.ts'
import type { Country } from './sample.ts'

type Leaves = Readonly<Record<string, string>>

/** Seller and buyer with ids of their countries; they never share a name. */
export function createParties(random: Random, country: Country, buyerCountry: Country): Leaves {
  const seller = random.pick(companies[country])
  const buyer = random.pick(companies[buyerCountry].filter((name) => name !== seller))
  const [home, away] = random.sample(addresses[country], 2)
  return {
    ...party('seller', seller, home!, country, random),
    ...party('buyer', buyer, country === buyerCountry ? away! : random.pick(addresses[buyerCountry]), buyerCountry, random),
    'seller.contact.phone': phone(country, random),
    'seller.contact.email': `info@${{ RU: 'obrazec', US: 'sampleton', GB: 'mockbury', DE: 'musterstadt', FR: 'villemodele' }[country]}.example`,
  }
}

function party(
  at: 'seller' | 'buyer',
  name: string,
  [line1, zip, city, region]: readonly [string, string, string, string?],
  country: Country,
  random: Random,
): Leaves {
  return {
    [`${at}.name`]: name,
    [`${at}.address.line1`]: line1,
    [`${at}.address.zip`]: zip,
    [`${at}.address.city`]: city,
    ...(region && { [`${at}.address.region`]: region }),
    [`${at}.address.country`]: country,
    ...taxIds(at, country, random),
  }
}

function taxIds(at: string, country: Country, random: Random): Leaves {
  switch (country) {
    case 'RU':
      return { [`${at}.inn`]: inn(random), [`${at}.kpp`]: kpp(random), [`${at}.legalId`]: ogrn(random) }
    case 'US':
      return { [`${at}.taxRegId`]: `00-${random.digits(7)}` }
    case 'GB':
      return { [`${at}.vatId`]: vatId(random, 'GB'), [`${at}.legalId`]: `0${random.digits(7)}` }
    case 'DE':
      return {
        [`${at}.vatId`]: vatId(random, 'DE'),
        [`${at}.taxRegId`]: `999/${random.digits(3)}/${random.digits(5)}`,
        [`${at}.legalId`]: `HRB ${random.int(10000, 99999)}`,
      }
    case 'FR':
      return { [`${at}.vatId`]: vatId(random, 'FR'), [`${at}.legalId`]: siren(random) }
  }
}

/** Numbers that the regulators keep free for films and examples. */
function phone(country: Country, random: Random): string {
  const last = random.digits(2)
  return {
    RU: `+7 (000) 555-01-${last}`,
    US: `(555) 555-01${last}`,
    GB: `020 7946 00${last}`,
    DE: `+49 30 23125 0${last}`,
    FR: `01 99 00 ${last} 12`,
  }[country]
}

const ACCOUNT_CURRENCY: Readonly<Record<string, string>> = { RUB: '810', EUR: '978', CNY: '156', USD: '840' }

export function createPayment(random: Random, country: Country, currency: string): Leaves {
  const bankName = random.pick(banks[country])
  switch (country) {
    case 'RU': {
      const { bik, corrAccount, account } = russianBank(random, ACCOUNT_CURRENCY[currency]!)
      return { 'payment.bankName': bankName, 'payment.bik': bik, 'payment.corrAccount': corrAccount, 'payment.account': account }
    }
    case 'US':
      return { 'payment.bankName': bankName, 'payment.account': `000${random.digits(7)}` }
    default: {
      const bic = { GB: 'SPECGB99', DE: 'SPECDE99XXX', FR: 'SPECFR99' }[country]
      return { 'payment.bankName': bankName, 'payment.iban': iban(random, country), 'payment.bic': bic }
    }
  }
}
