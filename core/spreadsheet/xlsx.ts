import { Decimal } from 'decimal.js'
import { element as el } from '../xml-write.ts'
import type { Cell, Table } from './cell.ts'
import { looksLikeFormula } from './formula.ts'
import { zip } from './zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

// Places in `cellXfs` of the style sheet below.
const STYLE = { text: 1, formulaLike: 2, date: 3, head: 4 } as const

/**
 * An Office Open XML workbook (ECMA-376), one sheet per table. Text is always a text cell, so nothing in it can become a formula and identifiers keep
 * their zeros; numbers and dates are typed cells. `date` is the workbook's date format.
 */
export function writeXlsx(tables: readonly Table[], date: 'yyyy-mm-dd' | 'dd.mm.yyyy'): Uint8Array {
  const names = sheetNames(tables)
  const files: (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(tables.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([...names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
    ],
    ['xl/styles.xml', styles(date)],
    ...tables.map((table, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(table)] as const),
  ]
  return zip(files.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(HEAD + text) })))
}

function sheet({ captions, rows }: Table): string {
  const head = captions.map((value, column) => textCell(value, `${letters(column)}1`, STYLE.head))
  const body = rows.map((row, i) =>
    el(
      'row',
      row.map((cell, column) => cellOf(cell, `${letters(column)}${i + 2}`)),
      { r: String(i + 2) },
    ),
  )
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return el('worksheet', [view, el('sheetData', [el('row', head, { r: '1' }), ...body])], { xmlns: MAIN })
}

// Excel keeps fifteen digits; longer numbers (accounts, never amounts) stay text.
const MOST_DIGITS = 15
// Excel's calendar is right from this day on.
const FIRST_DATE = '1900-03-01'

function cellOf(cell: Cell, r: string): string {
  if (cell === null) return ''
  if (cell.kind === 'number' && new Decimal(cell.value).precision() <= MOST_DIGITS)
    return el('c', [el('v', new Decimal(cell.value).toFixed())], { r })
  if (cell.kind === 'date' && cell.value >= FIRST_DATE) return el('c', [el('v', String(serial(cell.value)))], { r, s: String(STYLE.date) })
  return textCell(cell.value, r, looksLikeFormula(cell.value) ? STYLE.formulaLike : STYLE.text)
}

// Excel refuses longer cells.
const MOST_CHARACTERS = 32_767

function textCell(value: string, r: string, style: number): string {
  const text = el('t', value.slice(0, MOST_CHARACTERS), { 'xml:space': 'preserve' })
  return el('c', [el('is', [text])], { r, t: 'inlineStr', s: String(style) })
}

/** Days since 1899-12-30, as Excel counts. */
function serial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  return `${column >= 26 ? letters(Math.floor(column / 26) - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}

/** Excel's rules for names of sheets: 31 characters, none of []:*?/\, no two alike. */
function sheetNames(tables: readonly Table[]): readonly string[] {
  const taken = new Set<string>()
  return tables.map(({ name }) => {
    const plain =
      name
        .replace(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 27) || 'Sheet'
    let unique = plain
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${plain} ${n}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, i) => el('sheet', [], { name, sheetId: String(i + 1), 'r:id': `rId${i + 1}` }))
  return el('workbook', [el('sheets', sheets)], { xmlns: MAIN, 'xmlns:r': LINKS })
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(([kind, Target], i) => el('Relationship', [], { Id: `rId${i + 1}`, Type: `${LINKS}/${kind}`, Target }))
  return el('Relationships', all, { xmlns: `${PACKAGE}/relationships` })
}

function contentTypes(sheets: number): string {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`
  const part = (PartName: string, name: string) => el('Override', [], { PartName, ContentType: type(name) })
  return el(
    'Types',
    [
      el('Default', [], { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      el('Default', [], { Extension: 'xml', ContentType: 'application/xml' }),
      part('/xl/workbook.xml', 'sheet.main'),
      part('/xl/styles.xml', 'styles'),
      ...Array.from({ length: sheets }, (_, i) => part(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')),
    ],
    { xmlns: `${PACKAGE}/content-types` },
  )
}

/** Format 49 is text; quotePrefix keeps what looks like a formula text when somebody edits the cell. */
function styles(date: string): string {
  const format = el('numFmts', [el('numFmt', [], { numFmtId: '164', formatCode: date })], { count: '1' })
  const plain = 'fontId="0" fillId="0" borderId="0" xfId="0"'
  return el(
    'styleSheet',
    [
      format,
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="5"><xf numFmtId="0" ${plain}/><xf numFmtId="49" ${plain} applyNumberFormat="1"/>`,
      `<xf numFmtId="49" ${plain} applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="164" ${plain} applyNumberFormat="1"/>`,
      '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
    ],
    { xmlns: MAIN },
  )
}
