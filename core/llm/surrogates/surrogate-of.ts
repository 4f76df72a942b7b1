import { validCard, validIban, validInn, validOgrn, validSnils } from '../../identifiers/index.ts'
import type { PersonalKind } from './personal-spans.ts'

/** A keyed hash: 32 bytes that nobody without the organisation's key can compute. */
export type Digest = (text: string) => Uint8Array

const TRIES = 20_000 // check digits are hit once in 121 tries at worst

/**
 * Another value of the same form and length: digits for digits, letters for letters of the same case and script, signs stay. Equal values give equal
 * surrogates under one key. Valid check digits stay valid, an account keeps its first five digits, a phone its country. `taken`: never one of these.
 */
export function surrogateOf(kind: PersonalKind, text: string, digest: Digest, taken: (candidate: string) => boolean): string {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  const check = CHECKS[kind]
  const mustHold = check?.(digitsAndLetters(text)) ?? false
  const kept = KEPT[kind]?.(text) ?? 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const made = kind === 'name' ? nameFor(text, digest, attempt) : written(text, kept, stream(digest, `${kind}:${plain}:${attempt}`))
    if (made !== text && !taken(made) && (!mustHold || check!(digitsAndLetters(made)))) return made
  }
  // Rather a value that stands out than one that tells.
  return text
    .replace(/\p{N}/gu, '0')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
}

const CHECKS: Partial<Record<PersonalKind, (text: string) => boolean>> = {
  inn: validInn,
  iban: validIban,
  ogrn: validOgrn,
  snils: validSnils,
  card: validCard,
}

/** Letters and digits at the start that stay. */
const KEPT: Partial<Record<PersonalKind, (text: string) => number>> = {
  account: () => 5,
  iban: () => 2,
  phone: (text) => (/^\s*\+/.test(text) ? 2 : 1),
}

function digitsAndLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Each word of a name by itself, so that a surname is the same with and without initials. */
function nameFor(text: string, digest: Digest, attempt: number): string {
  return text.replace(/\p{L}+/gu, (word) => written(word, 0, stream(digest, `name:${word.toLowerCase()}:${attempt}`), soundOf))
}

type Next = () => number

function* bytes(digest: Digest, seed: string): Generator<number, never> {
  for (let block = 0; ; block++) yield* digest(`${seed}:${block}`)
}

function stream(digest: Digest, seed: string): Next {
  const source = bytes(digest, seed)
  return () => source.next().value
}

const ALPHABETS: readonly (readonly [RegExp, string])[] = [
  [/[0-9]/, '0123456789'],
  [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'],
  [/[A-Z]/, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [/[а-яё]/, 'абвгдежзиклмнопрстуфхцчшэюя'],
  [/[А-ЯЁ]/, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ'],
  [/\p{Ll}/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/\p{Lu}/u, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [/\p{N}/u, '0123456789'],
]
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[aeiouyäöüéèáàóíú]/, 'aeiou'],
  [/[AEIOUYÄÖÜÉ]/, 'AEIOU'],
  [/[аеёиоуыэюяьъ]/, 'аеиоуюя'],
  [/[АЕЁИОУЫЭЮЯ]/, 'АЕИОУЮЯ'],
  [/[а-яё]/, 'бвгджзклмнпрстфхцчш'],
  [/[А-ЯЁ]/, 'БВГДЖЗКЛМНПРСТФХЦЧШ'],
  [/\p{Ll}/u, 'bcdfghklmnprstvz'],
  [/\p{Lu}/u, 'BCDFGHKLMNPRSTVZ'],
]

function soundOf(character: string): string | undefined {
  return SOUNDS.find(([form]) => form.test(character))?.[1]
}

function alphabetOf(character: string): string | undefined {
  return ALPHABETS.find(([form]) => form.test(character))?.[1]
}

function written(text: string, kept: number, next: Next, alphabet: (character: string) => string | undefined = alphabetOf): string {
  let place = 0
  return text.replace(/[\p{L}\p{N}]/gu, (character) => {
    const letters = alphabet(character)
    // The bias of the remainder does not matter: nobody may guess from it, the key is secret.
    const other = letters?.[next() % letters.length] ?? character
    return place++ < kept ? character : other
  })
}
