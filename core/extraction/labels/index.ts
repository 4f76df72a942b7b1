export { candidate, ranked } from './candidate.ts'
export { captionKey } from './caption-key.ts'
export {
  certainty,
  type DocumentText,
  documentText,
  evidenceOf,
  placeOf,
  type Span,
  type TextLine,
  type TextPage,
  type TextWord,
  textOf,
  wholeLine,
  wordsOf,
} from './document-text.ts'
export { type CaptionHit, type CaptionIndex, type CaptionSet, captionIndex, captionsOfLine, findCaptions } from './find-captions.ts'
export { below, columnFrom, pageOf, restOfLine, rightOf, sameRow, sharesColumn } from './neighbours.ts'
