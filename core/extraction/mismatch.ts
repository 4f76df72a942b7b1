import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'
import { dec } from '../rules/index.ts'
import { type PrintedIndex, printedForms } from './ground.ts'

/** The values whose difference between the data and the printed face costs money. */
const WATCHED = ['totals.gross', 'totals.net', 'totals.tax', 'totals.due', 'payment.iban', 'number']
/** What a QR code pays, and to whom: a code pasted over another one is a known fraud. */
const WATCHED_IN_CODES = ['payment.account', 'payment.bik', 'payment.corrAccount', 'payment.iban', 'totals.due', 'currency', 'seller.inn']
const CERTAIN = 0.6

/**
 * A hybrid invoice whose XML says something else than its page is a known fraud. Reported when the XML value is printed nowhere
 * and the page clearly shows another value in its place.
 */
export function findMismatches(structured: readonly Candidate[], read: readonly Candidate[], printed: PrintedIndex): readonly Finding[] {
  return WATCHED.flatMap((path) => {
    const xml = structured.find((c) => c.path === path)
    const page = best(read, path)
    if (!xml || !page || typeof xml.value !== 'string' || page.score < CERTAIN || same(xml.value, String(page.value))) return []
    if ([xml.raw, ...printedForms(xml.value)].some((form) => printed.find(form))) return []
    return [mismatch(path, xml.value, String(page.value))]
  })
}

/** A payment code that pays another sum or another account than the page (or the e-invoice) says. The sum due may be printed as the total only. */
export function findCodeMismatches(coded: readonly Candidate[], others: readonly Candidate[], printed: PrintedIndex): readonly Finding[] {
  return WATCHED_IN_CODES.flatMap((path) => {
    const code = coded.find((c) => c.path === path)
    const rivals = path === 'totals.due' ? ['totals.due', 'totals.gross'] : [path]
    const said = rivals.map((rival) => best(others, rival)).find((candidate) => candidate !== undefined)
    if (!code || !said || typeof code.value !== 'string' || said.score < CERTAIN || same(code.value, String(said.value))) return []
    if (printedForms(code.value).some((form) => printed.find(form))) return []
    return [codeMismatch(path, String(said.value), code.value)]
  })
}

function best(candidates: readonly Candidate[], path: string): Candidate | undefined {
  return candidates.filter((c) => c.path === path).toSorted((a, b) => b.score - a.score)[0]
}

function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => (/^-?\d+(\.\d+)?$/.test(text) ? dec(text) : null))
  return x && y ? x.eq(y) : letters(a) === letters(b)
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

function mismatch(path: string, expected: string, actual: string): Finding {
  return {
    ruleId: 'mismatch_xml_page',
    severity: 'warning',
    fields: [path],
    expected,
    actual,
    delta: null,
    message: {
      en: `The e-invoice data says ${expected}, the page shows ${actual}. Ask the supplier which one is right before paying.`,
      ru: `В данных электронного счёта ${expected}, а на странице ${actual}. До оплаты спросите у поставщика, что верно.`,
    },
  }
}

function codeMismatch(path: string, expected: string, actual: string): Finding {
  return {
    ruleId: 'mismatch_qr_page',
    severity: 'warning',
    fields: [path],
    expected,
    actual,
    delta: null,
    message: {
      en: `The QR code pays ${actual}, the document says ${expected}. Do not pay by the code before the supplier has confirmed it.`,
      ru: `В QR-коде ${actual}, а в документе ${expected}. Не платите по коду, пока поставщик его не подтвердит.`,
    },
  }
}
