import type { Span, TextPage } from '../../../../core/extraction/labels/index.ts'
import { textRows } from '../../../../core/extraction/tables/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { candidate, type TradeText } from './context.ts'

// Positions of those who sign Russian documents; «(подпись)» and the line to sign on stand between position and name.
const ROLE =
  /(?<!\p{L})(?:руководитель(?: организации)?(?: или иное уполномоченное лицо)?|(?:генеральный|исполнительный|коммерческий|финансовый)? ?директор|главный бухгалтер(?: или иное уполномоченное лицо)?|бухгалтер|индивидуальный предприниматель(?: или иное уполномоченное лицо)?|предприниматель|управляющий)(?!\p{L})/giu
const INITIALS = '\\p{Lu}\\.\\s?(?:\\p{Lu}\\.)?'
const SURNAME = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
const NAME = new RegExp(`(?<![\\p{L}.])(?:${SURNAME}\\s${INITIALS}|${INITIALS}\\s?${SURNAME})`, 'u')

/** Position and name of those who sign, where both stand on one row. A position without a name is a place to sign, nobody yet. */
export function readSignatories(invoice: TradeText): readonly Candidate[] {
  const found: { role: Span; name: readonly Span[] }[] = []
  for (const page of invoice.text.pages)
    for (const row of textRows(page)) {
      const roles = row.flatMap((line) =>
        [...line.text.matchAll(ROLE)].map((m): Span => ({ line, from: m.index, to: m.index + m[0].length })),
      )
      roles.forEach((role, i) => {
        const first = nameBehind(row, role, roles[i + 1] ?? null)
        const name = first ? [first, ...secondInitial(page, first)] : []
        if (first && !found.some((f) => text([f.role]) === text([role]) && text(f.name) === text(name))) found.push({ role, name })
      })
    }
  return found.flatMap(({ role, name }, i) => [
    candidate(`signatories[${i}].role`, text([role]), [role], 0.75),
    candidate(`signatories[${i}].name`, text(name), name, 0.75),
  ])
}

function nameBehind(row: readonly Span['line'][], role: Span, next: Span | null): Span | null {
  for (const line of row.slice(row.indexOf(role.line))) {
    const from = line === role.line ? role.to : 0
    const to = next?.line === line ? next.from : line.text.length
    const name = NAME.exec(line.text.slice(from, to))
    if (name) return { line, from: from + name.index, to: from + name.index + name[0].length }
    if (next?.line === line) return null
  }
  return null
}

/** «Образцов О.» at the end of its cell, and «О.» on the next line. */
function secondInitial(page: TextPage, name: Span): readonly Span[] {
  if (name.to < name.line.text.trimEnd().length || !/\s\p{Lu}\.$/u.test(text([name]))) return []
  const under = page.lines.find(
    (l) =>
      /^\p{Lu}\.$/u.test(l.text) &&
      l.at.y0 > name.line.at.y0 &&
      l.at.y0 - name.line.at.y1 < l.em &&
      l.at.x0 < name.line.at.x1 &&
      l.at.x1 > name.line.at.x0,
  )
  return under ? [{ line: under, from: 0, to: under.text.length }] : []
}

function text(spans: readonly Span[]): string {
  return spans.map(({ line, from, to }) => line.text.slice(from, to).trim()).join(' ')
}
