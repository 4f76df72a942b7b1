export { type Opens, splitPages } from './split-pages.ts'
