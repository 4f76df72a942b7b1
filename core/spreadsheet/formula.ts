// Signs with which spreadsheet programs start a formula, plain and full width; tab and NUL are skipped by some before they look.
const STARTS = /^[\s\0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/u
// The same behind a sign that another program may take for the end of a cell. A number there («Rabatt; -5») is none.
const INSIDE = /([,;|\t\r\n"][ \u00a0]*)(?=[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?![\s\d.,%+-]|$))/gu

/** Whether a spreadsheet program could take the text for a formula. Source: ASVS 5.0 §1.2.10. */
export function looksLikeFormula(text: string): boolean {
  return STARTS.test(text)
}

/** Text that no program evaluates when it opens the file: an apostrophe stands before what could start a formula. */
export function withoutFormulas(text: string): string {
  const inside = text.replaceAll('\0', '\ufffd').replace(INSIDE, "$1'")
  return looksLikeFormula(inside) ? `'${inside}` : inside
}
