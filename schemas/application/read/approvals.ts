import { findDates } from '../../../core/candidates/index.ts'
import { candidate, type DocumentText, type Span } from '../../../core/extraction/labels/index.ts'
import { textRows } from '../../../core/extraction/tables/index.ts'
import type { Candidate } from '../../../core/field.ts'

const OPENS =
  /^\s*(?:согласовано|согласовал[аи]?|утверждаю|утверждено|утвердил[аи]?|одобрено|approved(?:\sby)?|authori[sz]ed(?:\sby)?|reviewed(?:\sby)?)(?!\p{L})\s*[:.]?\s*/iu
const NAME =
  /(?<![\p{L}.])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.\s?(?:\p{Lu}\.)?(?!\s?\p{Lu}\p{Ll})|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)/u
const BLANK = /[_…]{2,}|\((?:подпись|signature|дата|date)\)|[«"]\s*_*\s*[»"]/giu

/** Who approved: a row that opens with the word, then position, name and day. A place to sign without a name is nobody yet. */
export function readApprovals(text: DocumentText): readonly Candidate[] {
  let i = -1
  return text.pages.flatMap((page) =>
    textRows(page).flatMap((row) => {
      const first = row[0]
      const opened = first && OPENS.exec(first.text)
      if (!opened) return []
      const places = row.map((line): Span => ({ line, from: line === first ? opened[0].length : 0, to: line.text.length }))
      const name = firstOf(places, NAME)
      if (!name) return []
      i++
      const role = roleBefore(places, name)
      const day = places.flatMap(({ line, from }) =>
        findDates(line.text, text.locale)
          .filter((date) => date.from >= from)
          .map((date) => ({ line, ...date })),
      )[0]
      return [
        candidate(`approvals[${i}].name`, name.line.text.slice(name.from, name.to).trim(), [name], 0.8),
        ...(role ? [candidate(`approvals[${i}].role`, cleaned(role.line.text.slice(role.from, role.to)), [role], 0.75)] : []),
        ...(day ? [candidate(`approvals[${i}].date`, day.value, [{ line: day.line, from: day.from, to: day.to }], 0.8)] : []),
      ]
    }),
  )
}

function firstOf(places: readonly Span[], pattern: RegExp): Span | null {
  for (const { line, from, to } of places) {
    const match = pattern.exec(line.text.slice(from, to))
    if (match) return { line, from: from + match.index, to: from + match.index + match[0].length }
  }
  return null
}

/** The words between the opening word and the name. */
function roleBefore(places: readonly Span[], name: Span): Span | null {
  for (const { line, from, to } of places) {
    const end = line === name.line ? name.from : to
    const words = cleaned(line.text.slice(from, end))
    if (/\p{L}{3}/u.test(words)) return { line, from, to: from + line.text.slice(from, end).trimEnd().length }
    if (line === name.line) return null
  }
  return null
}

function cleaned(text: string): string {
  return text
    .replace(BLANK, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:–—-]+|[\s,:–—-]+$/gu, '')
}
