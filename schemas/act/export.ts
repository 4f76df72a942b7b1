import type { ExportFormat, Lack } from '../export.ts'
import { commonFormats } from '../exports/common.ts'
import type { TableNames } from '../exports/tables.ts'
import { asTrade } from '../shared/trade/as-trade.ts'
import { ofPaper } from '../shared/trade/export/as-paper.ts'
import { refused } from '../shared/trade/export/lacks.ts'
import { oneCODataFormat, oneCServiceFormat } from '../shared/trade/export/one-c/index.ts'
import { updActFormat } from '../shared/trade/export/upd/index.ts'
import type { TradePaper } from '../shared/trade/schema.ts'
import { actFields } from './fields.ts'
import type { Act } from './schema.ts'

const tableNames: TableNames = {
  document: { en: 'Act', ru: 'Акт' },
  branches: {
    seller: { en: 'Executor', ru: 'Исполнитель' },
    buyer: { en: 'Customer', ru: 'Заказчик' },
    lines: { en: 'Work', ru: 'Работа' },
    taxes: { en: 'VAT', ru: 'НДС' },
    signatories: { en: 'Signed by', ru: 'Подписи' },
  },
}

const OWN = ['noClaims']

/** The files in which an approved act leaves, in the order of the menu. */
export const actExports: readonly ExportFormat<Act>[] = [
  ...commonFormats<Act>('act', actFields, tableNames, 'lines'),
  inTermsOfActs(ofPaper(updActFormat, actFields, accepted, OWN)),
  ofPaper(oneCServiceFormat, actFields, asTrade, OWN),
  ofPaper(oneCODataFormat, actFields, asTrade, OWN),
]

/** Where the paper names no period, the work was handed over on the day of the act. */
function accepted(act: Act): TradePaper {
  const paper = asTrade(act)
  const hasPeriod = act.period.start !== null && act.period.end !== null
  return { ...paper, deliveryDate: hasPeriod ? null : act.issueDate, signatories: signerOf(act) }
}

const EXECUTOR = /исполнител|подрядчик|сдал|contractor|executor/i

/** Whoever signs for the executor: the only name, or the only one whose position says so. Empty where nobody can tell. */
function signerOf({ signatories }: Act): Act['signatories'] {
  const executors = signatories.filter(({ role }) => EXECUTOR.test(role ?? ''))
  return signatories.length < 2 ? signatories : executors.length === 1 ? executors : []
}

/** Two sign an act, and the file is the executor's: which of them is theirs has to be said. Its day is that of the act, which is asked for itself. */
function inTermsOfActs(format: ExportFormat<Act>): ExportFormat<Act> {
  return {
    ...format,
    lacks: (act, context) =>
      format
        .lacks(act, context)
        .filter(({ rule }) => rule !== 'ДатаПер')
        .map((lack) => (lack.rule === 'Подписант' && act.signatories.length > 1 ? TOLD_APART : lack)),
  }
}

const TOLD_APART: Lack = refused(
  'signatories[].role',
  'Подписант',
  'Two people sign: say by the position who signs for the executor («Исполнитель»).',
  'Подписывают двое: укажите в должности, кто подписывает за исполнителя («Исполнитель»).',
)
