import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  accountOfRussianIban,
  findIdentifiers,
  foldNumber,
  plainIdentifier,
  repairIdentifier,
  splitInnKpp,
  validAccount,
  validBic,
  validBik,
  validBin,
  validCard,
  validCorrAccount,
  validCreditorReference,
  validGstin,
  validGtin,
  validIban,
  validInn,
  validKpp,
  validLei,
  validOgrn,
  validSnils,
  validUnp,
  validVatId,
} from './index.ts'

// Vectors of the domain specification, each checked there by an independent program.
const VECTORS: readonly (readonly [string, (id: string) => boolean | null, readonly string[], readonly string[]])[] = [
  ['ИНН', validInn, ['7707083893', '7736050003', '7736207543', '500100732259'], ['7707083894', '500100732258', '0007083893', '770708389']],
  ['КПП', validKpp, ['773601001', '7707AB001'], ['000101001', '77360100']],
  ['ОГРН', validOgrn, ['1027700132195', '1027700070518'], ['1027700132194']],
  ['ОГРНИП', validOgrn, ['304500116000157'], ['304500116000158']],
  ['БИК', validBik, ['044525225', '017003983'], ['44525225', '994525225']],
  ['account', (a) => validAccount(a, '044525225'), ['40702810938000000001'], ['40702810938000000002']],
  // Calculated by hand: in a body of the Central Bank the key takes '0' and digits 5–6 of the БИК.
  ['account at a БИК ending 000', (a) => validAccount(a, '044525000'), ['40702810900000000017'], ['40702810800000000017']],
  ['correspondent account', (a) => validCorrAccount(a, '044525225'), ['30101810400000000225'], ['30101810400000000226']],
  ['single treasury account', (a) => validCorrAccount(a, '017003983'), ['40102810445370000059'], ['40102810445370000058']],
  ['СНИЛС', validSnils, ['112-233-445 95', '087-654-303 00'], ['116-973-386 89']],
  ['IBAN', validIban, ['DE89370400440532013000', 'RU0204452560040702810412345678901'], ['DE89370400440532013001', 'DE8937040044053201300']],
  ['BIC', validBic, ['SABRRUMM', 'DEUTDEFF500'], ['DEUTDE', 'DEUTDEFF5']],
  ['RF', validCreditorReference, ['RF18539007547034'], ['RF19539007547034']],
  ['LEI', validLei, ['5493001KJTIIGC8Y1R12'], ['5493001KJTIIGC8Y1R13']],
  ['GTIN', validGtin, ['4006381333931'], ['4006381333932']],
  ['card', validCard, ['4539578763621486'], ['79927398714']],
  ['VAT DE', validVatId, ['DE136695976'], ['DE136695978']],
  ['VAT FR', validVatId, ['FR40303265045', 'FR83404833048'], ['FR40303265046']],
  ['VAT IT', validVatId, ['IT00743110157'], ['IT00743110158']],
  ['VAT AT', validVatId, ['ATU13585627'], ['ATU13585626']],
  ['VAT PL', validVatId, ['PL8567346215'], ['PL8567346216']],
  ['VAT BE', validVatId, ['BE0428759497', 'BE 0428.759.497'], ['BE0428759498']],
  ['VAT NL', validVatId, ['NL004495445B01'], ['NL004495446B01']],
  ['VAT GB', validVatId, ['GB980780684'], ['GB980780685']],
  ['VAT CH', validVatId, ['CHE116281710', 'CHE-116.281.710 MWST'], ['CHE116281711']],
  // Examples that python-stdnum publishes in its documentation.
  ['VAT BG', validVatId, ['BG175074752', 'BG7523169263', 'BG7111042925'], ['BG175074751', 'BG7552A10004', 'BG7111042922']],
  ['VAT CY', validVatId, ['CY10259033P'], ['CY10259033Z', 'CY12259033N']],
  ['VAT CZ', validVatId, ['CZ25123891', 'CZ7103192745', 'CZ640903926', 'CZ391231123'], ['CZ25123890', 'CZ7103192746', 'CZ640903927']],
  [
    'VAT ES',
    validVatId,
    ['ESB64717838', 'ESB58378431', 'ES54362315K', 'ESX5253868R', 'ESM1234567L', 'ESJ99216582'],
    ['ESB64717839', 'ES54362315Z', 'ESX5253868A'],
  ],
  ['VAT IE', validVatId, ['IE6433435F', 'IE6433435OA', 'IE8D79739I'], ['IE6433435E', 'IE8D79739J']],
  ['VAT LT', validVatId, ['LT119511515', 'LT100001919017', 'LT100004801610'], ['LT100001919018', 'LT119511516', 'LT119511505']],
  // Vectors of python-stdnum (stdnum.in_.gstin).
  ['GSTIN', validGstin, ['27AAPFU0939F1ZV'], ['27AAPFU0939F1ZA', '369296450896540', '27AAPFU0939F1V']],
  ['GSTIN as VAT id', validVatId, ['27AAPFU0939F1ZV'], ['27AAPFU0939F1ZA']],
  ['VAT LV', validVatId, ['LV40003521600', 'LV16117519997'], ['LV40003521601', 'LV16137519997']],
  ['УНП', validUnp, ['200988541'], ['200988542']],
  ['БИН', validBin, ['940140000385'], ['940140000386']],
]

