import { accountOfRussianIban, validAccount } from '../../../../core/identifiers/index.ts'
import { plainAccount } from '../../../../core/master-data/index.ts'
import { valueAt } from '../../../../core/paths.ts'
import { found, type Outcome, passed, repairedBy } from '../../../../core/rules/index.ts'
import { currencyOf } from '../../../../core/values/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'
import { sellerKeys, sellerKeysOf } from './parties.ts'

/** Bank details: known for this seller, and in the currency of the document. */
export function paymentRules(data: TradePaper, context: RuleContext): readonly Outcome[] {
  return [...bankChanged(data, context), ...accountCurrency(data)]
}

/** Changed bank details of a known seller are the commonest payment fraud: never without a second person. Known are those of master data and of approved documents. */
function bankChanged(data: TradePaper, { history, matched }: RuleContext): readonly Outcome[] {
  const seller = sellerKeys(data)
  const key = data.payment.iban !== null ? 'iban' : 'account'
  const now = data.payment[key]
  if (now === null) return []
  // Known by its account alone, a supplier says nothing about that account.
  const supplier = matched?.seller?.by === 'taxId' ? matched.seller.company : null
  const known = [
    ...(supplier?.accounts ?? []).map(({ account }) => account),
    ...history
      .filter((entry) => entry.approved && sellerKeysOf(entry.data).some((own) => seller.includes(own)))
      .flatMap((entry) => [valueAt(entry.data, 'payment.iban'), valueAt(entry.data, 'payment.account')])
      .filter((account) => typeof account === 'string' && account !== ''),
  ].map((account) => String(account))
  if (known.length === 0) return []
  const fields = [`payment.${key}`]
  if (known.some((account) => plainAccount(account) === plainAccount(now))) return [passed('BANK-KNOWN', fields)]
  return [
    found(
      'BANK-CHANGED',
      'error',
      fields,
      {
        en: 'The bank details differ from those in the list of suppliers and from all approved documents of this seller. Call the seller on a known number; a second person must confirm.',
        ru: 'Реквизиты отличаются от тех, что в списке поставщиков, и от всех утверждённых документов этого продавца. Позвоните продавцу по известному номеру; подтвердить должен второй человек.',
      },
      { expected: known[0]!, actual: now },
    ),
  ]
}

/** Digits 6–8 of a Russian account are its currency. */
function accountCurrency(data: TradePaper): readonly Outcome[] {
  const account = data.payment.account ?? accountOfRussianIban(data.payment.iban ?? '')?.account ?? null
  if (account === null || !/^\d{20}$/.test(account) || data.currency === null || account.startsWith('03')) return []
  const currency = currencyOf(account.slice(5, 8))
  if (currency === null) return []
  const fields = ['payment.account', 'currency']
  if (currency === data.currency) return [passed('ACCOUNT-CURRENCY', fields)]
  // An account that passes its key with the bank's code was read right: the doubt is the currency's alone.
  const certain = data.payment.bik !== null && validAccount(account, data.payment.bik) === true
  const finding = found(
    'ACCOUNT-CURRENCY',
    'warning',
    certain ? ['currency'] : fields,
    {
      en: `The account is kept in ${currency}, the document is in ${data.currency}. Check account and currency.`,
      ru: `Счёт ведётся в ${currency}, а документ в ${data.currency}. Проверьте счёт и валюту.`,
    },
    { expected: currency, actual: data.currency },
  )
  return [certain ? repairedBy(finding, 'currency', currency) : finding]
}
