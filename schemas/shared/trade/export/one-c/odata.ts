import type { ExportContext } from '../../../../export.ts'
import type { TradePaper } from '../../schema.ts'
import { jsonNumber, lineSum, lineTax, vatRate } from './rows.ts'

/** `Document_ПоступлениеТоваровУслуг` of the standard interface (1C:Enterprise developer guide, «Стандартный интерфейс OData»). Not posted: `Posted` is false. */
export function odataBody(data: TradePaper, { approvedAt, settings, recordId }: ExportContext): unknown {
  const table = settings.table as 'Товары' | 'Услуги'
  const rows = data.lines.map((line, i) => ({
    LineNumber: String(i + 1),
    Номенклатура_Key: settings.itemKey,
    // Only services keep the supplier's own words.
    ...(table === 'Услуги' && { Содержание: [line.name, line.description].filter((part) => part !== null).join('\n') }),
    Количество: jsonNumber(line.quantity ?? '1'),
    Цена: jsonNumber(line.unitPrice ?? lineSum(data, line)),
    Сумма: jsonNumber(lineSum(data, line)),
    СтавкаНДС: vatRate(line),
    СуммаНДС: jsonNumber(lineTax(line)),
  }))
  return {
    Date: `${approvedAt.slice(0, 19)}`,
    Posted: false,
    Организация_Key: settings.organisationKey,
    Контрагент_Key: settings.contractorKey,
    ДоговорКонтрагента_Key: settings.contractKey,
    ВалютаДокумента_Key: settings.currencyKey,
    НомерВходящегоДокумента: data.number,
    ДатаВходящегоДокумента: `${data.issueDate}T00:00:00`,
    СуммаДокумента: jsonNumber(data.totals.gross),
    СуммаВключаетНДС: data.lineAmountsIncludeTax === true,
    Комментарий: `Docket ${recordId}`,
    [table]: rows,
  }
}
