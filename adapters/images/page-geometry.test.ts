import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { createRandom } from '../../samples/random.ts'
import { estimateSkew } from './estimate-skew.ts'
import { evenLight } from './even-light.ts'
import { findRules } from './find-rules.ts'
import { greyOf } from './grey.ts'

const drawn = (body: string, width = 1000, height = 1400) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${body}</svg>`,
    ),
  )

const lines = (text: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<text x="80" y="${120 + i * 40}" font-family="Liberation Sans, sans-serif" font-size="26">${text}</text>`,
  ).join('')

describe('drawn lines', () => {
  it('are found with their places and erased; a filled box is none', async () => {
    const page = await greyOf(
      drawn(
        '<path d="M100 300 H900 M500 300 V700" stroke="black" stroke-width="3"/><rect x="100" y="900" width="300" height="80" fill="black"/>',
      ),
    )
    const { rules, erased } = findRules(page)
    const shape = rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map((v) => Math.round(v * 100)))
    assert.deepEqual(shape, [
      [10, 21, 90, 22],
      [50, 21, 50, 50],
    ])
    assert.equal(erased.data[300 * 1000 + 200], 255)
    assert.ok(erased.data[940 * 1000 + 200]! < 50)
  })
})

describe('skew', () => {
  it('of a page without lines of text is not guessed', async () => {
    const random = createRandom('dots')
    const dots = Array.from({ length: 400 }, () => `<circle cx="${random.int(10, 990)}" cy="${random.int(10, 1390)}" r="4"/>`).join('')
    assert.equal(estimateSkew(await greyOf(drawn(dots))), 0)
    assert.equal(estimateSkew(await greyOf(drawn(''))), 0)
  })

  for (const deg of [-14.6, -9.35, -3, -0.4, 0, 1.4, 7.77, 14.9]) {
    it(`of ${deg}° is measured within 0.2°`, async () => {
      const turned = sharp(await drawn(lines('The quick brown fox jumps over 12345', 24)).png().toBuffer()).rotate(deg, {
        background: '#ffffff',
      })
      assert.ok(Math.abs(estimateSkew(await greyOf(turned.resize({ width: 1000 }))) - deg) <= 0.2)
    })
  }
})

describe('uneven light', () => {
  it('is divided out: paper in the shade becomes white, print stays dark, a dark bar stays a bar', async () => {
    const page = await greyOf(drawn(`${lines('Payable within thirty days', 20)}<rect x="80" y="1000" width="700" height="40"/>`))
    const shade = (x: number, y: number) => 0.35 + 0.6 * (x / page.width) * (1 - 0.4 * (y / page.height))
    const shaded = page.data.map((value, at) => value * shade(at % page.width, Math.floor(at / page.width)))
    const { data, width } = evenLight({ ...page, data: shaded })
    let [paper, darkPaper, ink, paleInk] = [0, 0, 0, 0]
    page.data.forEach((value, at) => {
      if (value === 255) [paper, darkPaper] = [paper + 1, darkPaper + (data[at]! < 225 ? 1 : 0)]
      else if (value === 0) [ink, paleInk] = [ink + 1, paleInk + (data[at]! > 60 ? 1 : 0)]
    })
    assert.ok(darkPaper < 0.01 * paper, `${darkPaper} of ${paper} pixels of paper stay dark`)
    assert.ok(paleInk < 0.01 * ink, `${paleInk} of ${ink} pixels of ink become pale`)
    assert.ok(data[1020 * width + 400]! < 60)
  })
})
