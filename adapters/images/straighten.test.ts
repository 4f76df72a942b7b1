import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import type { StraightPage } from './index.ts'
import { straighten } from './straighten.ts'

const WIDTH = 1000
const HEIGHT = 1414
const PLAIN = [
  'Invoice 2041 of 14 May 2026, payable within 30 days.',
  'Delivery of 12 desk lamps, each 48.50, altogether 582.00',
  'Пять офисных кресел по 7 340,00 руб., итого 36 700,00',
  'Packaging, freight and handling to the given address: 35.20',
]

/** A page of print; the red square marks a place (700, 200) that must be found again. */
function printed(lines = 28, dx = 0): Sharp {
  const text = Array.from(
    { length: lines },
    (_, i) =>
      `<text x="${80 + dx}" y="${300 + i * 36}" font-family="Liberation Sans, sans-serif" font-size="24">${PLAIN[i % PLAIN.length]}</text>`,
  ).join('')
  return drawn(`${text}<rect x="690" y="190" width="20" height="20" fill="red"/>`)
}

function drawn(body: string): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="white"/>${body}</svg>`
  return sharp(Buffer.from(svg))
}

const jpegOf = (image: Sharp) => image.flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer()

async function straight(image: Sharp, sourceLongestPx: number | null = 2800): Promise<StraightPage> {
  return straighten({ bytes: await jpegOf(image), mediaType: 'image/jpeg', sourceLongestPx })
}

/** Middle of the red square as fractions of the image. */
async function redSquare(bytes: Uint8Array): Promise<{ readonly x: number; readonly y: number }> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  let [x, y, count] = [0, 0, 0]
  for (let at = 0; at < info.width * info.height; at++) {
    const [r, g] = [data[at * info.channels]!, data[at * info.channels + 1]!]
    if (r < 180 || g > 90) continue
    x += (at % info.width) + 0.5
    y += Math.floor(at / info.width) + 0.5
    count++
  }
  return { x: x / count / info.width, y: y / count / info.height }
}

describe('straightening', () => {
  for (const [turn, tilt] of [
    [90, 0],
    [180, 0],
    [270, 0],
    [0, 4.3],
    [0, -13],
    [90, -6],
    [180, 11],
    [270, 2.2],
  ] as const) {
    it(`puts a page turned by ${turn}° and tilted by ${tilt}° upright, and knows where each point came from`, async () => {
      const turned = await jpegOf(sharp(await jpegOf(printed())).rotate(turn + tilt, { background: '#f4f2ee' }))
      const { straightened, bytes, widthPx, heightPx } = await straight(sharp(turned))
      assert.equal(straightened?.turnedDeg, (360 - turn) % 360)
      assert.ok(Math.abs(straightened.skewDeg - tilt) <= 0.2)
      const { width, height } = await sharp(bytes).metadata()
      assert.deepEqual([widthPx, heightPx], [width, height])

      const [here, there] = [await redSquare(bytes), await redSquare(turned)]
      const h = straightened.toOriginal
      const w = h[6]! * here.x + h[7]! * here.y + h[8]!
      const back = { x: (h[0]! * here.x + h[1]! * here.y + h[2]!) / w, y: (h[3]! * here.x + h[4]! * here.y + h[5]!) / w }
      assert.ok(Math.hypot(back.x - there.x, back.y - there.y) < 0.001, `${JSON.stringify(back)} is not ${JSON.stringify(there)}`)
    })
  }

  it('leaves a straight page as it is, byte by byte', async () => {
    const bytes = await jpegOf(printed())
    const page = await straighten({ bytes, mediaType: 'image/jpeg', sourceLongestPx: 2800 })
    assert.equal(page.straightened, null)
    assert.deepEqual(Buffer.from(page.bytes), bytes)
    assert.equal(page.quality.grade, 'good')
  })

  it('asks the reader of letters where capitals do not tell, and turns only when it is sure', async () => {
    const capitals = Array.from({ length: 12 }, (_, i) => `<text x="80" y="${100 + i * 40}" font-size="24">HNIXO XHZINO OXZHI</text>`).join(
      '',
    )
    const page = { bytes: await jpegOf(drawn(capitals)), mediaType: 'image/jpeg', sourceLongestPx: null } as const
    assert.equal((await straighten(page)).straightened, null)
    assert.equal((await straighten(page, async () => ({ upright: 0.05, lines: 12 }))).straightened?.turnedDeg, 180)
    assert.equal((await straighten(page, async () => ({ upright: 0.45, lines: 12 }))).straightened, null)
    assert.equal((await straighten(page, async () => null)).straightened, null)
  })
})

describe('the grade of a page', () => {
  const codes = ({ quality }: StraightPage) => quality.reasons.map(({ code }) => code)

  it('names what a person can mend', async () => {
    const page = await jpegOf(printed())
    assert.deepEqual(codes(await straight(sharp(page).blur(3.5))), ['blurred'])
    assert.deepEqual(codes(await straight(sharp(page).linear(0.2, 0))), ['too_dark'])
    assert.deepEqual(codes(await straight(sharp(page).linear(0.2, 204))), ['too_pale'])
    const small = await straight(sharp(page).resize({ height: 600 }), 600)
    assert.deepEqual(codes(small), ['low_resolution'])
    assert.equal(small.quality.grade, 'poor')
    assert.equal(small.quality.dpi, 53)
    assert.match(small.quality.reasons[0]!.message.en, /53 dpi/)
  })

  it('sees that lines run off the sheet, and at which side of the upright page', async () => {
    const cut = await straight(printed(28, -90))
    assert.match(cut.quality.reasons[0]!.message.en, /cut off on the left/)
    const turned = await straight(sharp(await jpegOf(printed(28, -90))).rotate(180))
    assert.match(turned.quality.reasons[0]!.message.en, /cut off on the left/)
  })
})

describe('a blank page', () => {
  const specks = Array.from({ length: 60 }, (_, i) => `<circle cx="${(i * 379) % 990}" cy="${(i * 761) % 1390}" r="1"/>`).join('')
  const holes = '<circle cx="40" cy="560" r="10"/><circle cx="40" cy="860" r="10"/>'

  it('may have specks, punch holes and a dark edge', async () => {
    assert.equal((await straight(drawn(''))).blank, true)
    assert.equal((await straight(drawn(`${specks}${holes}<rect x="0" y="0" width="14" height="1414" fill="#333"/>`))).blank, true)
  })

  it('has not even a page number, and no pale print', async () => {
    assert.equal((await straight(drawn('<text x="490" y="1370" font-size="16">2</text>'))).blank, false)
    assert.equal((await straight(drawn('<text x="200" y="700" font-size="24" fill="#e8e8e8">void where prohibited</text>'))).blank, false)
  })
})
