export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** A value of the model as printed. What is not marked like this is not on the page, so it is not in the truth either. */
export function field(path: string, printed: string | null): string {
  return printed === null ? '' : `<span data-field="${path}">${escapeHtml(printed)}</span>`
}

/** A text of the layout's own that is a value as it stands: terms, notes, the amount in words. */
export function said(path: string, printed: string): string {
  return `<span data-field="${path}" data-value="${escapeHtml(printed)}">${escapeHtml(printed)}</span>`
}

/** A value that the model does not hold, printed in another form than it is kept: a day, a sum. */
export function told(path: string, value: string, printed: string): string {
  return `<span data-field="${path}" data-value="${escapeHtml(value)}">${escapeHtml(printed)}</span>`
}

export function row(cells: readonly string[], classes: readonly string[] = [], tag = 'td'): string {
  return `<tr>${cells.map((cell, i) => `<${tag}${classes[i] ? ` class="${classes[i]}"` : ''}>${cell}</${tag}>`).join('')}</tr>`
}

export function when(condition: unknown, html: () => string): string {
  return condition ? html() : ''
}

/** Index ranges of table rows per page: fewer on the first and on the last, where head and totals stand. */
export function paginate(count: number, first: number, next: number, reserve: number): readonly (readonly number[])[] {
  const rows = Array.from({ length: count }, (_, i) => i)
  const pages: number[][] = [rows.splice(0, first)]
  while (rows.length > 0) pages.push(rows.splice(0, next))
  const room = (pages.length === 1 ? first : next) - reserve
  const last = pages.at(-1)!
  if (last.length > room) pages.push(last.splice(room))
  return pages
}
