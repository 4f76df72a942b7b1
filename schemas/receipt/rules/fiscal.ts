import { validInn } from '../../../core/identifiers/index.ts'
import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { Receipt } from '../schema.ts'

/** Numbers of a Russian till (54-ФЗ): the drive has 16 digits, the ИНН its check digits. A refund is no expense. */
export function fiscalRules({ merchant, fiscal, operation }: Receipt): readonly Outcome[] {
  const russian = fiscal.drive !== null || fiscal.document !== null || fiscal.sign !== null
  return [
    ...(fiscal.drive !== null && !/^\d{16}$/.test(fiscal.drive)
      ? [
          found(
            'FISCAL-DRIVE',
            'warning',
            ['fiscal.drive'],
            {
              en: 'The number of the fiscal drive has 16 digits.',
              ru: 'Номер фискального накопителя (ФН) состоит из 16 цифр.',
            },
            { actual: fiscal.drive },
          ),
        ]
      : []),
    ...(russian && merchant.taxId !== null ? [inn(merchant.taxId)] : []),
    ...(operation === 'refund' || operation === 'purchase_refund'
      ? [
          found('RECEIPT-REFUND', 'warning', ['operation', 'total'], {
            en: 'The slip is a refund: the money came back. Book it with the opposite sign.',
            ru: 'Это чек возврата: деньги вернулись. Проводите его с обратным знаком.',
          }),
        ]
      : []),
  ]
}

function inn(value: string): Outcome {
  if (validInn(value)) return passed('ID-INN', ['merchant.taxId'])
  return found(
    'ID-INN',
    'warning',
    ['merchant.taxId'],
    {
      en: 'The check digits of the INN do not fit: a digit was misread.',
      ru: 'Контрольные цифры ИНН не сходятся: цифра прочитана неверно.',
    },
    { actual: value },
  )
}
