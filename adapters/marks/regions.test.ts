import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { pagePixels } from './pixels.ts'
import { regionsOf } from './regions.ts'

const [width, height] = [1414, 2000]

async function kindsOn(svg: string): Promise<readonly string[]> {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${svg}</svg>`
  const { pixels } = await pagePixels(await sharp(Buffer.from(page)).blur(0.6).jpeg({ quality: 75 }).toBuffer())
  return regionsOf(pixels).map(({ kind }) => kind)
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
