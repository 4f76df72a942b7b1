import { usualOgrn, validBic, validOgrn } from '../../../../core/identifiers/index.ts'
import { found, type Outcome, passed } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'

/** What identifiers say about each other, or about themselves beyond their check digits (§2.2). */
export function identifierPairRules(data: TradePaper, context: RuleContext): readonly Outcome[] {
  return [...kppOfPerson(data), ...unusualOgrn(data), ...bicCountry(data, context)]
}

/** A sole trader (ИНН of 12 digits) has no КПП. */
function kppOfPerson(data: TradePaper): readonly Outcome[] {
  return (['seller', 'buyer'] as const).flatMap((party) => {
    const { inn, kpp } = data[party]
    if (inn?.length !== 12 || kpp === null) return []
    return [
      found('ID-KPP-PERSON', 'error', [`${party}.inn`, `${party}.kpp`], {
        en: 'An ИНН of 12 digits belongs to a person, who has no КПП. One of the two was read from another place.',
        ru: 'ИНН из 12 цифр принадлежит физическому лицу или ИП, у которых КПП нет. Одно из двух прочитано не оттуда.',
      }),
    ]
  })
}

function unusualOgrn(data: TradePaper): readonly Outcome[] {
  return (['seller', 'buyer'] as const).flatMap((party) => {
    const id = data[party].legalId
    if (id === null || !/^\d{13}$/.test(id) || !validOgrn(id) || usualOgrn(id)) return []
    return [
      found('ID-OGRN-KIND', 'warning', [`${party}.legalId`], {
        en: 'An ОГРН begins with 1 or 5. Check that this number is an ОГРН.',
        ru: 'ОГРН начинается с 1 или 5. Проверьте, что это действительно ОГРН.',
      }),
    ]
  })
}

function bicCountry(data: TradePaper, context: RuleContext): readonly Outcome[] {
  const { bic, iban } = data.payment
  if (bic === null || iban === null || !validBic(bic) || iban.length < 2) return []
  const fields = ['payment.bic', 'payment.iban']
  if (bic.slice(4, 6) === iban.slice(0, 2).toUpperCase()) return [passed('BIC-COUNTRY', fields)]
  return [
    found('BIC-COUNTRY', context.structured?.has('payment.bic') ? 'info' : 'warning', fields, {
      en: 'BIC and IBAN name different countries. Check the bank details before paying.',
      ru: 'BIC и IBAN относятся к разным странам. Проверьте реквизиты перед оплатой.',
    }),
  ]
}
