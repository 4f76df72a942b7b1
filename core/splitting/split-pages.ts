import type { Page } from '../reading.ts'
import type { PageRange } from '../stages.ts'
import { marksOf, type PageMarks } from './page-marks.ts'

/** How much a page by itself looks like the first one of a document, 0..1: what the types' own recognition says of it. */
export type Opens = (page: Page) => number

/** What is kept of a page until all pages of the file have been seen. */
export interface MarkedPage {
  readonly index: number
  readonly marks: PageMarks
  readonly opens: number
}

/** `sure`: no boundary was a close call, neither one that was drawn nor one that was not. */
export interface Split {
  readonly ranges: readonly PageRange[]
  readonly sure: boolean
}

export function markPage(page: Page, opens: Opens): MarkedPage {
  return { index: page.index, marks: marksOf(page), opens: opens(page) }
}

/**
 * The documents of a file as ranges of pages. Every boundary gets log-odds from what both pages say: their numbering, what the second one looks like,
 * numbers that come again, heads and feet, where a sentence or a table breaks off. A blank page belongs to the document before it. One range with all
 * pages is the answer wherever nothing speaks for more: a document cut in two costs a person more than two that hang together.
 */
export function splitPages(pages: readonly MarkedPage[]): Split {
  if (pages.length === 0) return { ranges: [{ first: 1, last: 0 }], sure: true }
  const odds = pages.map((_, i) => oddsBefore(pages, i))
  const cuts = odds.flatMap((value, i) => (value !== null && value > 0 ? [i] : []))
  return {
    ranges: [0, ...cuts].map((from, n) => ({ first: pages[from]!.index, last: pages[(cuts[n] ?? pages.length) - 1]!.index })),
    sure: odds.every((value) => value === null || value > DOUBT || value < -DOUBT_AGAINST),
  }
}

/** Null where no document can begin. */
function oddsBefore(pages: readonly MarkedPage[], i: number): number | null {
  const next = pages[i]!
  if (i === 0 || next.marks.blank) return null
  const before = pages.slice(0, i).findLastIndex(({ marks }) => !marks.blank)
  const last = pages[before]
  if (!last) return null
  const after = pages.slice(i + 1).find(({ marks }) => !marks.blank)
  const seen = { opens: next.opens, openedBefore: last.opens, blankBetween: before < i - 1, after: after?.marks ?? null }
  return boundaryOdds(last.marks, next.marks, seen)
}

interface Seen {
  /** Of the page behind the boundary and of the one before it. */
  readonly opens: number
  readonly openedBefore: number
  readonly blankBetween: boolean
  /** The page after the boundary's second one. */
  readonly after: PageMarks | null
}

const PRIOR = -1.7
/** Log-odds that are a close call: for a boundary, and against one. */
const DOUBT = 1
const DOUBT_AGAINST = 1

/** Log-odds that a document begins with `next`. */
export function boundaryOdds(last: PageMarks, next: PageMarks, { opens, openedBefore, blankBetween, after }: Seen): number {
  return (
    PRIOR +
    numbering(last, next) +
    // A page that nobody takes for a beginning is seldom one; a beginning behind a beginning is a pile of single sheets.
    4.2 * (opens - 0.45) +
    (opens > 0.7 && openedBefore > 0.7 ? (next.titled ? 1.2 : 0.5) : 0) +
    beginning(last, next) +
    identity(last, next) +
    flow(last, next) +
    subject(last, next) +
    belonging(last, next, after) +
    setting(last, next) +
    sheet(last, next) +
    (blankBetween ? 1.2 : 0)
  )
}

/** A document begins with a title, a date, numbers; and where the one before has reached its total or its signatures. */
function beginning(last: PageMarks, next: PageMarks): number {
  return (next.titled ? 0.6 : -0.8) + (next.dated ? 0.4 : -0.9) + (next.ids.size <= 1 ? -0.9 : 0) + (last.ends ? 0.4 : next.ends ? -0.7 : 0)
}

