// Every printed space that can group digits: NBSP, thin, narrow no-break, figure, punctuation space …
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
const MINUS = /[\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d]/g

// Marks that print nothing: soft hyphen, zero-width and direction marks. They hide in copied numbers and split identifiers.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
// Full-width, Arabic-Indic and Persian digits; in all three the low four bits are the digit.
const OTHER_DIGITS = /[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g

/** One kind of space, of minus and of apostrophe; trimmed. */
export function plainCharacters(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(SPACES, ' ')
    .replace(MINUS, '-')
    .replace(/[’‘ʼ´`]/g, "'")
    .trim()
}

/** What OCR reads for a digit, Cyrillic and Latin (DOMAIN §2.2). */
export const DIGIT_LOOK_ALIKES: Readonly<Record<string, string>> = {
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  З: '3',
  з: '3',
  б: '6',
  В: '8',
  B: '8',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  s: '5',
  Б: '6',
}

/** Letters that stand for digits, read as digits. Only for text already known to be numeric. */
export function digitsForLookAlikes(text: string): string {
  return text.replace(/[ОоOoЗзбВBlI|SБ]/g, (letter) => DIGIT_LOOK_ALIKES[letter] ?? letter)
}

// Cyrillic capitals that look like Latin ones.
const CYRILLIC = 'АВЕКМНОРСТУХ'
const LATIN = 'ABEKMHOPCTYX'

/** Upper-case Latin for Cyrillic look-alikes, so that «А-1» and "A-1" compare equal. */
export function latinForLookAlikes(text: string): string {
  return text.replace(/[АВЕКМНОРСТУХ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
}
