import { SaxesParser } from 'saxes'
import { PipelineError } from '../../core/errors.ts'
import type { XmlElement } from '../../core/xml.ts'

const MAX_BYTES = 20 * 1024 * 1024
const MAX_DEPTH = 64
const MAX_ELEMENTS = 500_000

interface Open {
  readonly name: string
  readonly namespace: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  readonly path: string
  readonly counts: Map<string, number>
  text: string
}

/**
 * XML bytes → element tree with namespaces resolved. Encodings: UTF-8, UTF-16, or as declared (windows-1251, ISO-8859-x …).
 * Document types and entities are refused (`xml_unsafe`): e-invoices never need them and every known XML bomb does.
 * Other errors: `unreadable` (not well-formed), `too_complex` (depth or number of elements), `file_too_large`.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > MAX_BYTES)
    throw new PipelineError('file_too_large', 'The XML is larger than 20 MB. Ask the sender for the invoice without embedded attachments.')
  const parser = new SaxesParser({ xmlns: true })
  const stack: Open[] = []
  let root: XmlElement | null = null
  let elements = 0
  parser.on('doctype', () => {
    throw new PipelineError(
      'xml_unsafe',
      'The XML declares a document type or entities, which e-invoices never need. Ask the sender for a clean file.',
    )
  })
  parser.on('error', (error) => {
    throw new PipelineError('unreadable', 'The XML is not well-formed. Ask the sender to send it again.', { cause: error })
  })
  parser.on('opentag', (tag) => {
    if (stack.length >= MAX_DEPTH || ++elements > MAX_ELEMENTS)
      throw new PipelineError('too_complex', 'The XML is nested too deeply or has too many elements.')
    const parent = stack.at(-1)
    const position = (parent?.counts.get(tag.name) ?? 0) + 1
    parent?.counts.set(tag.name, position)
    stack.push({
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
      children: [],
      path: `${parent?.path ?? ''}/${tag.name}${position > 1 ? `[${position}]` : ''}`,
      counts: new Map(),
      text: '',
    })
  })
  const addText = (text: string) => {
    const open = stack.at(-1)
    if (open) open.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { counts: _, text, ...rest } = stack.pop()!
    const element = { ...rest, text: text.trim() }
    const parent = stack.at(-1)
    if (parent) parent.children.push(element)
    else root = element
  })
  parser.write(decode(bytes)).close()
  if (!root) throw new PipelineError('unreadable', 'The XML has no content. Ask the sender to send it again.')
  return root
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const declared = /^<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '')
  } catch (error) {
    throw new PipelineError(
      'unreadable',
      'The XML is not written in the character encoding it declares. Ask the sender to send it again.',
      { cause: error },
    )
  }
}
