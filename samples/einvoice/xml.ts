/** An element with text or children; an absent value (null) leaves the whole element out. */
export function element(
  name: string,
  content: string | null | readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): string {
  if (content === null) return ''
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ')
  const body = typeof content === 'string' ? escapeXml(content) : content.join('')
  return `<${head}>${body}</${name}>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
