import type { Localised } from '../../../../core/finding.ts'
import {
  repairIdentifier,
  validAccount,
  validBic,
  validBik,
  validBin,
  validCorrAccount,
  validCreditorReference,
  validGtin,
  validIban,
  validInn,
  validKpp,
  validOgrn,
  validUnp,
  validVatId,
} from '../../../../core/identifiers/index.ts'
import { valueAt } from '../../../../core/paths.ts'
import { found, type Outcome, passed, repairedBy } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'
import { identifierPairRules } from './identifier-pairs.ts'

interface IdentifierRule {
  readonly ruleId: string
  readonly paths: readonly string[]
  /** Null = nothing can be said about this value. */
  readonly valid: (id: string, data: TradePaper, path: string) => boolean | null
  readonly name: Localised
}

const RULES: readonly IdentifierRule[] = [
  { ruleId: 'ID-INN', paths: ['seller.inn', 'buyer.inn'], valid: validInn, name: { en: 'ИНН', ru: 'ИНН' } },
  { ruleId: 'ID-KPP', paths: ['seller.kpp', 'buyer.kpp'], valid: validKpp, name: { en: 'КПП', ru: 'КПП' } },
  { ruleId: 'ID-VAT', paths: ['seller.vatId', 'buyer.vatId'], valid: validVatId, name: { en: 'VAT id', ru: 'номер НДС (VAT ID)' } },
  { ruleId: 'ID-UNP', paths: ['seller.taxRegId', 'buyer.taxRegId'], valid: unp, name: { en: 'УНП', ru: 'УНП' } },
  { ruleId: 'ID-BIN', paths: ['seller.taxRegId', 'buyer.taxRegId'], valid: bin, name: { en: 'БИН/ИИН', ru: 'БИН/ИИН' } },
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
export function identifierRules(data: TradePaper, context: RuleContext): readonly Outcome[] {
  return [
    ...RULES.flatMap((rule) => rule.paths.flatMap((path) => checkOne(rule, path, data, context))),
    ...data.lines.flatMap((line, i) => checkGtin(line.gtin, `lines[${i}].gtin`, context)),
    ...identifierPairRules(data, context),
  ]
}

function checkOne(rule: IdentifierRule, path: string, data: TradePaper, context: RuleContext): readonly Outcome[] {
  const id = valueAt(data, path) as string | null
  if (id === null) return []
  const valid = rule.valid(id, data, path)
  if (valid === null) return []
  const fields = rule.ruleId === 'ID-ACCOUNT' || rule.ruleId === 'ID-CORR' ? [path, 'payment.bik'] : [path]
  if (valid) return [passed(rule.ruleId, fields)]
  if (context.structured?.has(path)) return [issuersFault(rule, fields, id)]
  const repaired = repairIdentifier(id, (text) => rule.valid(text, data, path))
  const finding = found(
    rule.ruleId,
    'error',
    fields,
    {
      en: `The ${rule.name.en} does not pass its check digits. Compare it with the page${repaired ? `; ${repaired} would pass` : ''}.`,
      ru: `${sentence(rule.name.ru)} не проходит проверку контрольных цифр. Сверьте со страницей${repaired ? `; подходит ${repaired}` : ''}.`,
    },
    { expected: repaired, actual: id },
  )
  return [repaired === null ? finding : repairedBy(finding, path, repaired)]
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

/** Tax numbers of Belarus and Kazakhstan have check digits; the party's country says that it is one. */
function unp(id: string, data: TradePaper, path: string): boolean | null {
  return countryOf(data, path) === 'BY' ? validUnp(id.replace(/\s/g, '')) : null
}

function bin(id: string, data: TradePaper, path: string): boolean | null {
  return countryOf(data, path) === 'KZ' ? validBin(id.replace(/\s/g, '')) : null
}

function countryOf(data: TradePaper, path: string): string | null {
  return path.startsWith('seller') ? (data.seller.address.country ?? data.payment.iban?.slice(0, 2) ?? null) : data.buyer.address.country
}

/** Only Russian register numbers are checked; HRB, SIREN and others have no common form. */
function ogrn(id: string): boolean | null {
  return /^(\d{13}|\d{15})$/.test(id) ? validOgrn(id) : null
}

function account(id: string, { payment }: TradePaper): boolean | null {
  if (!/^\d{20}$/.test(id)) return payment.bik === null ? null : false
  return payment.bik === null || !validBik(payment.bik) ? null : validAccount(id, payment.bik)
}

function correspondent(id: string, { payment }: TradePaper): boolean | null {
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
