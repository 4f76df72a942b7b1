import type { Candidate } from '../../../core/field.ts'
import type { Box } from '../../../core/geometry.ts'
import { type Prose, proseOf } from '../../../core/prose/index.ts'
import type { Page, Reading } from '../../../core/reading.ts'
import { candidates, type Found } from '../../shared/worded/found.ts'
import { type Block, begins, type NamedParty, names } from './party-blocks.ts'
import { partyDetails } from './party-details.ts'
import { partyRows } from './requisite-rows.ts'

const HEADING =
  /^(?:(?:статья|раздел|article|section|§)?\s?[\dIVX]{0,3}[.):]*\s*)?(?:(?:юридические\s|местонахождени\p{L}\s|почтовые\s)?(?:адрес\p{L}*(?:,|\sи)?\s?)?(?:местонахождение,?\s?)?(?:(?:банковские\s|платежные\s|платёжные\s)?реквизиты)(?:\s(?:и|,)\s?подписи)?(?:\sсторон)?(?:\sи\sподписи(?:\sсторон)?)?|адреса(?:,\sреквизиты)?\sи\sподписи\sсторон|стороны(?:\sдоговора)?|подписи\sсторон|(?:addresses\sand\s)?(?:bank|payment|company)\sdetails(?:\sof\sthe\sparties)?(?:\sand\ssignatures)?|(?:details|particulars|addresses)(?:\sand\ssignatures)?\sof\sthe\sparties|bankverbindung\p{L}*(?:\sder\sparteien)?)[\s.:]*$/iu

const LAST_PAGES = 3 // where parties stand without a heading
const COLUMN_SLACK = 0.01 // share of the page's width by which rows of one column begin apart

/**
 * Addresses, numbers and accounts that stand under «Реквизиты сторон», mostly in two columns. What is found counts for a party only where the column or
 * the paragraph says whose it is: by its role or its name.
 */
export function findRequisites(reading: Reading, parties: readonly NamedParty[]): readonly Candidate[] {
  const section = sectionOf(reading)
  const blocks = section
    ? (besideEachOther(section, parties) ?? belowEachOther(proseOf(section), parties))
    : partyRows({ pages: reading.pages.slice(-LAST_PAGES) }, parties)
  return blocks.flatMap(({ at, prose, from, to }) =>
    candidates(
      prose,
      partyDetails(prose.text.slice(from, to)).map(
        (found): Found => ({
          ...found,
          path: `parties[${at}].${found.path}`,
          from: from + found.from,
          to: from + found.to,
        }),
      ),
    ),
  )
}

/** The lines below the last such heading: without what stands above, the two columns are seen as two. */
function sectionOf({ pages }: Reading): Reading | null {
  for (let i = pages.length - 1; i >= 0; i--) {
    const heading = pages[i]!.lines.findLast(({ text }) => HEADING.test(text.trim()))
    if (!heading) continue
    const below = (page: Page): Page => ({ ...page, lines: page.lines.filter(({ box }) => box.y0 > heading.box.y1 - 0.002) })
    return { pages: pages.slice(i, i + 2).map(({ running: _, ...page }, at) => (at === 0 ? below(page) : page)) }
  }
  return null
}

/** Two columns begin with their parties at one height; the right one begins where its party does. Null when the parties do not stand so. */
function besideEachOther({ pages }: Reading, parties: readonly NamedParty[]): readonly Block[] | null {
  const first = pages[0]
  const heads = parties.flatMap(({ at, name, role }) => {
    const line = first?.lines.find(({ text }) => role !== null && begins(text, role)) ?? first?.lines.find(({ text }) => names(text, name))
    return line ? [{ at, line }] : []
  })
  const [left, right, ...more] = heads.toSorted((a, b) => a.line.box.x0 - b.line.box.x0)
  if (!left || !right || more.length > 0 || left.line === right.line) return null
  const height = left.line.box.y1 - left.line.box.y0
  if (Math.abs(left.line.box.y0 - right.line.box.y0) > height || left.line.box.x1 > right.line.box.x0) return null
  const gutter = right.line.box.x0 - COLUMN_SLACK
  // A line over both columns says nothing of one of them.
  return [
    { at: left.at, keep: (box: Box) => box.x1 <= right.line.box.x0 + COLUMN_SLACK && box.x0 < gutter },
    { at: right.at, keep: (box: Box) => box.x0 >= gutter },
  ].map(({ at, keep }) => {
    const prose = proseOf({ pages: pages.map((page) => ({ ...page, lines: page.lines.filter(({ box }) => keep(box)) })) })
    return { at, prose, from: 0, to: prose.text.length }
  })
}

/** From where a party's role or name begins a row to where the next party's does. */
function belowEachOther(prose: Prose, parties: readonly NamedParty[]): readonly Block[] {
  const rows = prose.rows.map(({ from, to }) => ({ from, text: prose.text.slice(from, to) }))
  const starts = parties
    .flatMap(({ at, name, role }) => {
      const row = rows.find(({ text }) => role !== null && begins(text, role)) ?? rows.find(({ text }) => names(text, name))
      return row ? [{ at, from: row.from }] : []
    })
    .sort((a, b) => a.from - b.from)
  // One row for two parties, or one party of two: nothing says where the numbers of one end.
  if (starts.length < parties.length || new Set(starts.map(({ from }) => from)).size < starts.length) return []
  return starts.map(({ at, from }, i) => ({ at, prose, from, to: starts[i + 1]?.from ?? prose.text.length }))
}
