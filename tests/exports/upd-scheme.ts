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
 * Rules that the official scheme states beside its types, as remarks for the tax service's own checker: an XSD cannot say them. These are all that bear
 * on a file with function СЧФДОП or ДОП made of the elements that our export writes, also those that `upd-5.03.xsd` says as well: the official types leave
 * to rules what another function does not need. Returns the ones that the file breaks.
 */
export function brokenRules(bytes: Uint8Array, fileName?: string): readonly string[] {
  const root = parseXml(bytes)
  const document = child(root, 'Документ')!
  const rules = [
    ...documentRules(document),
    ...partyRules(document),
    ...tableRules(document),
    ...transferRules(document),
    ...signerRules(document),
  ]
  if (fileName !== undefined) rules.push(['ИдФайл is the file’s name', fileName === `${root.attributes.ИдФайл}.xml`])
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]))
}

type Rule = readonly [rule: string, holds: boolean]

function documentRules(document: XmlElement): readonly Rule[] {
  return [
    ['ТаблСчФакт is there', child(document, 'ТаблСчФакт') !== undefined],
    ['СвПродПер is there', child(document, 'СвПродПер') !== undefined],
    ['НаимДокОпр is there', 'НаимДокОпр' in document.attributes],
  ]
}

/** Whoever takes part in a tax invoice has an address; an act may do without. */
function partyRules(document: XmlElement): readonly Rule[] {
  if (document.attributes.Функция === 'ДОП') return []
  const parties = child(document, 'СвСчФакт')!.children.filter(({ name }) => name === 'СвПрод' || name === 'СвПокуп')
  return parties.map((party) => [`Адрес of ${party.name}`, child(party, 'Адрес') !== undefined])
}

function tableRules(document: XmlElement): readonly Rule[] {
  const table = child(document, 'ТаблСчФакт')
  const total = table && child(table, 'ВсегоОпл')
  return [
    ['СтТовУчНалВсего is there', total === undefined || 'СтТовУчНалВсего' in total.attributes],
    ...(table?.children.filter(({ name }) => name === 'СведТов') ?? []).flatMap(lineRules),
  ]
}

function lineRules({ attributes, children }: XmlElement): readonly Rule[] {
  const has = (name: string) => name in attributes
  const free = children.some(({ name, children: [tax] }) => name === 'СумНал' && tax?.name === 'БезНДС')
  return [
    ['НаимТов is there', has('НаимТов')],
    ['СтТовУчНал is there', has('СтТовУчНал')],
    ['НаимЕдИзм where there is ОКЕИ_Тов', !has('ОКЕИ_Тов') || has('НаимЕдИзм')],
    ['КолТов where there is ОКЕИ_Тов', !has('ОКЕИ_Тов') || has('КолТов')],
    ['ЦенаТов above zero where there is КолТов', !has('КолТов') || Number(attributes.ЦенаТов) > 0],
    ['ЦенаТов not below zero', !has('ЦенаТов') || Number(attributes.ЦенаТов) >= 0],
    ['БезНДС for «без НДС» and for nothing else', free === (attributes.НалСт === 'без НДС')],
  ]
}

/** A day, or both ends of a period. */
function transferRules(document: XmlElement): readonly Rule[] {
  const given = child(child(document, 'СвПродПер') ?? document, 'СвПер')?.attributes ?? {}
  return [['ДатаПер or both days of a period', 'ДатаПер' in given || ('ДатаНачПер' in given && 'ДатаОконПер' in given)]]
}

/** An electronic mandate goes with way 3 of proving one's power, a paper one with way 5, and neither with another. */
function signerRules(document: XmlElement): readonly Rule[] {
  const signers = document.children.filter(({ name }) => name === 'Подписант')
  return signers.flatMap((signer): readonly Rule[] => {
    const way = signer.attributes.СпосПодтПолном
    return [
      ['СвДоверЭл with way 3 only', (child(signer, 'СвДоверЭл') !== undefined) === (way === '3')],
      ['СвДоверБум with way 5 only', (child(signer, 'СвДоверБум') !== undefined) === (way === '5')],
    ]
  })
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name)
}
