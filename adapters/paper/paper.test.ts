import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { type Paper, type PaperBlock, unprintable } from '../../core/paper/index.ts'
import { createPdfReader, type PdfPageText } from '../pdf/index.ts'
import { drawPaper } from './index.ts'

const reader = createPdfReader({ memoryMb: 1024, timeoutMs: 60_000, maxPages: 50 })
const paper = (...blocks: readonly PaperBlock[]): Paper => ({
  kind: 'paper',
  title: 'Rechnung 7',
  shortTitle: 'Rechnung 7 · Muster',
  language: 'de',
  createdAt: '2026-03-13T10:00:00.000Z',
  pageNumber: 'Seite {page} von {pages}',
  blocks,
  attachment: { name: 'factur-x.xml', mediaType: 'text/xml', description: 'Factur-X', bytes: Buffer.from('<a/>'), profile: 'EN 16931' },
})
const linesOf = async (one: Paper) => {
  const bytes = await drawPaper(one)
  const { pages } = await reader.text(bytes, { first: 1, last: 50 })
  return pages.map(textOf)
}
const textOf = ({ words }: PdfPageText) => words.map(({ text }) => text).join(' ')

/** All characters that count as printable, but for accents that stand alone: the PDF reader takes them for marks over a space. */
const PRINTABLE = Array.from({ length: 0x2600 }, (_, point) => String.fromCodePoint(point)).filter(
  (character) =>
    !/[\s\ud800-\udfff]/u.test(character) && unprintable(character).length === 0 && !character.normalize('NFKC').startsWith(' '),
)

/** As the PDF reader may spell it: letters for signs, one of two letters that have one glyph. */
function formsOf(character: string): readonly string[] {
  return [character, character.normalize('NFKC'), ...(character === '∆' ? ['Δ'] : [])]
}

describe('a drawn paper', () => {
  let head: readonly string[]
  before(async () => {
    const row = (i: number) => [[String(i)], [`Ware ${i}`, `Art. ${i}`], ['1,00']]
    const columns = [
      { caption: 'Pos', share: 1, align: 'left' },
      { caption: 'Bezeichnung', share: 6, align: 'left' },
      { caption: 'Betrag', share: 2, align: 'right' },
    ] as const
    head = await linesOf(paper({ kind: 'table', columns, rows: Array.from({ length: 90 }, (_, i) => row(i + 1)) }))
  })

  it('goes over pages with the captions of its table and its own name said again', () => {
    assert.ok(head.length >= 3, `${head.length} pages`)
    for (const [i, page] of head.entries()) {
      assert.match(page, /Pos Bezeichnung Betrag/)
      assert.match(page, new RegExp(`Seite ${i + 1} von ${head.length}`))
      assert.equal(page.includes('Rechnung 7 · Muster'), i > 0)
    }
  })

  it('loses and doubles no row at the end of a page', () => {
    const rows = head.flatMap((page) =>
      [...page.matchAll(/Ware (\d+) 1,00 Art\. (\d+)/g)].map((found) => [Number(found[1]), Number(found[2])]),
    )
    assert.deepEqual(
      rows,
      Array.from({ length: 90 }, (_, i) => [i + 1, i + 1]),
    )
  })

  it('shows every character that counts as printable as itself', async () => {
    const text = PRINTABLE.join(' ')
    const pages = await linesOf(paper({ kind: 'text', heading: 'Zeichen', text }))
    const shown = pages.join(' ')
    assert.ok(PRINTABLE.length > 700, String(PRINTABLE.length))
    assert.deepEqual(
      PRINTABLE.filter((character) => !formsOf(character).some((form) => shown.includes(form))),
      [],
    )
  })

  it('cuts a word and a row that are longer than their place', async () => {
    const long = 'ab'.repeat(3000)
    const row = [[['1'], [long], ['2,00']]]
    const columns = [
      { caption: 'Pos', share: 1, align: 'left' },
      { caption: 'Bezeichnung', share: 2, align: 'left' },
      { caption: 'Betrag', share: 2, align: 'right' },
    ] as const
    const pages = await linesOf(paper({ kind: 'table', columns, rows: row }))
    assert.ok(pages.length >= 2, `${pages.length} pages`)
    const found = pages.join(' ').match(/\b(?:ab|ba)[ab]*\b|\b[ab]\b/g) ?? []
    assert.equal(found.join(''), long)
  })

  it('is the same file for the same paper', async () => {
    const one = paper({ kind: 'sums', sums: [['Zahlbetrag', '1,00']] })
    assert.deepEqual(await drawPaper(one), await drawPaper(one))
  })
})

describe('characters', () => {
  it('without a glyph are named once each', () => {
    assert.deepEqual(unprintable('株式会社 Müller 株'), ['株', '式', '会', '社'])
    assert.deepEqual(unprintable('Größe, №, é, Счёт, 12 €'), [])
    assert.deepEqual(unprintable('a\u0000b'), ['\u0000'])
  })
})
