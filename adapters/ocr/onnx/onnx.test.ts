import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { metadata } from './charset.ts'
import { components } from './components.ts'
import { crop } from './crop.ts'
import { decodeCtc } from './ctc.ts'
import { boxesIn, detect } from './detect.ts'
import { sideForPrint, sideForSecondLook } from './print-size.ts'
import { convexHull, minAreaRect, pointIn, type Rect, reaxed } from './rect.ts'
import type { Session } from './session.ts'
import { wordsOf } from './words.ts'

const near = (actual: number, expected: number, by: number) =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not ${expected} ± ${by}`)

/** A bar of probability `value` at an angle, everything else 0. */
function bar(width: number, height: number, { centre, u, ...rect }: Rect, value: number): Float32Array {
  const map = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y]
      if (Math.abs(dx * u.x + dy * u.y) < rect.width / 2 && Math.abs(dy * u.x - dx * u.y) < rect.height / 2) map[y * width + x] = value
    }
  }
  return map
}

describe('rectangles', () => {
  const rect: Rect = { centre: { x: 50, y: 40 }, width: 60, height: 10, u: { x: Math.cos(0.2), y: Math.sin(0.2) } }

  it('are found again from points inside them, at any angle', () => {
    const points = [0, 0.3, 0.6, 1].flatMap((along) => [0, 0.5, 1].map((down) => pointIn(rect, along, down)))
    const found = minAreaRect(convexHull(points))
    near(found.centre.x, 50, 1e-9)
    near(found.width, 60, 1e-9)
    near(found.height, 10, 1e-9)
    near(found.u.y, Math.sin(0.2), 1e-9)
  })

  it('turned a quarter start where text running down starts: at the top right', () => {
    const flat: Rect = { centre: { x: 10, y: 50 }, width: 8, height: 80, u: { x: 1, y: 0 } }
    assert.deepEqual(pointIn(reaxed(flat, 1), 0, 0), { x: 14, y: 10 })
    assert.deepEqual(pointIn(reaxed(flat, 3), 0, 0), { x: 6, y: 90 })
  })
})

describe('components', () => {
  it('join over corners and keep apart over a gap', () => {
    const mask = Uint8Array.from([
      ...[1, 0, 0, 0, 1],
      ...[0, 1, 0, 0, 1],
      ...[0, 0, 1, 0, 1], //
    ])
    const sizes = components(mask, 5, 3).map((points) => [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))])
    assert.deepEqual(sizes, [
      [0, 3],
      [4, 5],
    ])
  })

  it('are one when two arms meet below', () => {
    assert.equal(components(Uint8Array.from([1, 0, 1, 1, 0, 1, 1, 1, 1]), 3, 3).length, 1)
  })
})

describe('detection', () => {
  const STAIRS = 6 // a slanted edge of whole pixels, dilated by one, reaches about 3 px beyond the true one on each side
  const rect: Rect = { centre: { x: 100, y: 60 }, width: 120, height: 12, u: { x: Math.cos(-0.1), y: Math.sin(-0.1) } }

  it('grows a marked bar by area × ratio / perimeter on each side', () => {
    const [found, ...more] = boxesIn(bar(200, 120, rect, 0.9), 200, 120, 1.5)
    assert.equal(more.length, 0)
    const offset = (120 * 12 * 1.5) / (2 * 132)
    near(found!.rect.width, 120 + 2 * offset, STAIRS)
    near(found!.rect.height, 12 + 2 * offset, STAIRS)
    near(found!.rect.u.y, Math.sin(-0.1), 0.02)
    assert.ok(found!.score > 0.7)
  })

  it('drops what the network itself doubts', () => {
    assert.deepEqual(boxesIn(bar(200, 120, rect, 0.4), 200, 120, 1.5), [])
  })

  for (const provider of ['cpu', 'cuda'] as const)
    it(`finds every line where it stands, also over the edge of a band (${provider})`, async () => {
      const [width, height] = [320, 1600]
      const tops = [8, 380, 401, 520, 795, 1190, 1570]
      const page = { data: new Uint8Array(3 * width * height).fill(255), width, height }
      for (const top of tops) for (let y = top; y < top + 14; y++) page.data.fill(0, 3 * (y * width + 40), 3 * (y * width + 280))
      const heights: number[] = []
      // Not a network: says of each pixel whether it is dark.
      const session: Session = {
        provider,
        heightPx: null,
        async run(input, shape) {
          heights.push(shape[2]!)
          const data = input.subarray(0, shape[2]! * shape[3]!).map((value) => (value < 0 ? 1 : 0))
          return { data, shape: [1, 1, shape[2]!, shape[3]!], features: null }
        },
        close: async () => {},
      }
      const found = await detect(session, page, { sidePx: 1600, unclip: 0 })
      assert.equal(found.length, tops.length)
      for (const [i, { rect }] of found.entries()) {
        near(rect.centre.y - 7, tops[i]!, 1) // dilation moves it half a pixel
        near(rect.height, 14, 2)
      }
      assert.deepEqual(heights, provider === 'cuda' ? [1600] : [384, 448, 448, 448, 384])
    })
})

describe('how large the detector sees a page', () => {
  const letters = Array.from({ length: 100 }, (_, i) => ({ x: 10 + i, y: 50 }))
  const boxTo = (x: number) => ({ rect: { centre: { x: x / 2, y: 50 }, width: x, height: 20, u: { x: 1, y: 0 } }, score: 0.9 })

  it('depends on its letters: 14 px of 2400 are 9.3 at 1594', () => {
    assert.equal(sideForPrint({ heightPx: 14 }, 2400), 1594)
    assert.equal(sideForPrint({ heightPx: 10 }, 2400), 2232)
  })

  it('never goes beyond the page, nor below what fine boxes need', () => {
    assert.equal(sideForPrint({ heightPx: 5 }, 1500), 1500)
    assert.equal(sideForPrint({ heightPx: 60 }, 2400), 960)
    assert.equal(sideForPrint({ heightPx: 0 }, 2400), 960)
    assert.equal(sideForPrint({ heightPx: 20 }, 700), 700)
  })

  it('grows where letters were missed', () => {
    assert.equal(sideForSecondLook({ letters, heightPx: 18 }, [boxTo(108.5)], 2400, 1000), 1000)
    assert.equal(sideForSecondLook({ letters, heightPx: 18 }, [boxTo(80)], 2400, 1000), 1400)
    assert.equal(sideForSecondLook({ letters, heightPx: 18 }, [], 1200, 1000), 1200)
    assert.equal(sideForSecondLook({ letters: [], heightPx: 0 }, [], 2400, 1000), 1000)
  })

  it('grows a little where small print stands dense', () => {
    const many = Array.from({ length: 150 }, () => boxTo(109))
    assert.equal(sideForSecondLook({ letters, heightPx: 13 }, many, 2400, 1000), 1170)
    assert.equal(sideForSecondLook({ letters, heightPx: 18 }, many, 2400, 1000), 1000)
  })
})

describe('a crop', () => {
  it('lays a slanted bar flat', () => {
    const rect: Rect = { centre: { x: 100, y: 60 }, width: 120, height: 12, u: { x: Math.cos(0.4), y: Math.sin(0.4) } }
    const grey = bar(200, 120, rect, 255)
    const page = { data: Uint8Array.from({ length: 3 * 200 * 120 }, (_, i) => grey[Math.floor(i / 3)]!), width: 200, height: 120 }
    const flat = crop(page, rect, 120, 12)
    const inner = flat.data.filter((_, i) => {
      const [x, y] = [Math.floor(i / 3) % 120, Math.floor(i / 360)]
      return x > 2 && x < 117 && y > 1 && y < 10
    })
    assert.ok(Math.min(...inner) > 200, `darkest pixel inside is ${Math.min(...inner)}`)
  })
})

describe('CTC', () => {
  it('joins repeats, keeps doubles that a blank parts, drops blanks', () => {
    const path = [0, 1, 1, 0, 1, 2, 0]
    const scores = Float32Array.from(path.flatMap((best) => [0, 1, 2].map((c) => (c === best ? 0.8 : 0.1))))
    const read = decodeCtc(scores, path.length, ['', 'l', 'o'])
    assert.equal(read.map((c) => c.text).join(''), 'llo')
    near(read[2]!.at, 5.5 / 7, 1e-9)
    near(read[0]!.probability, 0.8, 1e-6)
  })

  it('refuses a dictionary that is too short instead of reading nonsense', () => {
    assert.throws(() => decodeCtc(new Float32Array(8), 2, ['', 'a']), /4 classes/)
  })
})

describe('the words of a line', () => {
  const image = { data: new Uint8Array(3 * 100 * 10).fill(255), width: 100, height: 10 }
  for (let y = 2; y < 8; y++)
    for (const [from, to] of [
      [10, 40],
      [60, 90],
    ] as const)
      image.data.fill(0, 3 * (y * 100 + from), 3 * (y * 100 + to))
  const rect: Rect = { centre: { x: 50, y: 5 }, width: 100, height: 10, u: { x: 1, y: 0 } }
  const characters = [...'ab', ' ', ...'cd'].map((text, i) => ({ text, at: [0.15, 0.35, 0.5, 0.65, 0.85][i]!, probability: 0.9 }))

  it('are trimmed to their ink', () => {
    const words = wordsOf({ rect, characters, image })
    assert.deepEqual(
      words.map(({ text, corners }) => [text, corners[0], corners[2]]),
      [
        ['ab', { x: 10, y: 2 }, { x: 40, y: 8 }],
        ['cd', { x: 60, y: 2 }, { x: 90, y: 8 }],
      ],
    )
    near(words[0]!.confidence, 0.81, 1e-9)
  })

  it('part at an unusual distance even where no space was read', () => {
    const at = [0.05, 0.1, 0.15, 0.2, 0.4, 0.45, 0.5]
    const line = { rect, image, characters: [...'total12'].map((text, i) => ({ text, at: at[i]!, probability: 1 })) }
    assert.deepEqual(
      wordsOf(line).map((w) => w.text),
      ['tota', 'l12'],
    )
  })
})

describe('a space that the network did not read', () => {
  /** Characters of `width` at their places on a line of 200 px; the distances of their middles tell little, as in typewriter print. */
  const line = (text: string, places: readonly number[], widths: readonly number[]) => {
    const image = { data: new Uint8Array(3 * 200 * 10).fill(255), width: 200, height: 10 }
    for (const [i, at] of places.entries())
      for (let y = 2; y < 8; y++) image.data.fill(0, 3 * (y * 200 + at - widths[i]! / 2), 3 * (y * 200 + at + widths[i]! / 2))
    const characters = [...text].map((one, i) => ({ text: one, at: (places[i]! + 0.5) / 200, probability: 0.9 }))
    return { rect: { centre: { x: 100, y: 5 }, width: 200, height: 10, u: { x: 1, y: 0 } }, image, characters }
  }
  const wordsIn = (text: string, places: readonly number[], widths: readonly number[]) =>
    wordsOf(line(text, places, widths)).map((word) => word.text)

  it('is seen by the blank between the characters', () => {
    assert.deepEqual(wordsIn('date05', [20, 36, 52, 68, 98, 114], [14, 14, 14, 14, 14, 14]), ['date', '05'])
    assert.deepEqual(wordsIn('date05', [20, 36, 52, 68, 84, 100], [14, 14, 14, 14, 14, 14]), ['date05'])
  })

  it('is not seen in a figure because a decimal point is narrow', () => {
    assert.deepEqual(wordsIn('123.45', [20, 36, 52, 68, 84, 100], [14, 14, 4, 2, 14, 14]), ['123.45'])
  })
})

describe('ONNX metadata', () => {
  it('is found among the other fields', () => {
    const text = (number: number, value: string) => [number * 8 + 2, value.length, ...Buffer.from(value)]
    const entry = [...text(1, 'character'), ...text(2, 'a\nb')]
    const file = Uint8Array.from([8, 0x96, 1, ...text(2, 'pytorch'), 14 * 8 + 2, entry.length, ...entry])
    assert.deepEqual([...metadata(file)], [['character', 'a\nb']])
  })

  it('of a file that is cut off is an error', () => {
    assert.throws(() => metadata(Uint8Array.from([0x80])), /cut off/)
  })
})
