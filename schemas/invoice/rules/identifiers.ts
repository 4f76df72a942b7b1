import type { Localised } from '../../../core/finding.ts'
import {
  repairIdentifier,
  usualOgrn,
  validAccount,
  validBic,
  validBik,
  validCorrAccount,
  validCreditorReference,
  validGtin,
  validIban,
  validInn,
  validKpp,
  validOgrn,
  validVatId,
} from '../../../core/identifiers/index.ts'
import { valueAt } from '../../../core/paths.ts'
import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Invoice } from '../schema.ts'

interface IdentifierRule {
  readonly ruleId: string
  readonly paths: readonly string[]
  /** Null = nothing can be said about this value. */
  readonly valid: (id: string, data: Invoice) => boolean | null
  readonly name: Localised
}

const RULES: readonly IdentifierRule[] = [
  { ruleId: 'ID-INN', paths: ['seller.inn', 'buyer.inn'], valid: validInn, name: { en: 'ИНН', ru: 'ИНН' } },
  { ruleId: 'ID-KPP', paths: ['seller.kpp', 'buyer.kpp'], valid: validKpp, name: { en: 'КПП', ru: 'КПП' } },
  { ruleId: 'ID-VAT', paths: ['seller.vatId', 'buyer.vatId'], valid: validVatId, name: { en: 'VAT id', ru: 'номер НДС (VAT ID)' } },
  { ruleId: 'ID-OGRN', paths: ['seller.legalId', 'buyer.legalId'], valid: ogrn, name: { en: 'ОГРН', ru: 'ОГРН' } },
  { ruleId: 'ID-BIK', paths: ['payment.bik'], valid: validBik, name: { en: 'БИК', ru: 'БИК' } },
  { ruleId: 'ID-ACCOUNT', paths: ['payment.account'], valid: account, name: { en: 'account number', ru: 'расчётный счёт' } },
  {
    ruleId: 'ID-CORR',
    paths: ['payment.corrAccount'],
    valid: correspondent,
    name: { en: 'correspondent account', ru: 'корреспондентский счёт' },
  },
  { ruleId: 'ID-IBAN', paths: ['payment.iban'], valid: (id) => validIban(id.replace(/\s/g, '')), name: { en: 'IBAN', ru: 'IBAN' } },
  { ruleId: 'ID-BIC', paths: ['payment.bic'], valid: validBic, name: { en: 'BIC', ru: 'BIC' } },
  { ruleId: 'ID-RF', paths: ['payment.reference'], valid: reference, name: { en: 'payment reference', ru: 'назначение RF' } },
]

/** Check digits and forms of §2.2 on the invoice's identifiers. */
export function identifierRules(data: Invoice, context: RuleContext): readonly Outcome[] {
  return [
    ...RULES.flatMap((rule) => rule.paths.flatMap((path) => checkOne(rule, path, data, context))),
    ...data.lines.flatMap((line, i) => checkGtin(line.gtin, `lines[${i}].gtin`, context)),
    ...kppOfPerson(data),
    ...unusualOgrn(data),
    ...bicCountry(data, context),
  ]
}

function checkOne(rule: IdentifierRule, path: string, data: Invoice, context: RuleContext): readonly Outcome[] {
  const id = valueAt(data, path) as string | null
  if (id === null) return []
  const valid = rule.valid(id, data)
  if (valid === null) return []
  const fields = rule.ruleId === 'ID-ACCOUNT' || rule.ruleId === 'ID-CORR' ? [path, 'payment.bik'] : [path]
  if (valid) return [passed(rule.ruleId, fields)]
  if (context.structured?.has(path)) return [issuersFault(rule, fields, id)]
  const repaired = repairIdentifier(id, (text) => rule.valid(text, data))
  return [
    found(
      rule.ruleId,
      'error',
      fields,
      {
        en: `The ${rule.name.en} does not pass its check digits. Compare it with the page${repaired ? `; ${repaired} would pass` : ''}.`,
        ru: `${sentence(rule.name.ru)} не проходит проверку контрольных цифр. Сверьте со страницей${repaired ? `; подходит ${repaired}` : ''}.`,
      },
      { expected: repaired, actual: id },
    ),
  ]
}

/** Structured data cannot be misread: the number is wrong at the issuer, which does not stop booking. */
function issuersFault(rule: IdentifierRule, fields: readonly string[], id: string): Outcome {
  return found(
    rule.ruleId,
    'info',
    fields,
    {
      en: `The ${rule.name.en} in the issuer's own data does not pass its check digits. Ask the issuer before you rely on it.`,
      ru: `${sentence(rule.name.ru)} в данных самого поставщика не проходит проверку контрольных цифр. Уточните у поставщика, прежде чем использовать.`,
    },
    { actual: id },
  )
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Only Russian register numbers are checked; HRB, SIREN and others have no common form. */
function ogrn(id: string): boolean | null {
  return /^(\d{13}|\d{15})$/.test(id) ? validOgrn(id) : null
}

function account(id: string, { payment }: Invoice): boolean | null {
  if (!/^\d{20}$/.test(id)) return payment.bik === null ? null : false
  return payment.bik === null || !validBik(payment.bik) ? null : validAccount(id, payment.bik)
}

function correspondent(id: string, { payment }: Invoice): boolean | null {
  if (!/^\d{20}$/.test(id)) return false
  return payment.bik === null || !validBik(payment.bik) ? null : validCorrAccount(id, payment.bik)
}

function reference(id: string): boolean | null {
  const plain = id.replace(/\s/g, '')
  return /^RF\d{2}/.test(plain) ? validCreditorReference(plain) : null
}

function checkGtin(gtin: string | null, path: string, context: RuleContext): readonly Outcome[] {
  if (gtin === null || !/^\d+$/.test(gtin)) return []
  if (validGtin(gtin)) return [passed('ID-GTIN', [path])]
  return [
    found(
      'ID-GTIN',
      context.structured?.has(path) ? 'info' : 'warning',
      [path],
      {
        en: 'The GTIN does not pass its check digit. Compare it with the page.',
        ru: 'GTIN не проходит проверку контрольной цифры. Сверьте со страницей.',
      },
      { actual: gtin },
    ),
  ]
}

/** A sole trader (ИНН of 12 digits) has no КПП. */
function kppOfPerson(data: Invoice): readonly Outcome[] {
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

function unusualOgrn(data: Invoice): readonly Outcome[] {
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

function bicCountry(data: Invoice, context: RuleContext): readonly Outcome[] {
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
