// The package's main entry is a UMD file without named exports for Node; its ES build is this file, without a type file of its own.
declare module 'number-to-words-ru/dist/index.js' {
  export { convert } from 'number-to-words-ru'
}
