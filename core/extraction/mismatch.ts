import type { Candidate } from '../field.ts'
import type { Finding } from '../finding.ts'
import { dec } from '../rules/index.ts'
import { type PrintedIndex, printedForms } from './ground.ts'

const CERTAIN = 0.6

/**
 * A hybrid document whose XML says something else than its page is a known fraud. Reported for the paths `watched` when the XML value is printed
 * nowhere and the page clearly shows another value in its place.
 */
export function findMismatches(
  watched: readonly string[],
  structured: readonly Candidate[],
  read: readonly Candidate[],
  printed: PrintedIndex,
): readonly Finding[] {
  return watched.flatMap((path) => {
    const xml = structured.find((c) => c.path === path)
    const page = best(read, path)
    if (!xml || !page || typeof xml.value !== 'string' || page.score < CERTAIN || same(xml.value, String(page.value))) return []
    if ([xml.raw, ...printedForms(xml.value)].some((form) => printed.find(form))) return []
    return [mismatch(path, xml.value, String(page.value))]
  })
}

/**
 * A code that says another sum, account or date than the page (or the data inside the file): a code pasted over another one is a known fraud.
 * `watched`: path of the code's value → paths that may say the same.
 */
export function findCodeMismatches(
  watched: Readonly<Record<string, readonly string[]>>,
  coded: readonly Candidate[],
  others: readonly Candidate[],
  printed: PrintedIndex,
): readonly Finding[] {
  return Object.entries(watched).flatMap(([path, rivals]) => {
    const code = coded.find((c) => c.path === path)
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
      en: `The QR code says ${actual}, the document says ${expected}. Do not pay or book by the code before the sender has confirmed it.`,
      ru: `В QR-коде ${actual}, а в документе ${expected}. Не платите и не проводите по коду, пока отправитель его не подтвердит.`,
    },
  }
}
