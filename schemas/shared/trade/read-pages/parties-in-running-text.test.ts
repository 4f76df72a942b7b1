import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { readTradePages } from '../read-pages.ts'

function valuesOf(text: string, ...paths: readonly string[]) {
  const read = readTradePages(readingOfText(text))
  return paths.map((path) => read.filter((c) => c.path === path).toSorted((a, b) => b.score - a.score)[0]?.value ?? null)
}

describe('parties in running text', () => {
  it('are read over a line broken inside the address', () => {
    const page = `RECHNUNG Nr. 17 vom 29.01.2026
Rechnungssteller: Beispiel Bürobedarf GmbH & Co. KG, Musterstraße 12, 00815
Musterstadt, USt-IdNr.: DE942375452
Käufer: Erfunden & Partner GmbH, Am Beispielpark 3a, 00317 Probehausen`
    assert.deepEqual(valuesOf(page, 'seller.name', 'seller.address.zip', 'seller.address.city', 'seller.vatId'), [
      'Beispiel Bürobedarf GmbH & Co. KG',
      '00815',
      'Musterstadt',
      'DE942375452',
    ])
  })

  it('a number that goes on under the text belongs to the party of that text', () => {
    const page = `СЧЁТ № 5 от 30.06.2026
Поставщик: ООО «Север», 198073, г. Образцовск, ул. Тестовая, д. 3, ИНН:
           9898130094, КПП: 989001001
Покупатель: ООО «Юг», 198099, г. Образцовск, ул. Тестовая, д. 4, ИНН:
            9879856268, КПП: 984201001`
    assert.deepEqual(valuesOf(page, 'seller.inn', 'buyer.inn'), ['9898130094', '9879856268'])
  })

  it('a sentence in the foot is nobody’s name, the firm before the numbers of the foot is', () => {
    const page = `Modèle et Cie SARL                                   Doit : Exemple Fournitures SARL
12 rue de l'Exemple, 00120 Villemodèle               4 avenue Imaginaire, 00750 Sainte-Fiction

Facture numéro F264592
${'\n'.repeat(40)}Modèle et Cie SARL - SIREN 995638665 - info@modele.example
Tout retard entraîne une indemnité de 40 € et des pénalités au taux de 12 %.`
    assert.deepEqual(valuesOf(page, 'seller.name'), ['Modèle et Cie SARL'])
  })

  it('an account behind the word that also means an invoice is not the number of the document', () => {
    const page = `Счёт на оплату УТ-1620
Счёт №: 40702810007891851171
Номер счёта: УТ-1620`
    assert.deepEqual(valuesOf(page, 'number'), ['УТ-1620'])
  })

  it('an American tax number is one also where its caption is broken before it', () => {
    const page = `Invoice 869296
Seller: Placeholder Paper LLC, 88 Specimen Street, Nowhere Falls, OR 00017, Employer ID
        no. 00-8113553`
    assert.deepEqual(valuesOf(page, 'seller.taxRegId', 'seller.vatId'), ['00-8113553', null])
  })
})