/** «Page 1 of 3» begins, «page 2 of 3» behind «page 1 of 3» goes on, and behind «3 of 3» comes another document. */
function numbering({ number: a }: PageMarks, { number: b }: PageMarks): number {
  if (!b) return a?.of != null ? (a.number < a.of ? -2 : 1.5) : 0
  const follows = a !== null && b.number === a.number + 1 && a.of === b.of
  if (follows) return b.of === null ? -3 : -6
  if (b.number === 1) return b.of === null ? 2 : b.of === 1 ? 3 : 4
  if (a?.of != null && a.number === a.of) return 2.5
  return b.number > 1 && a === null ? -2 : a !== null && b.number > a.number ? -1 : 0.5
}

/** Numbers of the document and its firms come again; another letterhead is another sender. */
function identity(last: PageMarks, next: PageMarks): number {
  const shared = [...next.ids].filter((id) => last.ids.has(id)).length
  const few = Math.min(last.ids.size, next.ids.size)
  const ids = few === 0 ? 0 : shared === 0 ? (few >= 3 ? 0.9 : 0.3) : -0.8 - 2 * Math.min(1, shared / few)
  const head = likeness(last.head, next.head)
  const foot = likeness(last.foot, next.foot)
  return (
    ids + (head === null ? 0 : head > 0.6 ? -0.9 : head < 0.1 ? 0.6 : 0) + (foot === null ? 0 : foot > 0.6 ? -0.8 : foot < 0.1 ? 0.4 : 0)
  )
}

/** Shared words over those of the smaller set; null where one of them has hardly any. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number | null {
  if (Math.min(a.size, b.size) < 3) return null
  return [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size)
}

const FEW_WORDS = 8 // a cover or a stamp says little of what the document is about

/** What both pages speak of. Pages of one document share a seventh of their words and more, those of strangers hardly any, whatever their layout. */
function subject(last: PageMarks, next: PageMarks): number {
  const shared = sharedWords(last, next)
  return shared === null ? 0 : Math.max(-1.2, 0.9 - 6 * shared)
}

const STRANGERS = 0.04

/** A cover looks like no beginning that a type knows: but the page behind it speaks of the same, and the page before it of nothing of it. */
function belonging(last: PageMarks, next: PageMarks, after: PageMarks | null): number {
  const before = sharedWords(last, next)
  const behind = after && sharedWords(next, after)
  return before !== null && before < STRANGERS && behind !== null ? Math.min(2.5, 6 * Math.max(0, behind - 0.1)) : 0
}

/** Share of the longer words of the page with fewer of them that stand on the other as well; null where one has hardly any. */
function sharedWords({ words: a }: PageMarks, { words: b }: PageMarks): number | null {
  const few = Math.min(a.size, b.size)
  return few < FEW_WORDS ? null : [...b].filter((word) => a.has(word)).length / few
}

/** Type of one size, to the hundredth, is a weak sign of one document: many letters are set in ten points. Another size is one against it. */
function setting({ rowHeight: a }: PageMarks, { rowHeight: b }: PageMarks): number {
  if (a === 0 || b === 0) return 0
  const apart = Math.abs(Math.log(a / b))
  return apart < 0.01 ? -0.6 : apart > 0.06 ? 0.6 : 0
}

/** Sentences, clauses and tables that run over the page. */
function flow(last: PageMarks, next: PageMarks): number {
  const open = last.lastText !== '' && !/[.!?:;»”")\d]$/u.test(last.lastText.trim()) && /^\p{Ll}/u.test(next.firstText)
  const small = /^\p{Ll}/u.test(next.firstText)
  const { lastClause: a, firstClause: b } = { lastClause: last.lastClause, firstClause: next.firstClause }
  const clauses = a !== null && b !== null ? (b > a && b - a <= 101 ? -1.6 : b <= 101 && a > 200 ? 1.2 : 0) : 0
  return (
    (open ? -2.5 : small ? -1.2 : 0) +
    clauses +
    (next.continues ? -2.5 : 0) +
    (next.startsWithEnd ? -2.5 : 0) +
    (last.goesOn ? -2 : 0) +
    (last.ends ? 0.8 : 0)
  )
}

/** Another size of sheet, another alphabet. */
function sheet(last: PageMarks, next: PageMarks): number {
  const other = Math.abs(last.aspect - next.aspect) / Math.max(last.aspect, next.aspect) > 0.08
  const alphabet = last.cyrillic !== null && next.cyrillic !== null && Math.abs(last.cyrillic - next.cyrillic) > 0.5
  return (other ? 1 : 0) + (alphabet ? 1.8 : 0)
}
