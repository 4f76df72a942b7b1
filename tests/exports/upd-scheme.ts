import { validateXML } from 'xmllint-wasm'
import { parseXml } from '../../adapters/xml/index.ts'
import type { XmlElement } from '../../core/xml.ts'

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What libxml2 says against the files: `name: message`, empty when all are valid. `scheme` is the text of an XSD. */
export async function schemeErrors(scheme: string, files: readonly NamedFile[]): Promise<readonly string[]> {
  const xml = files.map(({ name, bytes }) => ({ fileName: `${name.replace(/[^\w-]/g, '_')}.xml`, contents: utf8(bytes) }))
  const { valid, errors } = await validateXML({ xml, schema: { fileName: 'scheme.xsd', contents: utf8(Buffer.from(scheme)) } })
  if (valid) return []
  return errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : ['invalid, without a reason']
}

/** The checker reads UTF-8 only, so what is declared as windows-1251 is turned into it. */
function utf8(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 100))
  const declared = /encoding="([\w-]+)"/.exec(head)?.[1] ?? 'utf-8'
  return new TextDecoder(declared, { fatal: true }).decode(bytes).replace(/encoding="[\w-]+"/, 'encoding="UTF-8"')
}

/**
 * Rules that the official scheme states beside its types, as remarks for the tax service's own checker, of the elements that are written with function
 * СЧФДОП: an XSD cannot say them. Returns the ones that the file breaks.
 */
export function brokenRules(bytes: Uint8Array, fileName?: string): readonly string[] {
  const root = parseXml(bytes)
  const document = child(root, 'Документ')!
  const transfer = child(child(document, 'СвПродПер')!, 'СвПер')!.attributes
  const lines = child(document, 'ТаблСчФакт')!.children.filter(({ name }) => name === 'СведТов')
  const broken: string[] = []
  const demand = (rule: string, holds: boolean) => {
    if (!holds) broken.push(rule)
  }
  if (fileName !== undefined) demand('ИдФайл is the file’s name', fileName === `${root.attributes.ИдФайл}.xml`)
  demand('ДатаПер or both days of a period', 'ДатаПер' in transfer || ('ДатаНачПер' in transfer && 'ДатаОконПер' in transfer))
  for (const { attributes, children } of lines) {
    demand('НаимЕдИзм where there is ОКЕИ_Тов', !('ОКЕИ_Тов' in attributes) || 'НаимЕдИзм' in attributes)
    demand('КолТов where there is ОКЕИ_Тов', !('ОКЕИ_Тов' in attributes) || 'КолТов' in attributes)
    demand('ЦенаТов above zero where there is КолТов', !('КолТов' in attributes) || Number(attributes.ЦенаТов) > 0)
    const free = children.some(({ name, children: [tax] }) => name === 'СумНал' && tax?.name === 'БезНДС')
    demand('БезНДС for «без НДС» and for nothing else', free === (attributes.НалСт === 'без НДС'))
  }
  return broken
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name)
}
