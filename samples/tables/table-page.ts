import type { Random } from '../random.ts'
import type { Layout } from '../sample.ts'

/** A page whose tables are measured: tables marked `data-table`, cells that nobody can judge `data-skip`, other grids `data-neutral`. */
export interface TablePage {
  readonly sheet: Pick<Layout, 'name' | 'language' | 'landscape' | 'letter'>
  readonly css: string
  readonly html: string
}

export interface CellHtml {
  readonly text: string
  readonly columnSpan?: number
  readonly rowSpan?: number
  readonly className?: string
  /** Left out of the truth and of what was found. */
  readonly skip?: boolean
}

export type RowHtml = readonly (string | CellHtml)[]

export const FONTS = ["'Liberation Sans'", "'Liberation Serif'", "'DejaVu Sans'", "'PT Sans'", "'PT Serif'", "'Liberation Sans Narrow'"]

/** `classes`: one per column, for cells without an own one. */
export function tableHtml(
  kind: 'ruled' | 'borderless',
  head: readonly RowHtml[],
  body: readonly RowHtml[],
  classes: readonly string[] = [],
) {
  const rows = [...head.map((row) => rowHtml(row, 'th', [])), ...body.map((row) => rowHtml(row, 'td', classes))]
  return `<table class="t" data-table="${kind}">${rows.join('')}</table>`
}

function rowHtml(row: RowHtml, tag: string, classes: readonly string[]): string {
  const cells = row.map((given, i) => {
    const cell = typeof given === 'string' ? { text: given } : given
    const name = cell.className ?? classes[i]
    const spans = `${cell.columnSpan ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan ? ` rowspan="${cell.rowSpan}"` : ''}`
    return `<${tag}${spans}${cell.skip ? ' data-skip' : ''}${name ? ` class="${name}"` : ''}>${cell.text}</${tag}>`
  })
  return `<tr>${cells.join('')}</tr>`
}

/** What stands around a table on a business page: it is no table, and finding one there is a mistake. */
export function above(russian: boolean, random: Random): string {
  const no = random.digits(4)
  const heading = russian ? `Документ № ${no} от ${random.int(10, 28)}.03.2026` : `Document ${no} of 2026-03-${random.int(10, 28)}`
  const parties = russian
    ? [
        'Поставщик',
        'ООО «Образец Север»',
        '198099, г. Примерск, ул. Пробная, д. 7',
        'Покупатель',
        'АО «Пример Юг»',
        '344000, г. Образцов, пр. Ключевой, д. 12',
      ]
    : ['From', 'Example North Ltd', '7 Sample Street, Specimen', 'Bill to', 'Model South Inc', '12 Test Avenue, Placeholder']
  const [from, name, address, to, name2, address2] = parties
  const apart = random.chance(0.5)
  return `<h1>${heading}</h1><div style="display:${apart ? 'flex' : 'block'};gap:20mm;margin-bottom:6mm"><div><b>${from}</b><br>${name}<br>${address}</div>
    <div><b>${to}</b><br>${name2}<br>${address2}</div></div>`
}

export function below(russian: boolean, random: Random): string {
  const text = russian
    ? 'Оплата данного документа означает согласие с условиями поставки товара. Товар отпускается по факту прихода денег на расчетный счет поставщика, самовывозом, при наличии доверенности и паспорта.'
    : 'Goods remain our property until they are paid in full. Please quote the number of the document with your payment and tell us within eight days of receipt when anything is missing or damaged.'
  return random.chance(0.7) ? `<p style="margin-top:8mm">${text}</p>` : ''
}
