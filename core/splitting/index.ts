export { keepCorrections, NO_CORRECTIONS, pagesMoved } from './kept-corrections.ts'
export { type PartNow, planRecut, type Recut } from './recut.ts'
export { type MarkedPage, markPage, splitPages } from './split-pages.ts'
