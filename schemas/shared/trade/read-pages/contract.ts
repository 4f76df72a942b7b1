import { findDates, idAtStart } from '../../../../core/candidates/index.ts'
import type { TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type TradeText } from './context.ts'

// Words of the name up to the number sign: «Договор поставки № 22/26», "Rahmenvertrag Nr. 17", "Framework agreement no. 5".
const NAME =
  /(?<![\p{L}\d])((?:(?:государственный|муниципальный|рамочный|генеральный|дополнительное|framework|master|service|purchase|supply)\s+)?(?:договор(?:[ауе]|ом)?|контракт(?:[ауе]|ом)?|соглашени[еюя]|\p{L}*vertrag|contract|agreement|contrat|marché)(?:\s+(?!от\b|vom\b|of\b|from\b|dated\b|du\b|no\b|nr\b)\p{Ll}[\p{L}-]{0,40}){0,6}):?\s*(?:(?:№|#|n[°o]\.?|nr\.?|num\p{L}{0,10})\s*)?(?=[\p{L}\d]{0,40}\d)/iu
// «по договору № 5»: the words of a sentence, not the name of the document.
const OBLIQUE = /^\S*(?:договор(?:[ауе]|ом)|контракт(?:[ауе]|ом)|соглашению)(?!\p{L})/iu
const DATED = /^[\s,;(]*(?:от|vom|v\.|of|from|dated|du|en date du|dd\.?)\s*$/iu

/** The contract that an invoice is based on: name, number and date where they stand together. */
export function readContract(invoice: TradeText, inItems: (line: TextLine) => boolean): readonly Candidate[] {
  for (const line of invoice.text.lines) {
    if (inItems(line)) continue
    const named = NAME.exec(line.text)
    if (!named) continue
    const nameTo = named.index + named[1]!.length
    const behind = named.index + named[0].length
    const id = idAtStart(line.text.slice(behind))
    if (!id || findDates(line.text.slice(behind + id.from, behind + id.to), invoice.text.locale).length > 0) continue
    const numberAt = { line, from: behind + id.from, to: behind + id.to }
    const name = line.text.slice(named.index, nameTo)
    const out = [
      ...(OBLIQUE.test(name) ? [] : [candidate('contractRef.name', name, [{ line, from: named.index, to: nameTo }], 0.8)]),
      candidate('contractRef.number', id.value, [numberAt], 0.85),
    ]
    const date = findDates(line.text, invoice.text.locale).find((d) => d.from >= numberAt.to)
    if (date && DATED.test(line.text.slice(numberAt.to, date.from)))
      out.push(candidate('contractRef.date', date.value, [{ line, from: date.from, to: date.to }], 0.85))
    return out
  }
  return []
}
