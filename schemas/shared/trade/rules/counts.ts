import { Decimal, found, type Outcome, passed } from '../../../../core/rules/index.ts'
import { parseMoney } from '../../../../core/values/index.ts'
import type { TradePaper } from '../schema.ts'

/** RU-1: «Всего наименований N, на сумму X»: N is the number of lines, X the gross total. */
export function countRules(data: TradePaper): readonly Outcome[] {
  return [...lineCount(data), ...statedSum(data)]
}

function lineCount({ lines, totals }: TradePaper): readonly Outcome[] {
  const printed = totals.lineCount === null ? null : /\d+/.exec(totals.lineCount)?.[0]
  if (!printed || lines.length === 0) return []
  if (Number(printed) === lines.length) return [passed('RU-1', ['totals.lineCount'])]
  return [
    found(
      'RU-1',
      'error',
      ['lines', 'totals.lineCount'],
      {
        en: `The document says it has ${printed} lines, ${lines.length} were read. Compare the table with the page.`,
        ru: `В документе указано наименований: ${printed}, прочитано строк: ${lines.length}. Сверьте таблицу со страницей.`,
      },
      { expected: printed, actual: String(lines.length), delta: String(lines.length - Number(printed)) },
    ),
  ]
}

function statedSum({ totals, currency }: TradePaper): readonly Outcome[] {
  const phrase = /на сумму:?\s+(.+)$/iu.exec(totals.lineCount ?? '')
  const stated = phrase ? parseMoney(phrase[1]!.replace(/[.;\s]+$/, ''), { currency, decimal: ',' }) : null
  if (stated?.kind !== 'value' || totals.gross === null) return []
  const fields = ['totals.lineCount', 'totals.gross']
  if (new Decimal(stated.value).equals(totals.gross)) return [passed('RU-1', fields)]
  return [
    found(
      'RU-1',
      'error',
      fields,
      {
        en: `The line «Всего наименований» states ${stated.value}, the total is ${totals.gross}. Compare both with the page.`,
        ru: `В строке «Всего наименований» сумма ${stated.value}, а итог ${totals.gross}. Сверьте обе со страницей.`,
      },
      { expected: stated.value, actual: totals.gross, delta: new Decimal(totals.gross).minus(stated.value).toFixed() },
    ),
  ]
}
