import { type FoundDate, findDates, idAtStart } from '../../../../core/candidates/index.ts'
import { below, type Span, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import type { Caption } from '../labels/index.ts'
import { candidate, type Hit, ranked, type TradeText } from './context.ts'
import { behindTitle, DATE_WORD, placesOf, RELATION } from './header-places.ts'

const DATE_FIELDS: readonly (readonly [path: string, kinds: readonly Caption[]])[] = [
  ['issueDate', ['issueDate', 'date']],
  ['dueDate', ['dueDate']],
  ['deliveryDate', ['deliveryDate']],
]

/** Dates of the invoice's head, best first per path. */
export function readDates(invoice: TradeText): readonly Candidate[] {
  const captioned = new Map<string, readonly Candidate[]>(
    DATE_FIELDS.map(([path, kinds]) => [
      path,
      ranked(kinds.flatMap((kind) => invoice.hitsOf(kind).flatMap((hit) => datesFor(invoice, hit, path)))),
    ]),
  )
  const issue = ranked([...(captioned.get('issueDate') ?? []), ...titleDates(invoice), ...loneDates(invoice)])
  const issued = issue[0]?.value
  const due = [...(captioned.get('dueDate') ?? []), ...debitDates(invoice)].map((c) =>
    issued !== undefined && c.value < issued ? { ...c, score: c.score * 0.7 } : c,
  )
  return [...issue, ...ranked(due), ...(captioned.get('deliveryDate') ?? []), ...periods(invoice)]
}

function datesFor(invoice: TradeText, hit: Hit, path: string): readonly Candidate[] {
  // A bare "Date"/"Datum" inside a sentence is a word, not a caption.
  if (hit.kind === 'date' && hit.from > 0 && !/[:|;,.\d]\s*$/.test(hit.line.text.slice(0, hit.from))) return []
  const places = placesOf(invoice, hit, hit.kind === 'dueDate' ? 4 : 2.2)
  let discount = false
  for (const place of places) {
    const text = textOf(place.span)
    const [first] = findDates(text, invoice.text.locale)
    if (!first) {
      if (place.relation === 'same line' && text.length > 25) break
      continue
    }
    if (place.relation === 'same line' && first.from > 30) break
    if (place.relation !== 'same line' && first.from > 14 && path !== 'dueDate') continue
    const { line, from } = place.span
    const found = path === 'dueDate' ? payday(invoice, place.span) : { ...first, from: from + first.from, to: from + first.to }
    if (!found) {
      discount = true
      continue
    }
    const span: Span = { line, from: found.from, to: found.to }
    // Behind a day of discount, on another line: a date under a caption of its own is surer.
    const sure = (found.ambiguous ? 0.8 : 1) * (discount ? 0.9 : 1)
    const score = hit.weight * RELATION[place.relation] * sure
    return [candidate(path, found.value, [span], score), ...(found.other ? [candidate(path, found.other, [span], score * 0.95)] : [])]
  }
  return []
}

/** The first date from a place to the end of its line that is no day of a discount: a ladder of discounts ends with the day of payment. */
function payday(invoice: TradeText, { line, from }: Span): FoundDate | undefined {
  return findDates(line.text, invoice.text.locale).find((date) => date.from >= from && !inDiscount(line, date))
}

/** "Bei Zahlung bis zum 05.06. 2 % Skonto, netto bis 20.06.": the day of a cash discount is not the day of payment. */
function inDiscount(line: TextLine, date: FoundDate): boolean {
  // The comma of "1,5 % Skonto" ends nothing.
  const end = /[,;](?!\d)|\.\s|\s(?:oder|or|ou|und|and|et)\s/u
  const before = line.text.slice(0, date.from).split(end).at(-1)!
  const after = line.text.slice(date.to).split(end)[0]!
  if (/^\s*(?:ohne|(?:rein\s)?netto|strictly net|net\b|without|sans)/iu.test(after)) return false
  return /skonto|(?:cash|early|prompt)\s\w*\s?discount|discount of|escompte|korting voor contant/iu.test(before + after)
}

/** The date behind the number in the title: "… Nr. 9314 vom 01.10.2018". */
function titleDates(invoice: TradeText): readonly Candidate[] {
  return invoice.hitsOf('title', 'creditTitle', 'number').flatMap((hit) => {
    if (hit.line.text.length > 140 || hit.line.text.slice(0, hit.from).trim().length > 12) return []
    const { span } = behindTitle(invoice, hit)
    const rest = textOf(span)
    const found = findDates(rest, invoice.text.locale)[0]
    if (!found) return hit.kind === 'number' ? [] : dateUnderTitle(invoice, hit)
    const between = rest.slice(0, found.from)
    const id = idAtStart(between)
    if (!DATE_WORD.test(id ? between.slice(id.to) : between)) return []
    return [
      candidate('issueDate', found.value, [{ line: span.line, from: span.from + found.from, to: span.from + found.to }], id ? 0.92 : 0.8),
    ]
  })
}

/** «Счёт 15/05» and on the next line «от 03.05.2026 · …»: the date goes on from the title, set flush with it or centred. */
function dateUnderTitle(invoice: TradeText, hit: Hit): readonly Candidate[] {
  const under = ({ at, em }: TextLine) =>
    Math.abs(at.x0 - hit.line.at.x0) < 2 * em || Math.abs(at.x0 + at.x1 - hit.line.at.x0 - hit.line.at.x1) < 2 * em
  const line = below(hit.line.at, invoice.page(hit.line), 1.5).find((l) => l !== hit.line && under(l))
  const found = line && findDates(line.text, invoice.text.locale)[0]
  const lead = found ? line.text.slice(0, found.from) : ''
  return found && lead.trim() !== '' && DATE_WORD.test(lead)
    ? [candidate('issueDate', found.value, [{ line, from: found.from, to: found.to }], 0.85)]
    : []
}

/** "… wird am 20.03.2014 von Ihrem Konto … eingezogen": the day of the direct debit is the day of payment. */
function debitDates(invoice: TradeText): readonly Candidate[] {
  return invoice.text.lines.flatMap((line, i) => {
    const after = `${line.text} ${invoice.text.lines[i + 1]?.text ?? ''}`
    return findDates(line.text, invoice.text.locale).flatMap((date) => {
      const told =
        /(?:wird|werden|am|on|le)\s*$/iu.test(line.text.slice(0, date.from)) &&
        /abgebucht|eingezogen|lastschrift|prélev|debited|direct debit/iu.test(after.slice(date.to, date.to + 160))
      return told ? [candidate('dueDate', date.value, [{ line, from: date.from, to: date.to }], 0.6)] : []
    })
  })
}

/** A letter's date: alone on its line, or behind the place ("Berlin, den 3. Mai 2024"), in the upper part of the first page. */
function loneDates(invoice: TradeText): readonly Candidate[] {
  const first = invoice.text.pages[0]
  if (!first) return []
  return first.lines.flatMap((line) => {
    if (line.at.y0 > 0.45) return []
    const found = findDates(line.text, invoice.text.locale)
    if (found.length !== 1) return []
    const { from, to, value } = found[0]!
    const before = line.text.slice(0, from)
    // «30 апреля 2026 г.»
    if (
      line.text
        .slice(to)
        .replace(/^\s*г(?:ода)?(?:\.|$)/iu, '')
        .trim() !== ''
    )
      return []
    const alone = before.trim() === ''
    if (!alone && !/^[\p{Lu}][\p{L} .()/-]{1,30},?\s*(?:den|le|am|,)?\s*$/u.test(before)) return []
    // A date in the column of another date's caption is that caption's.
    if (alone && captionNear(invoice, line)) return []
    return [candidate('issueDate', value, [{ line, from, to }], alone ? 0.5 : invoice.hitsOn(line).length > 0 ? 0.3 : 0.55)]
  })
}

function captionNear(invoice: TradeText, line: TextLine): boolean {
  const dated: readonly Caption[] = ['dueDate', 'deliveryDate', 'orderDate', 'otherDate', 'period']
  return invoice.hits.some((hit) => {
    if (hit.line.page !== line.page || !dated.includes(hit.kind)) return false
    const sameRow = hit.line.at.y0 < line.at.y1 && hit.line.at.y1 > line.at.y0 && hit.line.at.x1 <= line.at.x0
    const above = line.at.y0 - hit.line.at.y1
    return sameRow || (above > -0.3 * line.em && above < line.em && Math.abs(hit.line.at.x0 - line.at.x0) < 3 * line.em)
  })
}

/** Behind its caption, else told in a sentence: "ausgeführt vom 01.04.2026 bis 30.04.2026". */
function periods(invoice: TradeText): readonly Candidate[] {
  for (const hit of invoice.hitsOf('period'))
    for (const place of placesOf(invoice, hit, 2)) {
      const found = pairOf(invoice, place.span, 0.85)
      if (found.length > 0) return found
    }
  for (const line of invoice.text.lines) {
    const told = TOLD_PERIOD.exec(line.text)
    const found = told ? pairOf(invoice, { line, from: told.index, to: line.text.length }, 0.7) : []
    if (found.length > 0) return found
  }
  return []
}

const TOLD_PERIOD = /(?<!\p{L})(?:vom|von|from|between|du|van|dal|del|с)\s+(?=["«]?\d{1,2}\P{L}|\d{4}|\p{L}{3,9}\.? \d)/iu
const UNTIL = /^[\s.,]*(?:bis(?: zum| einschließlich)?|–|—|-|to|until|till|through|and|au|t\/m|tot(?: en met)?|al|по)\s*$/iu

/** The first two dates of a place, when they are joined as a period and in order. */
function pairOf(invoice: TradeText, { line, from, to }: Span, score: number): readonly Candidate[] {
  const [start, end] = findDates(line.text.slice(from, to), invoice.text.locale)
  if (!start || !end || start.value > end.value) return []
  if (score < 0.8 && !UNTIL.test(line.text.slice(from + start.to, from + end.from))) return []
  const at = (date: typeof start): Span => ({ line, from: from + date.from, to: from + date.to })
  return [candidate('period.start', start.value, [at(start)], score), candidate('period.end', end.value, [at(end)], score)]
}
