import { Decimal } from '../../../../core/rules/index.ts'
import type { ExportContext } from '../../../export.ts'
import { oneLine, russianDay, vatSentence } from '../../../shared/trade/export/russian.ts'
import type { Invoice } from '../../schema.ts'

interface Recipient {
  readonly name: string | null
  readonly inn: string | null
  readonly kpp: string | null
  readonly nameField: string
  readonly innField: string
}

/** Who gets the money: the payee where one is named, else the seller. */
export function recipientOf({ payee, seller }: Invoice): Recipient {
  if (payee.name !== null) return { name: payee.name, inn: payee.taxId, kpp: null, nameField: 'payee.name', innField: 'payee.taxId' }
  return { name: seller.name, inn: seller.inn, kpp: seller.kpp, nameField: 'seller.name', innField: 'seller.inn' }
}

export function purposeOf(data: Invoice): string {
  const { number, issueDate, contractRef } = data
  const contract = contractRef.number === null ? '' : ` по договору № ${contractRef.number}`
  return oneLine(`Оплата по счету № ${number} от ${russianDay(issueDate ?? '')}${contract}. ${vatSentence(data)}`)
}

/** What is paid: all that is due unless the caller says otherwise. Decimal string. */
export function amountOf({ totals }: Invoice, { settings }: ExportContext): string {
  return settings.orderAmount || (totals.due ?? '0')
}

/** Lines `name=value` in the order of the format's description (1CClientBankExchange 1.03). */
export function orderLines(data: Invoice, context: ExportContext): readonly string[] {
  const { approvedAt, settings } = context
  const day = russianDay(settings.orderDate || approvedAt)
  const { payment, buyer } = data
  const recipient = recipientOf(data)
  const sum = new Decimal(amountOf(data, context)).toFixed(2)
  const line = (name: string, value: string | null | undefined) => `${name}=${oneLine(value ?? '')}`
  return [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    'Отправитель=Docket',
    'Получатель=',
    line('ДатаСоздания', russianDay(approvedAt)),
    line('ВремяСоздания', approvedAt.slice(11, 19)),
    line('ДатаНачала', day),
    line('ДатаКонца', day),
    line('РасчСчет', settings.payerAccount),
    'Документ=Платежное поручение',
    'СекцияДокумент=Платежное поручение',
    line('Номер', settings.orderNumber),
    line('Дата', day),
    line('Сумма', sum),
    line('ПлательщикСчет', settings.payerAccount),
    line('Плательщик', titled(buyer.inn, buyer.name)),
    line('ПлательщикИНН', buyer.inn),
    line('ПлательщикКПП', buyer.kpp),
    line('Плательщик1', buyer.name),
    line('ПлательщикРасчСчет', settings.payerAccount),
    line('ПлательщикБанк1', settings.payerBank),
    line('ПлательщикБИК', settings.payerBik),
    line('ПлательщикКорсчет', settings.payerCorrAccount),
    line('ПолучательСчет', payment.account),
    line('Получатель', titled(recipient.inn, recipient.name)),
    line('ПолучательИНН', recipient.inn),
    line('ПолучательКПП', recipient.kpp),
    line('Получатель1', recipient.name),
    line('ПолучательРасчСчет', payment.account),
    line('ПолучательБанк1', payment.bankName),
    line('ПолучательБИК', payment.bik),
    line('ПолучательКорсчет', payment.corrAccount),
    'ВидОплаты=01',
    // No identifier of the payment (УИП, УИН).
    'Код=0',
    'Очередность=5',
    line('НазначениеПлатежа', settings.orderPurpose || purposeOf(data)),
    'КонецДокумента',
    'КонецФайла',
  ]
}

function titled(inn: string | null, name: string | null): string {
  return `${inn === null ? '' : `ИНН ${inn} `}${name ?? ''}`
}
