export { bytesOf } from './bytes-of.ts'
export { drawPaper } from './draw-paper.ts'
