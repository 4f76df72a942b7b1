export { lineOf } from './group-lines.ts'
export { layOutPage, unreadPage } from './lay-out-page.ts'
export { type VisualRow, visualRows } from './visual-rows.ts'
