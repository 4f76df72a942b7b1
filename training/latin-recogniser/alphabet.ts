import { readFileSync } from 'node:fs'

/** What the Latin recogniser can read, one character an entry: the file that cuts its head (prune.py) is the source of the sheets as well. */
const characters = readFileSync(new URL('alphabet.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)

export const ALPHABET: ReadonlySet<string> = new Set([...characters, ' '])

export const LATIN: readonly string[] = characters.filter((c) => /^\p{Script=Latin}$/u.test(c) && !/^[ªº]$/u.test(c))

/** Signs a font of ours has a picture of and an invoice may print. */
export const OTHER: readonly string[] = characters.filter((c) => /^[!-/:-@[-`{-~§°±×÷€£$¥№«»„“”–—•…‰µ½²³®©™≤≥≈]$/u.test(c))
