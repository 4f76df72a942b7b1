import type { Candidate } from '../../core/field.ts'
import { specPath } from '../../core/paths.ts'
import type { Reading } from '../../core/reading.ts'
import { tradeText } from '../shared/trade/read-pages/context.ts'
import { readTradePages } from '../shared/trade/read-pages.ts'
import { waybillFields } from './fields.ts'
import { WAYBILL_CAPTIONS } from './labels.ts'
import { formCells } from './read/form-cells.ts'
import { readFormParties } from './read/form-parties.ts'

const OWN = new Set(waybillFields.map(({ path }) => path))
const FORM = /^(?:seller|buyer|consignor|consignee)(?:\.|$)/

/** What a trade paper shows; the parties by the cells of the form, where it has them: the name of a party stands above its caption as often as beside it. */
export function readWaybillPages(reading: Reading): readonly Candidate[] {
  const paper = tradeText(reading, WAYBILL_CAPTIONS)
  const cells = formCells(paper)
  const parties = readFormParties(paper, cells)
  const shown = readTradePages(reading, WAYBILL_CAPTIONS).filter(({ path }) => OWN.has(specPath(path)))
  return [...(parties.length > 0 ? shown.filter(({ path }) => !FORM.test(path)) : shown), ...parties]
}
