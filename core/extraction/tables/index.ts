export { type CarriedTable, carriedBands, carriedTable } from './carried-bands.ts'
export { type Band, columnBands, ruledTableAt } from './column-bands.ts'
export { findItemHeaders, type HeadCell, type HeaderTest, type Headings, type ItemHeader, textRows } from './item-header.ts'
export { type BodyRow, bodyRows, type RowCell } from './item-rows.ts'
