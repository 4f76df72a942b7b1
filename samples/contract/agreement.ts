import { addDays } from '../../core/values/index.ts'
import { numberInWords } from '../../core/words/index.ts'
import type { Invoice } from '../../schemas/invoice/schema.ts'
import { formatOf } from '../format.ts'
import { said, told } from '../html.ts'
import { russianBank } from '../identifiers.ts'
import { amountInWords } from '../layouts/ru-parts.ts'
import type { Random } from '../random.ts'

const ru = formatOf('ru')
const en = formatOf('en')

/** Whole numbers of a contract in the genitive, as they follow figures in brackets: «10 (десяти) дней». */
const GENITIVE: Readonly<Record<number, string>> = {
  3: 'трёх',
  5: 'пяти',
  7: 'семи',
  10: 'десяти',
  12: 'двенадцати',
  14: 'четырнадцати',
  15: 'пятнадцати',
  20: 'двадцати',
  24: 'двадцати четырёх',
  30: 'тридцати',
  36: 'тридцати шести',
  45: 'сорока пяти',
  50: 'пятидесяти',
  60: 'шестидесяти',
}

/** A person who signs, in the genitive and in short. */
const SIGNERS = [
  ['Образцова Олега Олеговича', 'Образцов О. О.'],
  ['Примеровой Полины Петровны', 'Примерова П. П.'],
  ['Тестова Тимофея Тихоновича', 'Тестов Т. Т.'],
  ['Макетовой Марии Михайловны', 'Макетова М. М.'],
] as const
const POSITIONS = ['генерального директора', 'директора', 'исполнительного директора'] as const
const SUBJECTS = {
  ru: [
    'оказать услуги по техническому обслуживанию холодильного оборудования',
    'выполнить работы по ремонту складских помещений',
    'поставить офисную мебель',
    'разработать проект вентиляции цеха',
  ],
  en: ['service the cooling equipment', 'supply laboratory furniture', 'design a warehouse extension', 'translate technical manuals'],
}

/** What a contract agrees on, ready to print: each value marked for the truth. The first party gets the money. */
export function agreementOf(invoice: Invoice, language: 'ru' | 'en', random: Random) {
  const russian = language === 'ru'
  const format = russian ? ru : en
  const signed = invoice.issueDate!
  const gross = invoice.totals.gross!
  const starts = addDays(signed, random.int(3, 30))
  const days = random.pick([5, 7, 10, 15, 20, 30])
  const prepay = random.pick([20, 30, 50])
  const notice = random.pick([10, 14, 30, 60])
  const months = random.pick([12, 24, 36])
  const rate = random.pick(['0.1', '0.2', '0.05'])
  const cap = random.pick(['5', '10'])
  const number = `${random.int(3, 240)}/${random.pick(['26', 'У', '2026-П', 'ОК'])}`
  const count = (n: number) => (russian ? `${n} (${GENITIVE[n]})` : `${numberInWords(String(n), 'en')} (${n})`)
  const percent = (value: string) => (russian ? value.replace('.', ',') : value)
  const signers = random.sample(SIGNERS, 2)
  return {
    invoice,
    number: told('number', number, number),
    signDate: told('signDate', signed, format.longDate(signed)),
    shortDate: told('signDate', signed, format.date(signed)),
    place: (printed: string) => said('place', printed),
    title: (printed: string) => said('title', printed),
    effectiveDate: told('effectiveDate', starts, format.longDate(starts)),
    expiryDate: (years: number) => {
      const end = `${Number(starts.slice(0, 4)) + years}-12-31`
      return told('expiryDate', end, format.longDate(end))
    },
    term: (unit: 'year' | 'months') =>
      unit === 'year'
        ? told('term', '1 year', russian ? '1 (один) год' : 'one (1) year')
        : told('term', `${months} months`, `${count(months)} ${russian ? 'месяцев' : 'months'}`),
    renewal: told('renewal.period', '1 year', russian ? '1 (один) год' : 'one (1) year'),
    renewalNotice: told('renewal.notice', `${notice} days`, `${count(notice)} ${russian ? 'календарных дней' : 'days'}`),
    terminationNotice: told('termination.notice', `${notice} days`, `${count(notice)} ${russian ? 'календарных дней' : 'days'}`),
    subject: (before: string, behind: string) => `${before}${random.pick(SUBJECTS[language])}${behind}`,
    amount: told('amount.value', gross, format.money(gross)),
    currency: (printed: string) => told('amount.currency', russian ? 'RUB' : invoice.currency!, printed),
    words: amountInWords(gross).replace('totals.inWords', 'amount.words'),
    vatRate: told('amount.vatRate', russian ? '22' : '20', russian ? '22' : '20'),
    tax: format.money(invoice.totals.tax),
    days: told('paymentTerms.days', String(days), count(days)),
    dayType: (kind: 'working' | 'banking' | 'calendar', printed: string) => told('paymentTerms.dayType', kind, printed),
    prepay: told('paymentTerms.prepayPercent', String(prepay), String(prepay)),
    rate: told('penalties[0].rate', rate, percent(rate)),
    cap: told('penalties[0].cap', cap, percent(cap)),
    per: (printed: string) => told('penalties[0].per', 'day', printed),
    warranty: told('warranty', `${months} months`, `${count(months)} ${russian ? 'месяцев' : 'months'}`),
    liability: (printed: string) => told('liabilityCap.percent', '100', printed),
    law: (value: string, printed: string) => told('governingLaw', value, printed),
    venue: (printed: string) => said('disputeVenue', printed),
    appendix: (i: number, title: string, caption: string) =>
      `${caption} ${told(`appendices[${i}].number`, String(i + 1), String(i + 1))} – ${said(`appendices[${i}].title`, title)}`,
    party: (i: 0 | 1, role: string) => partyOf(invoice, i, role, signers[i]!, random),
  }
}

export type Agreement = ReturnType<typeof agreementOf>

function partyOf(invoice: Invoice, i: 0 | 1, role: string, [signer, short]: (typeof SIGNERS)[number], random: Random) {
  const own = i === 0 ? invoice.seller : invoice.buyer
  const bank = russianBank(random, '810')
  const at = `parties[${i}]`
  const { line1, zip, city } = own.address
  return {
    name: said(`${at}.name`, own.name!),
    plainName: own.name!,
    role: said(`${at}.role`, role),
    plainRole: role,
    signer: said(`${at}.signatory.name`, signer),
    short,
    position: said(`${at}.signatory.position`, random.pick(POSITIONS)),
    authority: said(`${at}.signatory.authority`, 'Устава'),
    inn: own.inn ? said(`${at}.inn`, own.inn) : '',
    kpp: own.kpp ? said(`${at}.kpp`, own.kpp) : '',
    ogrn: own.legalId ? said(`${at}.ogrn`, own.legalId) : '',
    address: said(`${at}.address`, zip?.match(/^\d{6}$/) ? `${zip}, г. ${city}, ${line1}` : `${line1}, ${city}, ${zip}`),
    account: said(`${at}.bank.account`, bank.account),
    corrAccount: said(`${at}.bank.corrAccount`, bank.corrAccount),
    bik: said(`${at}.bank.bik`, bank.bik),
    bank: said(`${at}.bank.name`, random.pick(['АО «Образец-Банк»', 'ПАО «Банк Пример»', 'АО КБ «Условный кредит»'])),
  }
}

export type AgreementParty = ReturnType<typeof partyOf>
