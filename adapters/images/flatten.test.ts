import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { findPage } from './find-page.ts'
import { greyOf } from './grey.ts'
import { after, mapped, ontoQuad, scaled, turned } from './homography.ts'
import { straighten } from './straighten.ts'

const LINES = Array.from(
  { length: 24 },
  (_, i) =>
    `<text x="90" y="${230 + i * 44}" font-family="Liberation Sans, sans-serif" font-size="26">Delivery of ${i + 2} garden lamps, each 48.50, by lorry.</text>`,
).join('')

const svg = (width: number, height: number, body: string) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`)).flatten({
    background: '#fff',
  })

/** A sheet on a table; librsvg cannot draw in perspective, so the sheet is a trapezium of white with print only where asked. */
const table = (sheet: string, colour = '#5a4030') => svg(1200, 1600, `<rect width="100%" height="100%" fill="${colour}"/>${sheet}`)

describe('homographies', () => {
  it('take the corners of a rectangle to the corners of the quadrilateral', () => {
    const quad = [
      { x: 30, y: 12 },
      { x: 480, y: 60 },
      { x: 455, y: 700 },
      { x: 5, y: 640 },
    ] as const
    const h = ontoQuad(400, 600, quad)
    const corners = [
      [0, 0],
      [400, 0],
      [400, 600],
      [0, 600],
    ] as const
    corners.forEach(([x, y], i) => {
      const place = mapped(h, x, y)
      assert.ok(Math.hypot(place.x - quad[i]!.x, place.y - quad[i]!.y) < 1e-9)
    })
  })

  it('follow each other from right to left', () => {
    const place = mapped(after(turned(90), scaled(2, 3)), 1, 1)
    assert.ok(Math.hypot(place.x - -3, place.y - 2) < 1e-9)
  })
})

describe('a sheet in a photograph', () => {
  it('is found by its four edges, within half a per cent', async () => {
    const corners = [
      [210, 180],
      [1010, 260],
      [960, 1430],
      [150, 1340],
    ] as const
    const quad = await findPage(await greyOf(table(`<polygon points="${corners.join(' ')}" fill="#e8e6e0"/>`)))
    corners.forEach(([x, y], i) => {
      assert.ok(Math.abs(quad![i]!.x - x / 1200) < 0.005 && Math.abs(quad![i]!.y - y / 1600) < 0.005, JSON.stringify(quad))
    })
  })

  it('is left alone where the edges are not sure', async () => {
    const none = async (body: string, colour?: string) => assert.equal(await findPage(await greyOf(table(body, colour))), null)
    await none('<polygon points="210,180 1010,260 960,1430 150,1340" fill="#fff"/>', '#f0f0f0') // white on nearly white
    await none('<circle cx="600" cy="800" r="500" fill="#fff"/>') // not a sheet
    await none('<polygon points="210,180 1300,260 1300,1430 150,1340" fill="#fff"/>') // runs out of the picture
    await none('<path d="M210 180 L1010 260 L960 1430 Q500 900 150 1340 Z" fill="#fff"/>') // a torn edge
    await none(LINES, '#ffffff') // a scan
  })

  it('is shown from straight above, with the way back to the picture', async () => {
    const page = await svg(1000, 1414, `<rect width="1000" height="1414" fill="#eee"/>${LINES}`).png().toBuffer()
    const turnedPage = await sharp(page).rotate(6, { background: '#5a4030' }).toBuffer()
    const photo = await sharp(turnedPage).extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#5a4030' }).jpeg().toBuffer()
    const { straightened, widthPx, heightPx, quality } = await straighten({ bytes: photo, mediaType: 'image/jpeg', sourceLongestPx: 1700 })
    assert.equal(straightened?.perspective, true)
    assert.ok(Math.abs(heightPx / widthPx - Math.SQRT2) < 0.02)
    assert.equal(quality.grade, 'good')

    const { width, height } = await sharp(photo).metadata()
    // The sheet is 1,414 px of the picture's 1,700 high: its resolution counts, not the picture's.
    assert.ok(Math.abs(quality.dpi! - (1414 / 11.4) * (1700 / height)) < 3, `${quality.dpi} dpi`)
    const [cos, sin] = [Math.cos((6 * Math.PI) / 180), Math.sin((6 * Math.PI) / 180)]
    const corner = { x: width / 2 - 500 * cos + 707 * sin, y: height / 2 - 500 * sin - 707 * cos }
    const back = mapped(straightened.toOriginal, 0, 0)
    assert.ok(Math.hypot(back.x * width - corner.x, back.y * height - corner.y) < 12, JSON.stringify({ back, corner }))
  })
})
