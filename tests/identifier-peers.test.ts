import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isValidBIC, isValidIBAN } from 'ibantools'
import * as jsvat from 'jsvat'
import { validBic, validIban, validVatId } from '../core/identifiers/index.ts'

// Two libraries that nobody here wrote say the same as our own code.
const COUNTRIES = [
  [jsvat.austria, 'ATU', 8],
  [jsvat.belgium, 'BE0', 9],
  [jsvat.bulgaria, 'BG', 9],
  [jsvat.switzerland, 'CHE', 9],
  [jsvat.czechRepublic, 'CZ', 8],
  [jsvat.germany, 'DE', 9],
  [jsvat.denmark, 'DK', 8],
  [jsvat.estonia, 'EE10', 7],
  [jsvat.greece, 'EL', 9],
  [jsvat.spain, 'ESB', 8],
  [jsvat.finland, 'FI', 8],
  [jsvat.france, 'FR', 11],
  [jsvat.unitedKingdom, 'GB', 9],
  [jsvat.croatia, 'HR', 11],
  [jsvat.hungary, 'HU', 8],
  [jsvat.italy, 'IT', 11],
  [jsvat.lithuania, 'LT', 9],
  [jsvat.lithuania, 'LT', 12],
  [jsvat.luxembourg, 'LU', 8],
  [jsvat.latvia, 'LV4', 10],
  [jsvat.malta, 'MT', 8],
  [jsvat.norway, 'NO', 9],
  [jsvat.poland, 'PL', 10],
  [jsvat.portugal, 'PT', 9],
  [jsvat.romania, 'RO', 9],
  [jsvat.russia, 'RU', 10],
  [jsvat.russia, 'RU', 12],
  [jsvat.sweden, 'SE', 12],
  [jsvat.slovenia, 'SI', 8],
  [jsvat.slovakiaRepublic, 'SK', 10],
] as const

/** Ids whose last character is a check letter. The library does not know Irish ids of the form before 1980 nor Cypriot ones beginning with 6 to 8. */
const LETTERED = [
  [jsvat.cyprus, 'CY1', 7],
  [jsvat.spain, 'ES', 8],
  [jsvat.spain, 'ESX', 7],
  [jsvat.ireland, 'IE', 7],
] as const

/**
 * Where the library is laxer or older than the registers, found by this comparison: Belgian numbers beginning with 1 exist since 2023;
 * Czech companies never begin with 9; leading zeros are not issued in DK, MT and PT; Finnish, Latvian and Polish numbers whose remainder needs two digits are not issued.
 */
const LAXER = /^(?:BE1|CZ9|DK0|MT0|PT0|RU00|FI\d{7}0|LV\d{10}0|PL\d{9}0)/

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

describe('identifiers agree with independent libraries', () => {
  for (const [country, prefix, length] of COUNTRIES)
    it(`${prefix}, ${length} digits: every last pair of digits of random numbers`, () => {
      let valid = 0
      fc.assert(
        fc.property(digits(length - 2), (body) => {
          for (let end = 0; end < 100; end++) {
            const id = `${prefix}${body}${String(end).padStart(2, '0')}`
            const theirs = jsvat.checkVAT(id, [country]).isValid
            if (!LAXER.test(id)) assert.equal(validVatId(id), theirs, id)
            if (theirs) valid++
          }
        }),
        { numRuns: 40 },
      )
      assert.ok(prefix === 'SE' || valid > 0, 'some of the numbers were valid')
    })

  for (const [country, prefix, length] of LETTERED)
    it(`${prefix}, ${length} digits and a letter: every letter behind random digits, one or none of them right`, () => {
      fc.assert(
        fc.property(digits(length), (body) => {
          const right = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => {
            const id = `${prefix}${body}${letter}`
            const ours = validVatId(id)
            assert.equal(ours, jsvat.checkVAT(id, [country]).isValid, id)
            return ours
          })
          assert.ok(right.length <= 1)
        }),
        { numRuns: 400 },
      )
    })

  it('IBAN: valid for one pair of check digits of a random account, in every country both know', () => {
    const account = fc.constantFrom(...(['DE18', 'AT16', 'BE12', 'CY24', 'FI14', 'LT16', 'SI15', 'HU24', 'PL24', 'SE20', 'EE16'] as const))
    fc.assert(
      fc.property(account, digits(24), fc.integer({ min: 2, max: 98 }), (format, body, check) => {
        const iban = `${format.slice(0, 2)}${String(check).padStart(2, '0')}${body.slice(0, Number(format.slice(2)))}`
        // The library checks national digits as well for some countries, so it may be stricter, never laxer.
        if (isValidIBAN(iban)) assert.equal(validIban(iban), true, iban)
        if (!validIban(iban)) assert.equal(isValidIBAN(iban), false, iban)
      }),
      { numRuns: 3000 },
    )
  })

  it('BIC: the same forms', () => {
    for (const bic of ['DEUTDEFF', 'DEUTDEFF500', 'SABRRUMM', 'DEUTDE', 'DEUTDEFF50', 'DEUT1EFF'])
      assert.equal(validBic(bic), isValidBIC(bic), bic)
  })
})
