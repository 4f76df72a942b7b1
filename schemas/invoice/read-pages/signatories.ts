import type { Span } from '../../../core/extraction/labels/index.ts'
import { textRows } from '../../../core/extraction/tables/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { candidate, type InvoiceText } from './context.ts'

// Positions of those who sign Russian documents; «(подпись)» and the line to sign on stand between position and name.
const ROLE =
  /(?<!\p{L})(?:руководитель(?: организации)?(?: или иное уполномоченное лицо)?|(?:генеральный|исполнительный|коммерческий|финансовый)? ?директор|главный бухгалтер(?: или иное уполномоченное лицо)?|бухгалтер|индивидуальный предприниматель(?: или иное уполномоченное лицо)?|предприниматель|управляющий)(?!\p{L})/giu
const INITIALS = '\\p{Lu}\\.\\s?(?:\\p{Lu}\\.)?'
const SURNAME = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
const NAME = new RegExp(`(?<![\\p{L}.])(?:${SURNAME}\\s${INITIALS}|${INITIALS}\\s?${SURNAME})`, 'u')

/** Position and name of those who sign, where both stand on one row. A position without a name is a place to sign, nobody yet. */
export function readSignatories(invoice: InvoiceText): readonly Candidate[] {
  const found: { role: Span; name: Span }[] = []
  for (const page of invoice.text.pages)
    for (const row of textRows(page)) {
      const roles = row.flatMap((line) =>
        [...line.text.matchAll(ROLE)].map((m): Span => ({ line, from: m.index, to: m.index + m[0].length })),
      )
      roles.forEach((role, i) => {
        const name = nameBehind(row, role, roles[i + 1] ?? null)
        if (name && !found.some((f) => text(f.role) === text(role) && text(f.name) === text(name))) found.push({ role, name })
      })
    }
  return found.flatMap(({ role, name }, i) => [
    candidate(`signatories[${i}].role`, text(role), [role], 0.75),
    candidate(`signatories[${i}].name`, text(name), [name], 0.75),
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

function text({ line, from, to }: Span): string {
  return line.text.slice(from, to).trim()
}
