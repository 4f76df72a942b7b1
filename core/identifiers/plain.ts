/** An identifier as stored: no spaces, dots or dashes inside, upper case. «р/с 4070 2810 9380 0000 0001» → the 20 digits. */
export function plainIdentifier(printed: string): string {
  const body = printed
    .slice(0, 200)
    .replace(/^[^\d]*?(?:IBAN|BIC|SWIFT|(?:р|к|л)\s*\/\s*с(?:ч[её]т)?|ИНН|КПП|БИК|ОГРН(?:ИП)?|СНИЛС)\s*(?:№|:|-)?\s*/iu, '')
  return body.replace(/[\s.\u00a0\u202f\u2009-]/g, '').toUpperCase()
}
