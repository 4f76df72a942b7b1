/**
 * Writing XML, as text. A library would do no more: escaping, leaving absent elements out, and never letting a character through that XML 1.0
 * does not have. Elements are strings, so an order that a schema prescribes is the order in the code.
 */
export function element(name: string, content: string | null | readonly (string | null)[], attributes: Attributes = {}): string {
  if (content === null) return ''
  const body = typeof content === 'string' ? escapeXml(content) : content.join('')
  const head = tag(name, attributes)
  return body === '' && typeof content !== 'string' ? `<${head}/>` : `<${head}>${body}</${name}>`
}

/** Like `element`, but an element without any content is left out: most schemas forbid empty ones. */
export function group(name: string, children: readonly (string | null)[], attributes: Attributes = {}): string {
  const body = children.join('')
  return body === '' ? '' : `<${tag(name, attributes)}>${body}</${name}>`
}

/** An absent attribute (null) is left out. */
export type Attributes = Readonly<Record<string, string | null>>

function tag(name: string, attributes: Attributes): string {
  const there = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escapeXml(value)}"`]))
  return `${name}${there.join('')}`
}

// Everything but Char of XML 1.0 §2.2.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be written
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(ILLEGAL, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
