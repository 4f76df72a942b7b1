import { type Span, textOf } from '../../../core/extraction/labels/index.ts'
import type { SlipRow } from './rows.ts'

/** A name that a slip says elsewhere than in its head. `score` 0..1. */
export interface ToldName {
  readonly span: Span
  readonly row: number
  readonly score: number
}

/** «Thank you for shopping at …», «Willkommen bei …»: a greeting that names the shop. Greetings that name none end in «us» or «our store». */
const GREETING =
  /(?:welcome to|(?:thank you|thanks) for (?:shopping|your purchase|dining|visiting|choosing)(?: (?:at|with|from|us at))?|(?:herzlich )?willkommen (?:bei|im|in)|(?:danke|dank) für (?:ihren|deinen) (?:einkauf|besuch) (?:bei|im|in)|bienvenue (?:chez|à)|merci de (?:votre|ta) (?:visite|confiance) (?:chez|à)|спасибо за (?:покупку|визит) в|добро пожаловать в)\s+(?:der |dem |the |магазин(?:е)? )?/iu
const NOBODY = /^(?:us|our|here|again|you|uns|unser|ihre|notre|нас|наш)(?!\p{L})/iu
/** A shop's own site. Makers of tills, card schemes and reviews have others, but print them rarely. */
const SITE = /(?:www\.|https?:\/\/)\s?((?:[\p{L}\d-]+\.)*?([\p{L}\d-]{4,}))\.[a-z]{2,8}(?![\p{L}\d])/iu
const STRANGERS = /feedback|survey|payback|umfrage|nalog|ofd|ofdru|taxcom|google|facebook|instagram/iu

export function toldNames(rows: readonly SlipRow[]): readonly ToldName[] {
  return rows.flatMap((row) =>
    row.lines.flatMap((line) => [
      ...greeted({ line, from: 0, to: line.text.length }, row),
      ...sited({ line, from: 0, to: line.text.length }, row),
    ]),
  )
}

function greeted(span: Span, row: SlipRow): readonly ToldName[] {
  const text = textOf(span)
  const greeting = GREETING.exec(text)
  if (!greeting) return []
  const from = greeting.index + greeting[0].length
  const name = text.slice(from).replace(/[\s!.,;:*]+$/u, '')
  if ((name.match(/\p{L}/gu)?.length ?? 0) < 3 || NOBODY.test(name) || /\d{3}/.test(name)) return []
  return [{ span: { ...span, from, to: from + name.length }, row: row.place, score: 0.74 }]
}

function sited(span: Span, row: SlipRow): readonly ToldName[] {
  const site = SITE.exec(textOf(span))
  if (!site || STRANGERS.test(site[1]!)) return []
  const from = site.index + site[0].lastIndexOf(site[2]!)
  return [{ span: { ...span, from, to: from + site[2]!.length }, row: row.place, score: 0.45 }]
}
