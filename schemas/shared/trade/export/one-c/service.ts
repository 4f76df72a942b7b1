import type { TradePaper, TradeParty } from '../../schema.ts'
import { jsonNumber, lineSum, lineTax, vatRate } from './rows.ts'

/** The same document with names and numbers; amounts are numbers, dates ISO. `Идентификатор` makes a second delivery of the record harmless. */
export function serviceBody(data: TradePaper, recordId: string): unknown {
  const { payment, totals, contractRef } = data
  return {
    Идентификатор: recordId,
    Вид: 'ПоступлениеТоваровУслуг',
    НомерВходящегоДокумента: data.number,
    ДатаВходящегоДокумента: data.issueDate,
    ДатаПоставки: data.deliveryDate,
    Контрагент: partyOf(data.seller),
    Организация: partyOf(data.buyer),
    Грузоотправитель: data.consignor,
    Грузополучатель: data.consignee,
    ПолучательПлатежа: data.payee.name === null ? null : { Наименование: data.payee.name, ИНН: data.payee.taxId },
    Договор: { Наименование: contractRef.name, Номер: contractRef.number, Дата: contractRef.date },
    Валюта: data.currency,
    БанковскийСчет: {
      Номер: payment.account ?? payment.iban,
      БИК: payment.bik ?? payment.bic,
      Банк: payment.bankName,
      КоррСчет: payment.corrAccount,
    },
    СуммаВключаетНДС: data.lineAmountsIncludeTax === true,
    СуммаДокумента: jsonNumber(totals.gross),
    СуммаНДС: jsonNumber(totals.tax),
    СуммаБезНДС: jsonNumber(totals.net),
    КОплате: jsonNumber(totals.due),
    Строки: data.lines.map((line, i) => ({
      НомерСтроки: i + 1,
      Наименование: line.name,
      Описание: line.description,
      Артикул: line.sellerItemId,
      Штрихкод: line.gtin,
      Количество: jsonNumber(line.quantity),
      Единица: line.unitRaw,
      ЕдиницаКод: line.unit,
      Цена: jsonNumber(line.unitPrice),
      Сумма: jsonNumber(lineSum(data, line)),
      СтавкаНДС: vatRate(line),
      СуммаНДС: jsonNumber(lineTax(line)),
      Всего: jsonNumber(line.gross),
      НомерГТД: line.customsDecl,
      СтранаПроисхождения: line.originCountry,
      Акциз: jsonNumber(line.excise),
    })),
    НДС: data.taxes.map(({ category, rate, base, amount }) => ({
      Категория: category,
      Ставка: jsonNumber(rate),
      База: jsonNumber(base),
      Сумма: jsonNumber(amount),
    })),
  }
}

function partyOf({ name, inn, kpp, legalId, vatId, taxRegId, address }: TradeParty): unknown {
  const { line1, line2, city, zip, region, country } = address
  return {
    Наименование: name,
    ИНН: inn ?? vatId ?? taxRegId,
    КПП: kpp,
    ОГРН: legalId,
    Адрес: [zip, region, city, line1, line2, country].filter((part) => part !== null).join(', ') || null,
  }
}
