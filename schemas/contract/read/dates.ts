import { type FoundDate, findDates } from '../../../core/candidates/index.ts'
import type { Prose, Sentence } from '../../../core/prose/index.ts'
import type { DocumentLocale } from '../../../core/values/index.ts'
import type { Found } from '../../shared/worded/found.ts'
import type { Preamble } from './preamble.ts'

const MADE =
  /(?:dated|made|entered(?:\sinto)?|executed|signed|concluded|is\smade|as\sof|day|agreement|contract|lease|effective)(?:[\s,]+(?:and|entered|into|executed|effective|dated|made|is|on|as|of|this|the|by|between|following|two|parties|in|date|from|"|“|\(|\)|”|agreement)+)*[\s,("“]*$|от\s*$|vom\s*$|am\s*$/iu
const IN_FORCE_BEFORE =
  /(?:effective(?:\s(?:date|as))?["”]?(?:\s(?:shall|will|means?|is|be|of|on|from|as|date|the|this|:))*|(?:take|takes|have|come|comes|enter|enters)\s(?:effect|into\s(?:force|effect))(?:\s(?:on|from|as\sof|as))*|commenc\p{L}+(?:\sdate)?["”]?(?:\s(?:means|shall|is|be|on|from|as\sof|of))*|(?:beginning|begins?|starting|starts?)(?:\s(?:on|from|as\sof))*|вступает\sв\s(?:силу|действие)(?:\s(?:с|со))?|действует\s(?:с|со)|действия\s(?:договора\s)?(?:с|со)|распространя\p{L}+(?:[\s\p{L}]{0,60})\s(?:с|со)|tritt\s(?:am|zum|mit)|beginnt\s(?:am|zum|mit)|gilt\s(?:ab|vom)|ab\sdem)[\s,:"“«(]*(?:the\s)?$/iu
const IN_FORCE_AFTER =
  /^[\s,]*(?:\(\s?(?:the\s|hereinafter\s|referred\sto\sas\s|this\s)*["“”']{0,2}\s?(?:effective\s?(?:date)?|commencement\sdate)|in\skraft)/iu
const THIRD =
  /(?:registration|amended|original|prior|existing|certain|separate|that|such)\s(?:\p{L}+\s){0,4}(?:agreement|statement|contract|plan)[^.;]{0,40}$|birth|patent|filed|passport|паспорт|(?:доверенност|приказ|свидетельств|протокол|лицензи|решени)\p{L}*(?:\s[^.;,]{0,60})?(?:\sот)?\s*$|выдан/iu

/** Agreement date and the date from which the contract is in force, where a date is printed for them. */
export function findContractDates(
  prose: Prose,
  preamble: Preamble,
  sentences: readonly Sentence[],
  locale: DocumentLocale,
): readonly Found[] {
  return [
    ...inPreamble(preamble, locale),
    ...onCover(prose, preamble, locale),
    ...townAlone(prose, preamble),
    ...inForce(sentences, locale),
  ]
}

function inPreamble({ text, from }: Preamble, locale: DocumentLocale): readonly Found[] {
  return findDates(text, locale).flatMap((date): readonly Found[] => {
    const before = text.slice(Math.max(0, date.from - 90), date.from)
    const after = text.slice(date.to, date.to + 70)
    if (THIRD.test(before)) return []
    const place = { value: date.value, from: from + date.from, to: from + date.to }
    const forceOnly = IN_FORCE_BEFORE.test(before) && !/(?:made|entered|dated)/iu.test(before.slice(-40))
    const force = IN_FORCE_BEFORE.test(before) || IN_FORCE_AFTER.test(after)
    const found: Found[] = []
    if (MADE.test(before) && !forceOnly) found.push({ path: 'signDate', ...place, score: date.from < 500 ? 0.85 : 0.6 })
    else if (forceOnly) found.push({ path: 'signDate', ...place, score: 0.4 })
    else if (date.from < 250) found.push({ path: 'signDate', ...place, score: 0.5 })
    if (force) found.push({ path: 'effectiveDate', ...place, score: 0.85 })
    return found
  })
}

/** A row that is a date, or a town and a date, between the title and the parties. */
function onCover(prose: Prose, preamble: Preamble, locale: DocumentLocale): readonly Found[] {
  return prose.rows
    .filter(({ from }) => from < Math.max(preamble.from, 200) && from < 8000)
    .flatMap(({ from, to }, i): readonly Found[] => {
      const text = prose.text.slice(from, to)
      const [date] = findDates(text, locale)
      if (!date || i > 60) return []
      const rest = `${text.slice(0, date.from)} ${text.slice(date.to)}`
      if (!standsAlone(rest) && !/(?:dated|as\sof|от|vom)[\s:]*$/iu.test(text.slice(0, date.from))) return []
      return [
        { path: 'signDate', value: date.value, from: from + date.from, to: from + date.to, score: scoreOnCover(rest) },
        ...townBefore(text, date, from),
      ]
    })
}

function scoreOnCover(rest: string): number {
  return /(?:^|\s)(?:г\.|город|от|dated|as\sof|vom)/iu.test(rest) ? 0.8 : 0.7
}

const TOWN = /(?:^|\s)(?:г\.?|город)\s?(\p{Lu}[\p{L}]+(?:[\s-]\p{Lu}?\p{L}+){0,2})/u

function standsAlone(rest: string): boolean {
  const left = rest
    .replace(TOWN, ' ')
    .replace(/(?:г\.?|года?|dated|as\sof|effective|den|date|дата|:|the|of|№\s?\S+)/giu, ' ')
    .trim()
  return left.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length <= 2
}

function townBefore(text: string, date: FoundDate, offset: number): readonly Found[] {
  const match = TOWN.exec(text)
  if (!match) return []
  const from = offset + match.index + match[0].indexOf(match[1]!)
  return from > offset + date.to + 40
    ? []
    : [{ path: 'place', value: match[1]!.trim(), from, to: from + match[1]!.trim().length, score: 0.8 }]
}

const TOWN_ROW = /^\s?(?:г\.|город)\s?(\p{Lu}\p{L}+(?:[\s-]\p{Lu}?\p{L}+){0,2})[\s.]*$/u

/** A row that is a town and nothing else, above the parties: the date stands in the title then. */
function townAlone(prose: Prose, preamble: Preamble): readonly Found[] {
  for (const row of prose.rows.filter(({ from }) => from < Math.max(preamble.from, 200) && from < 2000)) {
    const match = TOWN_ROW.exec(prose.text.slice(row.from, row.to))
    if (!match) continue
    const from = row.from + match[0].indexOf(match[1]!)
    return [{ path: 'place', value: match[1]!, from, to: from + match[1]!.length, score: 0.7 }]
  }
  return []
}

function inForce(sentences: readonly Sentence[], locale: DocumentLocale): readonly Found[] {
  return sentences.flatMap(({ text, from, heading }): readonly Found[] =>
    findDates(text, locale).flatMap((date): readonly Found[] => {
      const before = text.slice(Math.max(0, date.from - 90), date.from)
      const defined = IN_FORCE_AFTER.test(text.slice(date.to))
      if ((!IN_FORCE_BEFORE.test(before) && !defined) || THIRD.test(before)) return []
      const term = /(?<!\p{L})(?:term|duration|effective|defin)|срок|вступ|действ|laufzeit|dauer/iu.test(heading)
      const ours = /agreement|contract|lease|effective\sdate|договор|соглашен|контракт|vertrag/iu.test(text)
      const definition = /effective\sdate["”]?[\s:]*(?:shall\s)?(?:means?|is|:)?\s*$/iu.test(before)
      if (!ours && !term) return []
      return [
        {
          path: 'effectiveDate',
          value: date.value,
          from: from + date.from,
          to: from + date.to,
          score: 0.5 + (term ? 0.2 : 0) + (definition || defined ? 0.25 : 0),
        },
      ]
    }),
  )
}
