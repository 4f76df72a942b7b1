import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { onePage, textContent } from '../../tests/hostile/tiny-pdf.ts'
import { createPdfReader } from './index.ts'
import { mendWords } from './mend-words.ts'

const reader = createPdfReader({ memoryMb: 800, timeoutMs: 20_000, maxPages: 10 })
after(() => reader.close())

async function wordsOf(content: string, options = {}) {
  const [page] = (await reader.text(onePage(content, options))).pages
  return page!
}

describe('the text layer', () => {
  it('gives each word its exact box: Helvetica widths are in the standard', async () => {
    const { words } = await wordsOf('BT /F1 10 Tf 100 742 Td (Hi there) Tj ET')
    // Helvetica: H 722, i 222, space 278 thousandths; the baseline is 100 pt below the top.
    assert.deepEqual(
      words.map((w) => w.text),
      ['Hi', 'there'],
    )
    const [hi, there] = words as [(typeof words)[0], (typeof words)[0]]
    assert.ok(Math.abs(hi.box.x0 * 595 - 100) < 0.1)
    assert.ok(Math.abs(hi.box.x1 * 595 - 109.44) < 0.1)
    assert.ok(Math.abs(there.box.x0 * 595 - 112.22) < 0.1)
    assert.ok(hi.box.y0 * 842 > 91 && hi.box.y1 * 842 < 103)
  })

  it('joins single letters, parts columns, and counts fake bold once', async () => {
    const letters = 'BT /F1 10 Tf 100 700 Td (T) Tj 6.11 0 Td (o) Tj 5.56 0 Td (p) Tj 150 0 Td (right) Tj ET'
    const bold = 'BT /F1 10 Tf 100 600 Td (Sum) Tj ET BT /F1 10 Tf 100.2 600 Td (Sum) Tj ET'
    assert.deepEqual(
      (await wordsOf(`${letters} ${bold}`)).words.map((w) => w.text),
      ['Top', 'right', 'Sum'],
    )
  })

  it('follows matrices, rotation of the page and nested forms', async () => {
    const turned = await wordsOf('q 2 0 0 2 50 0 cm BT /F1 10 Tf 25 300 Td (Big) Tj ET Q', { pageExtra: '/Rotate 90' })
    assert.equal(turned.widthPt, 842)
    // Unrotated (100, 600) on a page of 595 × 842 stands at x = 600 of 842 when the page is turned clockwise.
    assert.ok(Math.abs(turned.words[0]!.box.x1 * 842 - 600) < 16 || Math.abs(turned.words[0]!.box.x0 * 842 - 600) < 16)
  })

  it('finds drawn lines and the sides of boxes', async () => {
    const { rules } = await wordsOf(`${textContent(['x'])} 1 w 100 500 m 400 500 l S 100 300 200 50 re S`)
    assert.equal(rules.length, 5)
  })

  it('counts what nobody can see and does not give it out', async () => {
    const { words, hiddenWords } = await wordsOf('BT /F1 10 Tf 100 700 Td (seen) Tj ET BT /F1 10 Tf 3 Tr 100 600 Td (not seen) Tj ET')
    assert.deepEqual(
      words.map((w) => w.text),
      ['seen'],
    )
    assert.equal(hiddenWords, 2)
  })

  it('keeps white letters on a dark bar: they are a table heading', async () => {
    const { words } = await wordsOf('0 0 0 rg 90 690 200 30 re f 1 1 1 rg BT /F1 10 Tf 100 700 Td (Amount) Tj ET')
    assert.deepEqual(
      words.map((w) => w.text),
      ['Amount'],
    )
  })
})

describe('mending', () => {
  const word = (text: string) => ({ text, confidence: null, box: { x0: 0, y0: 0, x1: 1, y1: 1 } })
  it('takes the one spelling that fits and leaves a mark where none does', () => {
    const texts = mendWords([word('42A\u00007'), word('x\u0000y'), word('whole')], 'no 42A-7 of x-y x/y').map((w) => w.text)
    assert.deepEqual(texts, ['42A-7', 'x\ufffdy', 'whole'])
  })
})

describe('drawing', () => {
  it('caps the longest side and tells pages apart', async () => {
    const { pages, failed } = await reader.render(onePage(textContent(['Hello'])), [1, 7], 1000)
    assert.deepEqual(
      pages.map((p) => [p.index, Math.max(p.widthPx, p.heightPx)]),
      [[1, 1000]],
    )
    assert.deepEqual(
      failed.map((f) => f.index),
      [7],
    )
  })
})
