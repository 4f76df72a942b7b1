import type { Column } from './column.ts'

/**
 * Russian headings are sentences («Стоимость товаров (работ, услуг), имущественных прав без налога — всего»), worded a little differently in
 * every program. What they mean follows from a few stems; the first rule that fits counts.
 */
const RULES: readonly (readonly [Column, RegExp, RegExp?])[] = [
  [
    'other',
    /страна|происхожд|декларац|прослежив|акциз|масса|^вес|нетто|брутто|код вида|оке[ий]|упаков|^мест|единиц\S* измер\S* код|гарант|остат/u,
  ],
  ['discount', /скидк|наценк/u],
  ['tax', /сумма (?:ндс|налога)|^(?:ндс|налог),? (?:в )?(?:руб|сумма|₽)|налог\S*,? предъяв/u],
  ['taxRate', /ставк|(?:ндс|налог)\S*,? ?(?:в )?%|% ?(?:ндс|налога)|^ндс$/u],
  ['grossPrice', /^(?:цена|тариф)/u, /с (?:учетом )?(?:ндс|налог)|включая (?:ндс|налог)|в т\S* ?ч\S* ндс/u],
  ['unitPrice', /^(?:цена|тариф|расценка)|^(?:стоимость|сумма) (?:за|одно|1|ед|часа|час)/u],
  ['net', /^(?:стоимость|сумма|всего|итого)/u, /без (?:учета )?(?:ндс|налог)/u],
  ['gross', /^(?:стоимость|сумма|всего|итого)/u, /с (?:учетом )?(?:ндс|налог)|включая (?:ндс|налог)|в т\S* ?ч\S* ндс/u],
  ['quantityUnit', /^кол\S*,? ?(?:и )?(?:ед|шт)/u],
  ['quantity', /^кол(?:-?во|ич|\.|$)|^к-во|^объем/u],
  ['unit', /^ед(?:\.|$)|^изм(?:\.|$)|^единиц|^условное обознач|^наименование ед|^обозначение/u],
  ['article', /артикул|^арт(?:\.|$)|^код(?:$| (?:товар|продукц|номенкл|издел|работ|услуг))/u],
  [
    'name',
    /наименован|номенклатур|^описание|перечень|^содержание|^вид\S* (?:работ|услуг|товар)|^услуг|^товар|^работ|^предмет|^назван|^позици[яи]$/u,
  ],
  ['amount', /^(?:стоимость|сумма|итого|всего|к оплате)/u],
  ['date', /^дата|^период/u],
]
const LONGEST = 160 // letters; headings of the longest statutory form have 90

/** Meaning of a Russian column heading; null for other languages and for what is no heading. */
export function russianHeading(text: string): Column | null {
  if (!/[а-яё]{2}/iu.test(text) || text.length > LONGEST) return null
  const plain = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    // A heading broken at a syllable: «Коли- чество», «та- риф».
    .replace(/(\p{L})-\s+(?=\p{L})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return RULES.find(([, stem, also]) => stem.test(plain) && (also?.test(plain) ?? true))?.[0] ?? null
}
