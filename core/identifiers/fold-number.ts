import { latinForLookAlikes } from '../values/characters.ts'

/** Key under which two printings of one document number are equal: «№ А-00123/26» and "A-123/26". For comparison only, never shown. */
export function foldNumber(number: string): string {
  const upper = latinForLookAlikes(
    number
      .normalize('NFKC')
      .replace(/№|^N[Oo]?[.°\s]+/g, '')
      .toUpperCase(),
  )
  return upper.replace(/\s+/g, '').replace(/(?<![\p{L}\d])0+(?=[\p{L}\d])/gu, '')
}