describe('identifiers', () => {
  for (const [name, valid, good, bad] of VECTORS) {
    it(`${name}: accepts ${good.join(', ')} and refuses ${bad.join(', ')}`, () => {
      for (const id of good) assert.equal(valid(id), true, id)
      for (const id of bad) assert.equal(valid(id), false, id)
    })
  }

  it('says nothing about the key of a treasury account and of an unknown country', () => {
    assert.equal(validAccount('03100643000000017300', '017003983'), null)
    assert.equal(validVatId('US123456789'), null)
  })

  it('splits ИНН/КПП and takes spaces out of an account', () => {
    assert.deepEqual(splitInnKpp('ИНН/КПП 7707083893/773601001'), { inn: '7707083893', kpp: '773601001' })
    assert.deepEqual(splitInnKpp('ИНН/КПП 500100732259/'), { inn: '500100732259', kpp: null })
    assert.equal(plainIdentifier('р/с 4070 2810 9380 0000 0001'), '40702810938000000001')
    assert.deepEqual(accountOfRussianIban('RU0204452560040702810412345678901'), { bik: '044525600', account: '40702810412345678901' })
  })

  it('repairs a look-alike only when exactly one substitution passes', () => {
    assert.equal(repairIdentifier('77О7083893', validInn), '7707083893')
    assert.equal(repairIdentifier('77О7О83893', validInn), null)
    assert.equal(repairIdentifier('7707083894', validInn), null)
    assert.equal(repairIdentifier('DE1З6695976', validVatId), 'DE136695976')
    assert.equal(repairIdentifier('DE89З70400440532013000', validIban), 'DE89370400440532013000')
  })

  it('folds numbers that people write differently and keeps different ones apart', () => {
    assert.equal(foldNumber('№ А-123/26'), 'A-123/26')
    assert.equal(foldNumber('A-00123/26'), foldNumber('А-123/26'))
    assert.equal(foldNumber('00000123'), '123')
    assert.notEqual(foldNumber('A-1230'), foldNumber('A-123'))
    assert.equal(foldNumber('000'), '0')
  })

  it('finds identifiers in a line of text with their places', () => {
    const line = 'IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX USt-IdNr. DE136695976'
    assert.deepEqual(
      findIdentifiers(line).map(({ kind, value, valid }) => [kind, value, valid]),
      [
        ['iban', 'DE89370400440532013000', true],
        ['vatId', 'DE136695976', true],
        ['bic', 'COBADEFFXXX', true],
      ],
    )
    const iban = findIdentifiers(line)[0]!
    assert.equal(line.slice(iban.start, iban.end), 'DE89 3704 0044 0532 0130 00')
    assert.deepEqual(
      findIdentifiers('ИНН 7707083893 КПП 773601001 р/с 40702810938000000001 БИК 044525225').map(({ kind, value }) => [kind, value]),
      [
        ['inn', '7707083893'],
        ['kpp', '773601001'],
        ['account', '40702810938000000001'],
        ['bik', '044525225'],
      ],
    )
    assert.deepEqual(
      findIdentifiers('7707083893 773601001').map(({ kind, value }) => [kind, value]),
      [
        ['inn', '7707083893'],
        ['kpp', '773601001'],
      ],
    )
  })

  it('takes no words in capitals for identifiers', () => {
    for (const text of ['RECHNUNG', 'IT SERVICES GMBH', 'BE AWARE OF', 'SE VENDE TODO', 'TOTAL 1 234,56', '12.03.2026'])
      assert.deepEqual(findIdentifiers(text), [], text)
    assert.deepEqual(
      findIdentifiers('USt-IdNr. DE123456789').map(({ kind, valid }) => [kind, valid]),
      [['vatId', false]],
    )
  })
})
