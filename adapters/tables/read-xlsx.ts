import { Decimal } from 'decimal.js'
import { PipelineError } from '../../core/errors.ts'
import type { XmlElement } from '../../core/xml.ts'
import { readZipEntryUpTo } from '../models/read-zip.ts'
import { parseXml } from '../xml/index.ts'
import type { TextTable } from './index.ts'

const MOST_BYTES = 20 * 1024 * 1024
const MOST_COLUMNS = 200

/** The first sheet of an Office Open XML workbook (ECMA-376). Numbers come as plain decimals; cells with dates as the serial number that stands there. */
export function readXlsx(bytes: Uint8Array): TextTable {
  const part = (name: string) => {
    const found = readZipEntryUpTo(bytes, name, MOST_BYTES)
    return found === null ? null : parseXml(found)
  }
  const workbook = part('xl/workbook.xml')
  const relations = part('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations) throw new PipelineError('unreadable', 'This is no workbook (.xlsx). Save the table as .xlsx or .csv.')
  const first = all(workbook, 'sheet')[0]
  const target = relations.children.find(({ attributes }) => attributes.Id === first?.attributes.id)?.attributes.Target
  const sheet = target === undefined ? null : part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  if (!sheet) throw new PipelineError('unreadable', 'The workbook has no sheet.')
  const shared = part('xl/sharedStrings.xml')?.children.map(textOf) ?? []
  return rowsOf(sheet, shared)
}

function rowsOf(sheet: XmlElement, shared: readonly string[]): TextTable {
  const rows: string[][] = []
  for (const row of all(sheet, 'row')) {
    const at = Number(row.attributes.r ?? rows.length + 1) - 1
    if (!Number.isInteger(at) || at < rows.length || at > 100_000)
      throw new PipelineError('unreadable', 'The rows of the sheet are out of order.')
    while (rows.length < at) rows.push([])
    const cells: string[] = []
    for (const cell of row.children.filter(({ name }) => name === 'c')) {
      const column = cell.attributes.r ? columnOf(cell.attributes.r) : cells.length
      if (column >= MOST_COLUMNS) continue
      while (cells.length < column) cells.push('')
      cells[column] = textIn(cell, shared).trim()
    }
    rows.push(cells.some((value) => value !== '') ? cells : [])
  }
  return rows
}

function textIn(cell: XmlElement, shared: readonly string[]): string {
  const value = cell.children.find(({ name }) => name === 'v')?.text ?? ''
  switch (cell.attributes.t) {
    case 's':
      return shared[Number(value)] ?? ''
    case 'inlineStr':
      return cell.children.flatMap((child) => (child.name === 'is' ? [textOf(child)] : [])).join('')
    case 'str':
    case 'b':
      return value
    case 'e':
      return ''
    default:
      // Long identifiers typed as numbers come as 7.707083893E9.
      return /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(value) ? new Decimal(value).toFixed() : value
  }
}

/** `BC12` → 54, from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A'
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Text of a string item: runs of one style each, without their phonetic hints. */
function textOf(item: XmlElement): string {
  return item.children.flatMap((child) => (child.name === 't' ? [child.text] : child.name === 'r' ? [textOf(child)] : [])).join('')
}

function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}
