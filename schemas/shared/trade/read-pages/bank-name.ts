import { hasLegalForm } from '../../../../core/candidates/index.ts'
import { below, type Span, type TextLine, textOf } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { findIdentifiers } from '../../../../core/identifiers/index.ts'
import { candidate, type Hit, type TradeText, valuesRight } from './context.ts'

// A name that says itself that it is a bank, with its legal form and, in Russia, its town.
const BANK =
  /(?:(?:ПАО|ОАО|ЗАО|АО|ООО|КБ|АКБ|НКО)\s)?[«"“]?(?:\p{Lu}[\p{L}\d&.'’-]*[\s-]){0,4}[«"“]?\p{L}*(?:[Bb]ank|BANK|[Bb]anque|[Bb]anco|[Kk]asse|[Бб]анк|БАНК)(?!verb|leit|konto|details|daten|\p{L}*\s*:)\p{L}*(?:[\s-](?:[\p{Lu}«"“][\p{L}\d&.'’-]*|eG|of|der|de|des|für|am|an)(?=$|[\s,.;«»"”]))*[»"”]?(?:\s(?:AG|eG|plc|S\.?A\.?|N\.?V\.?|N\.?A\.?))?(?:,?\s(?:\(\p{L}+\)|г\.\s?\p{Lu}[\p{L}-]+))?/gu

/** The payee's bank: behind its caption, or beside the account that it keeps. */
export function readBankName(invoice: TradeText): readonly Candidate[] {
  const captioned = behindCaption(invoice)
  return captioned.length > 0 ? captioned : [...behindAccount(invoice), ...besideAccount(invoice)].slice(0, 1)
}

// «р/с 40702810… в АО КБ «Пример», г. Москва, к/с …»: between the account and the next requisite.
const BEHIND_ACCOUNT =
  /(?<!\d)\d{20}[\s,;]*(?:в\s(?:банке\s)?)?((?:\p{Lu}|[«"“])[^,;|\d]{3,70}?(?:,?\s*г\.\s?\p{Lu}[\p{L}-]+)?)(?=[\s,;|]*(?:к\/с|кор|бик|инн|кпп|огрн|тел|$)|[,;|])/iu

function behindAccount(invoice: TradeText): readonly Candidate[] {
  return invoice.text.lines.flatMap((line) => {
    const found = BEHIND_ACCOUNT.exec(line.text)
    if (!found || /^(?:к\/с|кор|бик|инн|кпп|получат)/iu.test(found[1]!)) return []
    const from = found.index + found[0].indexOf(found[1]!)
    return [candidate('payment.bankName', found[1]!, [{ line, from, to: from + found[1]!.length }], 0.7)]
  })
}

/** Behind its caption, or, in the head of a Russian счёт, above the words «Банк получателя». */
function behindCaption(invoice: TradeText): readonly Candidate[] {
  for (const hit of invoice.hitsOf('bankName')) {
    if (hit.from > 0 && !introduced(hit)) continue
    const page = invoice.page(hit.line)
    const above = page.lines
      .filter(
        (l) =>
          l !== hit.line &&
          l.at.y0 < hit.line.at.y0 &&
          hit.line.at.y0 - l.at.y1 < 2.5 * l.em &&
          Math.abs(l.at.x0 - hit.line.at.x0) < 2 * l.em,
      )
      .sort((a, b) => b.at.y0 - a.at.y0)[0]
    const under = below(hit.line.at, page, 1.6).find((l) => l !== hit.line)
    const free = [above, under].filter((l) => l && invoice.hitsOn(l).every((h) => h.from > 0 || h.kind === 'bankName'))
    const named = free.find((l) => l && /банк|bank/iu.test(l.text)) ?? free.find((l) => l && hasLegalForm(l.text)) ?? free[0]
    const caption = /^\p{Script=Cyrillic}/u.test(hit.line.text) && hit.line.text.trim().length <= hit.to
    const span = caption && named ? { line: named, from: 0, to: named.text.length } : valuesRight(invoice, hit)[0]?.span
    const name = span && plainName(span)
    if (!name) continue
    const more = openQuote(
      name,
      page.lines.find((line) => line.order === name.line.order + 1),
    )
    if (!more) return [candidate('payment.bankName', textOf(name), [name], 0.6)]
    const glue = textOf(name).endsWith('-') ? '' : ' '
    return [candidate('payment.bankName', `${textOf(name)}${glue}${textOf(more)}`, [name, more], 0.6)]
  }
  return []
}

/** "Modalités de règlement: Banque – Banque Exemple", «р/счет …, Обслуживающий банк – …»: set off by signs on both sides. */
function introduced({ line, from, to }: Hit): boolean {
  return /[:,;|.]\s*$/.test(line.text.slice(0, from)) && /^\s*[:–—-]/u.test(line.text.slice(to))
}

/** The name in a text: without a caption in front ("Bank name First …"), up to the next sign, number or requisite. */
function plainName(span: Span): Span | null {
  const lead =
    /^(?:(?:bank name|name of bank|nom de la banque|name der bank)\s*[:–—-]?|\p{L}+\s*[:–—])\s*/iu.exec(textOf(span))?.[0].length ?? 0
  const name = /^[^;:|\d]{3,70}/u.exec(textOf(span).slice(lead))?.[0].trim()
  const text = name
    ?.replace(/,\s*(?:IBAN|BIC|SWIFT|БИК|р\/с|к\/с|A\/?c|acct|account|konto|compte)(?!\p{L}).*$/iu, '')
    .replace(/\s*[,–—]+\s*$|\s+-\s*$/u, '')
  if (!text || !/\p{L}{3}/u.test(text) || /^(?:details|account|verbindung|iban|konto)/i.test(text)) return null
  const from = span.from + textOf(span).indexOf(text)
  return { line: span.line, from, to: from + text.length }
}

/** «… ПАО «Банк» at the end of a line: an open quotation mark says that the name goes on on the next one. */
function openQuote(name: Span, next: TextLine | undefined): Span | null {
  const text = textOf(name)
  const open = (text.match(/«/gu)?.length ?? 0) > (text.match(/»/gu)?.length ?? 0)
  const more = open && next && name.to >= name.line.text.trimEnd().length ? /^[^,;|\d]{2,60}/u.exec(next.text)?.[0].trim() : undefined
  return next && more?.includes('»') ? { line: next, from: 0, to: more.length } : null
}

/** A bank's name on the line of an account, or on the line before it. */
function besideAccount(invoice: TradeText): readonly Candidate[] {
  const lines = invoice.text.lines
  for (const [i, line] of lines.entries()) {
    if (!holdsAccount(invoice, line)) continue
    for (const near of [line, lines[i - 1], lines[i + 1]]) {
      if (!near || near.page !== line.page || Math.abs(near.at.y0 - line.at.y0) > 3 * line.em) continue
      const found = [...near.text.matchAll(BANK)].find((match) => /\p{Lu}/u.test(match[0]) && match[0].trim().length >= 5)
      if (!found) continue
      const text = found[0].trim().replace(/[,;]$/, '')
      const from = found.index + found[0].indexOf(text)
      const name: Span = { line: near, from, to: from + text.length }
      const more = wrappedName(name, lines[lines.indexOf(near) + 1])
      const score = near === line ? 0.7 : 0.55
      return [candidate('payment.bankName', more ? `${text} ${textOf(more)}` : text, more ? [name, more] : [name], score)]
    }
  }
  return []
}

/** "… (Banque" at the end of a line and "Exemple, BIC …" on the next one: a bracket or a lone word says that the name goes on. */
function wrappedName({ line, from, to }: Span, next: TextLine | undefined): Span | null {
  if (!next || next.page !== line.page || to < line.text.trimEnd().length || next.at.y0 - line.at.y1 > 0.9 * line.em) return null
  const open = line.text[from - 1] === '(' || !/\s/.test(line.text.slice(from, to))
  const more = open ? /^(?:\p{Lu}[\p{L}\d&.'’-]*\s?){1,3}(?=[,;)])/u.exec(next.text)?.[0].trim() : undefined
  return more ? { line: next, from: 0, to: more.length } : null
}

function holdsAccount(invoice: TradeText, line: TextLine): boolean {
  if (findIdentifiers(line.text).some(({ kind }) => kind === 'iban' || kind === 'account' || kind === 'corrAccount')) return true
  return invoice
    .hitsOn(line)
    .some(({ kind }) => kind === 'iban' || kind === 'bic' || kind === 'bik' || (kind === 'account' && /\d{6}/.test(line.text)))
}
