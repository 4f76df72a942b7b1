import { hasLegalForm } from '../../../core/candidates/index.ts'
import { candidate, type Span, type TextLine, textOf } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { followsName, isAddress, isRegisterNumber } from './address-lines.ts'
import { captionsOf, rowText, type SlipRow } from './rows.ts'
import { toldNames } from './told-names.ts'

interface Named {
  readonly spans: readonly Span[]
  readonly row: number
  readonly score: number
}

const ILLEGIBLE = 0.4 // mean confidence of the words
const HEAD = 14 // rows; a shop names itself before it sells

/** The shop's name and address from the head of the slip; a firm's name at its foot is a second guess. */
export function readMerchant(rows: readonly SlipRow[]): readonly Candidate[] {
  const end = rows.findIndex((row) => captionsOf(row, 'total', 'subtotal', 'rounded').length > 0 && row.amounts.length > 0)
  const body = end < 0 ? rows.length : end
  const named = [
    ...rows.slice(0, Math.min(HEAD, body)).flatMap((row, i) => namesIn(row, rows[i + 1], i)),
    ...rows.slice(body).flatMap(firmAtFoot),
    ...toldNames(rows).map(({ span, row, score }) => ({ spans: [span], row, score })),
  ].sort((a, b) => b.score - a.score)
  const best = named[0]
  if (!best) return []
  const head = named.filter(({ row }) => row < body)[0]
  return [
    ...named.slice(0, 4).map(({ spans, score }, i) => candidate('merchant.name', nameOf(spans), spans, i === 0 ? score : score * 0.6)),
    ...(head ? addressUnder(rows, head) : []),
  ]
}

function namesIn(row: SlipRow, next: SlipRow | undefined, place: number): readonly Named[] {
  return row.lines.flatMap((line) => {
    const span = trimmed({ line, from: 0, to: line.text.length })
    if (isIllegible(line) || !nameable(row, line, textOf(span), next)) return []
    if (BEGINS_AND.test(textOf(span)) || ONLY_FORM.test(line.text.trim())) return [] // the rest of the name above
    const below = next?.lines.find(
      (other) =>
        ONLY_FORM.test(other.text.trim()) ||
        (!isAddress(other.text) &&
          nameable(next, other, other.text) &&
          (ENDS_AND.test(textOf(span)) || BEGINS_AND.test(other.text) || (!hasLegalForm(textOf(span)) && hasLegalForm(other.text)))),
    )
    const spans = below ? [span, trimmed({ line: below, from: 0, to: below.text.length })] : [span]
    const legal = hasLegalForm(nameOf(spans))
    if (!legal && next && next.amounts.length > 0) return [] // the thing that is sold for the sum below
    const anchored = next !== undefined && (below !== undefined || followsName(next))
    const capitals = line.text === line.text.toUpperCase()
    const registered = span.to < line.text.trimEnd().length && isRegisterNumber(line.text.slice(span.to))
    const score = 0.42 + (registered ? 0.25 : 0) + (legal ? 0.3 : 0) + (anchored ? 0.22 : 0) + (capitals ? 0.03 : 0) - 0.012 * place
    return [{ spans, row: place, score: Math.min(0.95, score) }]
  })
}

function firmAtFoot(row: SlipRow): readonly Named[] {
  return row.lines.flatMap((line) => {
    const span = trimmed({ line, from: 0, to: line.text.length })
    const text = textOf(span)
    return hasLegalForm(text) && nameable(row, line, text) && text.length < 60 ? [{ spans: [span], row: row.place, score: 0.5 }] : []
  })
}

/** A logo or the print of the other side, which engines make letters of. */
function isIllegible({ words }: TextLine): boolean {
  const known = words.flatMap(({ word }) => word.confidence ?? [])
  return known.length > 0 && known.reduce((sum, one) => sum + one, 0) / known.length < ILLEGIBLE
}

