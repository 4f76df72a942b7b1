export type { Attachment, Cell, Column, Fact, Paper, PaperBlock } from './paper.ts'
export { printed, unprintable } from './printable.ts'
