import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfLine } from '../tests/hostile/reading-of-line.ts'
import { documentTypes } from './registry.ts'

const SIGNS = 10_000
const MOST_CPU_S = 5 // a pattern that tries every split of such a line takes minutes; all others together take less than a second

const REPEATED: Readonly<Record<string, string>> = {
  spaces: ' ',
  'hard spaces': '\u00a0',
  tabs: '\t',
  digits: '1',
  'single digits': '1 ',
  'groups of digits': '123 ',
  'small letters': 'a',
  capitals: 'А',
  enumerations: 'a, ',
  quotes: '"',
  'nested quotes': '«',
  brackets: '(',
  'pairs of brackets': '()',
  'dotted leaders': '.',
  commas: ',',
  dashes: '-',
  'lines to write on': '_',
  'double lines': '=',
  frames: '|',
  colons: ':',
  addresses: 'a@',
  captions: 'Total: Итого ',
  'names of papers': 'Договор № ',
  'legal forms': 'ООО "',
}

for (const { name, recognise, readPages, doubtPages, scorePages } of documentTypes)
  describe(`the readers of ${name}`, () => {
    for (const [what, repeated] of Object.entries(REPEATED))
      it(`come to an end with a line of ${what}`, () => {
        const filling = repeated.repeat(SIGNS / repeated.length)
        // Words before make patterns begin, and a sign behind that fits none makes them try again.
        const reading = readingOfLine(`Invoice № Договор ${filling}ъ`)
        for (const read of [recognise, readPages, doubtPages, scorePages]) {
          const before = process.cpuUsage()
          read?.(reading)
          const { user } = process.cpuUsage(before)
          assert.ok(user / 1e6 < MOST_CPU_S, `${user / 1e6} s of CPU`)
        }
      })
  })