/** `next`: what stands below. Over a register number nothing is a street, over a form of company two letters are a name. */
function nameable(row: SlipRow, line: TextLine, text: string, next?: SlipRow): boolean {
  const overForm = next?.lines.some((other) => ONLY_FORM.test(other.text.trim())) ?? false
  const overRegister = next !== undefined && isRegisterNumber(rowText(next)) && !isAddress(rowText(next))
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (letters < (overForm ? 2 : 3) || letters < 0.5 * text.replace(/\s/g, '').length || text.length > 70) return false
  if (row.amounts.length > 0 || /@|https?:|www\.|\d{2}[:.]\d{2}|\d{4,}/u.test(text)) return false
  if (
    captionsOf(row, 'heading', 'date', 'number', 'taxId', 'phone', 'items', 'other', 'cash', 'card', 'register').some(
      (hit) => hit.line === line,
    )
  )
    return false
  if (isRegisterNumber(text)) return false
  if (line.text.length > text.length && isRegisterNumber(line.text.slice(line.text.indexOf(text) + text.length))) return true
  // A slogan ends like a sentence.
  if (/\p{Ll}\.$/u.test(text)) return false
  return hasLegalForm(text) || (overRegister && !/\d/.test(text)) || (!isAddress(text) && !isRegisterNumber(text) && !NO_NAME.test(text))
}

/** The end of the name above: a form of company or trade alone. */
const ONLY_FORM = /^(?:s\/b|sdn\.?\s?bhd\.?|enterprises?|trading|gmbh(?: & co\.? kg)?|ltd\.?|limited|inc\.?|llc|e\.?\s?k\.)$/iu
const NO_NAME =
  /[?!]|^(?:eur|usd|gbp|chf|rm|rub|руб)\.?$|öffnungszeit|uhr\b|open|hours|cashier|kassier|кассир|table|смена|thank|danke|merci|спасибо|welcome to|willkommen (?:bei|im)|bienvenue chez|добро пожаловать/iu
/** A name that is printed over two lines is mostly broken at its «&». */
const BEGINS_AND = /^\s*&/u
const ENDS_AND = /&\s*$/u
const FRAME = /[\s,;:|*<>=_-]/u
/** Signs that frame it, and what says whose name it is. */
const LEAD =
  /^(?:[\s*#<>«"'.,:;=_-]+(?=[\s\p{L}]))?(?:(?:inhaber(?:in)?|inh\.|owner|proprietor|prop\.|продавец|пользователь|организация)\s?:\s*)?/iu
const REGISTER_BEHIND =
  /(?:[(<[]\s?(?:co\.?\s?reg\.?\s?(?:no\.?)?\s?:?\s?)?\d[\d\s]{3,}-?\s?[A-Z]?\s?[)>\]]?|(?<!\p{L})(?:ИНН|GST|UID|USt).*|(?:\b(?:store|shop|branch|filiale|markt|магазин)\s)?(?:#|№|no\.|nr\.)\s?\d+)$/iu

/** Without the register number behind it and what frames it; spaced capitals are one word. */
function trimmed(span: Span): Span {
  const text = textOf(span)
  const lead = LEAD.exec(text)?.[0].length ?? 0
  const name = unframed(text.slice(lead))
  const register = REGISTER_BEHIND.exec(name)
  return { ...span, from: span.from + lead, to: span.from + lead + (register ? unframed(name.slice(0, register.index)) : name).length }
}

/** Without what frames it behind. A pattern for this starts anew at every sign of a long dividing line. */
function unframed(text: string): string {
  let end = text.length
  while (end > 0 && FRAME.test(text[end - 1]!)) end--
  return text.slice(0, end)
}

function nameOf(spans: readonly Span[]): string {
  const name = spans.map(textOf).join(' ').replace(/\s+/g, ' ').trim()
  return /^(?:\p{L} ){2,}\p{L}$/u.test(name) ? name.replace(/ /g, '') : name
}

const LINES = 6

/** The rows under the name up to a phone, a number or the title of the slip; register numbers between them are skipped. */
function addressUnder(rows: readonly SlipRow[], { row, spans }: Named): readonly Candidate[] {
  const first = row + spans.length
  const taken: Span[] = []
  for (const next of rows.slice(first, first + LINES)) {
    const text = rowText(next)
    const numbers = captionsOf(next, 'taxId', 'phone').length > 0
    if ((isRegisterNumber(text) && !isAddress(text)) || (numbers && taken.length === 0)) continue
    if (next.amounts.length > 0 || captionsOf(next, 'heading', 'date', 'number', 'items').length > 0 || numbers) break
    if (!isAddress(text) && !(taken.length > 0 && /\p{L}{4}/u.test(text) && !/\d{2}[:.]\d{2}/.test(text))) break
    taken.push(...next.lines.map((line) => ({ line, from: 0, to: line.text.length })))
  }
  if (taken.length === 0) return []
  const address = taken
    .map(textOf)
    .join(', ')
    .replace(/,\s?,/g, ',')
    .replace(/[.,\s]+$/, '')
  return [candidate('merchant.address', address, taken, 0.6)]
}
