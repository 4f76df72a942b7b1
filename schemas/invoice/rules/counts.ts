import { found, type Outcome, passed } from '../../../core/rules/index.ts'
import type { Invoice } from '../schema.ts'

/** RU-1: «Всего наименований N» is the number of lines. */
export function countRules({ lines, totals }: Invoice): readonly Outcome[] {
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
