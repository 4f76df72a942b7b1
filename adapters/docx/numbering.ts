import type { XmlElement } from '../../core/xml.ts'
import { parseXml } from '../xml/index.ts'

/** Counts the numbers that Word prints before paragraphs and does not store: «2.1.», «(a)». */
export interface Numbering {
  /** The number of the next paragraph of a list, as printed; null when it belongs to none or has a bullet. */
  next(listId: string | null, level: number, style: string | null): string | null
}

interface Level {
  readonly format: string
  /** `%1.%2.` */
  readonly text: string
  readonly start: number
}

const LEVELS = 9

/** From `word/numbering.xml` and `word/styles.xml`, either of which may be missing. */
export function readNumbering(numberingXml: Buffer | undefined, stylesXml: Buffer | undefined): Numbering {
  const lists = numberingXml ? listsOf(parseXml(numberingXml)) : new Map<string, readonly Level[]>()
  const styles = stylesXml ? stylesOf(parseXml(stylesXml)) : new Map<string, { readonly id: string; readonly level: number }>()
  const counters = new Map<readonly Level[], number[]>()
  return {
    next(listId, level, style) {
      const own = listId ?? styles.get(style ?? '')?.id ?? null
      const at = Math.min(LEVELS - 1, Math.max(0, listId === null ? (styles.get(style ?? '')?.level ?? 0) : level))
      const levels = own === null || own === '0' ? undefined : lists.get(own)
      const spec = levels?.[at]
      if (!levels || !spec || spec.format === 'bullet' || spec.format === 'none') return null
      const counts = counters.get(levels) ?? levels.map(({ start }) => start - 1)
      counters.set(levels, counts)
      counts[at] = (counts[at] ?? 0) + 1
      for (let deeper = at + 1; deeper < levels.length; deeper++) counts[deeper] = levels[deeper]!.start - 1
      const shown = (n: number) => formatted(Math.max(counts[n] ?? 1, levels[n]?.start ?? 1), levels[n]?.format ?? 'decimal')
      return spec.text.replace(/%([1-9])/g, (_, n: string) => shown(Number(n) - 1)).trim() || null
    },
  }
}

const child = (element: XmlElement | undefined, name: string) => element?.children.find((one) => one.name === name)
const valOf = (element: XmlElement | undefined) => element?.attributes.val

function listsOf(root: XmlElement): Map<string, readonly Level[]> {
  const abstract = new Map(
    root.children.filter(({ name }) => name === 'abstractNum').map((one) => [one.attributes.abstractNumId, levelsOf(one)] as const),
  )
  return new Map(
    root.children
      .filter(({ name }) => name === 'num')
      .flatMap((one) => {
        const levels = abstract.get(valOf(child(one, 'abstractNumId')) ?? '')
        return levels && one.attributes.numId !== undefined ? [[one.attributes.numId, levels] as const] : []
      }),
  )
}

function levelsOf(list: XmlElement): readonly Level[] {
  return list.children
    .filter(({ name }) => name === 'lvl')
    .slice(0, LEVELS)
    .map((level) => ({
      format: valOf(child(level, 'numFmt')) ?? 'decimal',
      text: valOf(child(level, 'lvlText')) ?? '',
      start: Number(valOf(child(level, 'start')) ?? 1) || 1,
    }))
}

function stylesOf(root: XmlElement): Map<string, { readonly id: string; readonly level: number }> {
  return new Map(
    root.children.flatMap((style) => {
      const list = child(child(style, 'pPr'), 'numPr')
      const id = valOf(child(list, 'numId'))
      if (style.name !== 'style' || id === undefined || style.attributes.styleId === undefined) return []
      return [[style.attributes.styleId, { id, level: Number(valOf(child(list, 'ilvl')) ?? 0) }] as const]
    }),
  )
}

function formatted(n: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(n)
    case 'upperLetter':
      return letters(n).toUpperCase()
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    case 'russianLower':
      return 'абвгдежзиклмнопрстуфхцчшщэюя'[(n - 1) % 28] ?? String(n)
    default:
      return String(n)
  }
}

function letters(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(n: number): string {
  let rest = Math.min(n, 3999)
  return ROMAN.map(([value, sign]) => {
    const count = Math.floor(rest / value)
    rest -= count * value
    return sign.repeat(count)
  }).join('')
}
