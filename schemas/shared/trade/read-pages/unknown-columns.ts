import type { Band, BodyRow } from '../../../../core/extraction/tables/index.ts'
import type { Column } from '../labels/index.ts'

const LETTERS = 5 // a name has more of them on average; units and codes have fewer
const CODE = /^(?=.*\d)(?=.*[\p{L}-])[\p{L}\d][\p{L}\d./_-]{3,19}$/u
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/

/** Columns whose heading nobody knows, named by what stands in them: the wordiest is that of the names, one of nothing but codes that of the articles. */
export function withUnknownNamed(bands: readonly Band<Column>[], rows: readonly BodyRow[]): readonly Band<Column>[] {
  const name = bands.some(({ kind }) => kind === 'name') ? -1 : wordiest(bands, rows)
  const article = bands.some(({ kind }) => kind === 'article') ? -1 : bands.findIndex((band, b) => band.kind === null && ofCodes(rows, b))
  if (name < 0 && article < 0) return bands
  return bands.map((band, b) => (b === name ? { ...band, kind: 'name' } : b === article ? { ...band, kind: 'article' } : band))
}

function wordiest(bands: readonly Band<Column>[], rows: readonly BodyRow[]): number {
  const letters = bands.map((band, b) => {
    const texts = band.kind === null ? textsOf(rows, b) : []
    return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.replace(/[^\p{L}]/gu, '').length, 0) / texts.length
  })
  const most = Math.max(...letters)
  return most > LETTERS ? letters.indexOf(most) : -1
}

function ofCodes(rows: readonly BodyRow[], b: number): boolean {
  const texts = textsOf(rows, b).filter((text) => !/\s/.test(text))
  return texts.length > 0 && texts.length === textsOf(rows, b).length && texts.every((text) => CODE.test(text) && !DATE.test(text))
}

/** Cells of rows of figures: remarks and headings of sections run through all columns. */
function textsOf(rows: readonly BodyRow[], b: number): readonly string[] {
  const figures = rows.filter((row) => row.cells.some(({ text }) => /\d[.,]\d{2}(?!\d)/.test(text)))
  return figures.map((row) => row.cells[b]!.text.trim()).filter((text) => text !== '')
}
