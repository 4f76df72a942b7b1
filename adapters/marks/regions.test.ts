import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { pagePixels } from './pixels.ts'
import { regionsOf } from './regions.ts'

const [width, height] = [1414, 2000]

async function kindsOn(svg: string): Promise<readonly string[]> {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${svg}</svg>`
  const seen = await pagePixels(await sharp(Buffer.from(page)).blur(0.6).jpeg({ quality: 75 }).toBuffer())
  return regionsOf(seen).map(({ kind }) => kind)
}

const circle = (r: number) => `<circle cx="700" cy="1500" r="${r}" fill="none" stroke="#2a3fa0" stroke-width="5"/>`

describe('stamps and strokes of a pen', () => {
  it('finds a round stamp by its edge', async () => {
    assert.deepEqual(await kindsOn(`${circle(130)}${circle(90)}`), ['stamp'])
  })

  it('finds a signature as one long stroke', async () => {
    const path = 'M 300 1500 Q 330 1400 350 1490 Q 370 1560 390 1430 Q 420 1380 440 1500 Q 470 1420 500 1480 Q 540 1500 560 1440'
    assert.deepEqual(await kindsOn(`<path d="${path}" fill="none" stroke="#1b3fa0" stroke-width="4"/>`), ['signature'])
  })

  const figure = (x: number, top: number, tall: number) =>
    `<path d="M ${x} ${top + 8} Q ${x + 22} ${top - 8} ${x + 18} ${top + tall / 2} T ${x} ${top + tall} L ${x + 20} ${top + tall - 2}" fill="none" stroke="#3a2f9b" stroke-opacity="0.6" stroke-width="2.5"/>`

  it('finds figures written by hand in pale ink: they keep no line', async () => {
    const written = [0, 9, -6, 5, 11, -3].map((off, i) => figure(300 + 30 * i, 1500 + off, 34 + (off % 4))).join('')
    assert.deepEqual(await kindsOn(written), ['handwriting'])
  })

  it('takes row after row of the same height for print, however uneven its letters are', async () => {
    const row = (top: number) => [0, 9, 2, 10, 1, 8].map((off, i) => figure(300 + 30 * i, top + off, 34)).join('')
    assert.deepEqual(await kindsOn(Array.from({ length: 7 }, (_, i) => row(300 + 150 * i)).join('')), [])
    assert.deepEqual(await kindsOn(row(300)), ['handwriting'])
  })

  it('does not take coloured print for handwriting, be it heading or small', async () => {
    const print = [60, 32, 22].map(
      (size, i) =>
        `<text x="200" y="${400 + 120 * i}" font-family="Liberation Sans, sans-serif" font-size="${size}" fill="#1b3fa0">Rechnung Nr. 4711, Übertrag</text>`,
    )
    assert.deepEqual(await kindsOn(print.join('')), [])
  })

  it('leaves black print, coloured rules and coloured areas alone', async () => {
    const letters = Array.from({ length: 30 }, (_, i) => `<rect x="${200 + i * 22}" y="300" width="14" height="22" fill="#1b3fa0"/>`).join(
      '',
    )
    const rule = '<rect x="100" y="800" width="1200" height="4" fill="#1b3fa0"/>'
    const area = '<rect x="100" y="900" width="1200" height="60" fill="#1b3fa0"/>'
    const black = '<circle cx="700" cy="1500" r="130" fill="none" stroke="#000" stroke-width="5"/>'
    assert.deepEqual(await kindsOn(`${letters}${rule}${area}${black}`), [])
  })
})
