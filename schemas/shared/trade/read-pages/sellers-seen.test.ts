import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { readTradePages } from '../read-pages.ts'
import { sellersSeen } from './sellers-seen.ts'

/** A letter of a service with no caption over its parties; `head` over the address, `foot` where the firm states itself. */
function letter(head: string, foot: string) {
  const rows = [
    head,
    '00871 Sampleville Cedex 08',
    '',
    '',
    '                                                            Alex Customer',
    '                                                            35 rue de la Fiction',
    '                                                            00100 PROVINCE',
    '',
    '',
    'Facture n° 5620443 du 02/07/2026',
    '',
    'Désignation                                   Montant HT        TVA          Montant TTC',
    'Abonnement de juillet                           24,99           5,00            29,99',
    'Total facture                                   24,99           5,00            29,99',
    ...Array.from({ length: 32 }, () => ''),
    'Le détail de votre facture est au verso, notre service est à votre écoute du lundi au samedi',
    foot,
  ]
  return readingOfText(rows.join('\n'))
}

const FIRM = 'Modèle SAS au capital de 3.441 Euros - RCS Sampleville B 000 111 222 - Siège social: 8 rue Inventée 00750 Sampleville'

const sellerOf = (reading: ReturnType<typeof letter>) =>
  readTradePages(reading)
    .filter(({ path }) => path === 'seller.name')
    .toSorted((a, b) => b.score - a.score)[0]?.value

describe('a seller whom no caption names', () => {
  it('is the firm that says where it is registered, not the department in the letterhead, and a person looks', () => {
    const reading = letter('Modèle Service Abonnés', FIRM)
    assert.equal(sellerOf(reading), 'Modèle SAS')
    const [finding] = sellersSeen(reading)
    assert.equal(finding?.ruleId, 'sellers_seen')
    assert.equal(finding?.expected, 'Modèle Service Abonnés')
    assert.deepEqual(finding?.fields, ['seller.name'])
  })

  it('is doubted by nobody when letterhead and foot name one firm', () => assert.deepEqual(sellersSeen(letter('Modèle SAS', FIRM)), []))

  it('is doubted by nobody when the letterhead names nobody else than the addressee', () =>
    assert.deepEqual(sellersSeen(letter('', FIRM)), []))

  it('is not the bank in the foot, whatever register its line ends with', () => {
    const reading = letter('Modèle SARL', 'Exemple Finances SA, IBAN FR00 0000 0000 0000 0000 0000 000, BIC XXXXFRPP, TVA FR00000111222')
    assert.equal(sellerOf(reading), 'Modèle SARL')
    assert.deepEqual(sellersSeen(letter('Modèle SARL', 'Banque Exemple SA - RCS Sampleville B 000 111 222')), [])
  })

  it('has its seat where the firm says so', () => {
    const values = new Map(readTradePages(letter('', FIRM)).map(({ path, value }) => [path, value]))
    assert.equal(values.get('seller.address.line1'), '8 rue Inventée')
    assert.equal(values.get('seller.address.zip'), '00750')
  })
})
