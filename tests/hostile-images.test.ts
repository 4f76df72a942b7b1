import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { createImageReader } from '../adapters/images/index.ts'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { onePage, textContent } from './hostile/tiny-pdf.ts'
import { DATA_AT, greyPage, TAG, tiffOf } from './hostile/tiny-tiff.ts'
import { createJudge, INVOICE, type Judge } from './hostile/verdict.ts'

// Pictures that ask for much, are damaged, or show nothing (rows 53–56).
const images = createImageReader({ maxPages: 200 })
const GREY = Buffer.alloc(100 * 100, 255)
const picture = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: '#ffffff' } })

let judge: Judge
/** The invoice as a scanner would give it, in grey. */
let scan: Buffer
before(async () => {
  judge = await createJudge()
  const reader = createPdfReader({ memoryMb: 800, timeoutMs: 20_000, maxPages: 1 })
  const { pages } = await reader.render(onePage(textContent(INVOICE, 18)), [1], 1700)
  await reader.close()
  scan = await sharp(pages[0]!.png).greyscale().png().toBuffer()
})
after(() => judge.close())

const refused = (bytes: Buffer, code: string) =>
  assert.rejects(
    images.inspect(bytes).then(() => images.pages(bytes, 2000)),
    { code },
  )
const readAs = async (bytes: Buffer, name: string) => {
  const { words, data } = await judge.verdictOn(bytes, name)
  assert.match(words, /HX-77/)
  assert.equal((data.totals as { gross: string }).gross, '119.00')
}

describe('row 53: unusual pixels', () => {
  it('16 bits, CMYK and ink that lies in the alpha channel alone look as scanned', async () => {
    const { data, info } = await sharp(scan).greyscale().negate().raw().toBuffer({ resolveWithObject: true })
    const { width, height } = info
    const black = sharp({ create: { width, height, channels: 3, background: '#000' } })
    const forms = [
      sharp(scan).toColourspace('rgb16').png(),
      sharp(scan).toColourspace('cmyk').jpeg(),
      sharp(scan).toColourspace('cmyk').tiff({ compression: 'lzw' }),
      black.joinChannel(data, { raw: { width, height, channels: 1 } }).png(),
    ]
    for (const [i, form] of forms.entries()) {
      const [page] = await images.pages(await form.toBuffer(), 2000)
      const [seen, wanted] = await Promise.all([page!.bytes, scan].map((each) => sharp(each).flatten().greyscale().raw().toBuffer()))
      const apart = seen!.reduce((sum, level, at) => sum + Math.abs(level - wanted![at]!), 0) / wanted!.length
      assert.ok(seen!.length === wanted!.length && apart < 3, `form ${i} is ${apart} levels apart`)
    }
  })

  it('five channels: the fifth is taken for transparency, nothing fails', async () => {
    const [page] = await images.pages(await sharp(scan).ensureAlpha().toColourspace('cmyk').tiff().toBuffer(), 2000)
    assert.equal(page?.mediaType, 'image/png')
  })

  it('an interlaced picture that would need 800 MB is refused from its header; one of ordinary size is not', async () => {
    const interlaced = await picture(40, 40, 4).toColourspace('rgb16').png({ progressive: true }).toBuffer()
    const before = process.memoryUsage().rss
    await refused(claiming(interlaced, 9900, 9900), 'too_many_pixels')
    assert.ok(process.memoryUsage().rss - before < 300e6)
    assert.equal((await images.pages(await sharp(scan).png({ progressive: true }).toBuffer(), 2000)).length, 1)
  })

  it('pixel counts that multiply to more than the file can hold', async () => {
    await refused(tiffOf(GREY, [greyPage(100, 100, [[TAG.samples, 65535]])]), 'unreadable')
    await refused(tiffOf(GREY, [greyPage(9000, 9000)]), 'unreadable')
    await refused(tiffOf(GREY, [greyPage(100, 100), greyPage(30_000, 30_000)]), 'too_many_pixels')
  })
})

describe('row 54: frames, pages and tiles', () => {
  it('of an animation the first frame is read, however many there are', async () => {
    const frames = Array.from({ length: 10_000 }, (_, i) => i % 2)
    const film = sharp(Buffer.concat(frames.map((grey) => Buffer.alloc(4 * 4 * 3, grey))), {
      raw: { width: 4, height: 4 * frames.length, channels: 3, pageHeight: 4 },
    })
    const bytes = await film.webp({ loop: 0, lossless: true, effort: 0 }).toBuffer()
    assert.equal((await sharp(bytes).metadata()).pages, 10_000)
    assert.deepEqual((await images.inspect(bytes)).pageCount, 1)
    assert.equal((await images.pages(bytes, 2000)).length, 1)
  })

  it('of a PNG with 10,000 frames the first is read', async () => {
    const first = await sharp(scan).resize(850).png({ compressionLevel: 9 }).toBuffer()
    const many = animated(first, 10_000)
    assert.equal((await images.inspect(many)).pageCount, 1)
    await readAs(many, 'a.png')
  })

  it('5,000 pages: too many', () =>
    refused(
      tiffOf(
        GREY,
        Array.from({ length: 5000 }, () => greyPage(100, 100)),
      ),
      'too_many_pages',
    ))

  it('directories that lead back to themselves end', async () => {
    assert.equal((await images.inspect(tiffOf(GREY, [greyPage(100, 100)], 0))).pageCount, 1)
    assert.equal((await images.inspect(tiffOf(GREY, [greyPage(100, 100), greyPage(100, 100)], 0))).pageCount, 2)
  })

  it('a small picture in tiles of gigabytes', async () => {
    const tiles = (side: number) => {
      const page = new Map(greyPage(100, 100))
      for (const tag of [TAG.stripOffsets, TAG.stripBytes, TAG.rowsPerStrip]) page.delete(tag)
      return new Map([
        ...page,
        [TAG.tileWidth, side],
        [TAG.tileHeight, side],
        [TAG.tileOffsets, DATA_AT],
        [TAG.tileBytes, GREY.length],
      ] as const)
    }
    const before = process.memoryUsage().rss
    for (const side of [30_000, 65_520]) await refused(tiffOf(GREY, [tiles(side)]), 'unreadable')
    assert.ok(process.memoryUsage().rss - before < 300e6)
  })
})

describe('row 55: damage and metadata', () => {
  it('a picture that is cut says so', async () => {
    for (const whole of [sharp(scan).jpeg(), sharp(scan).webp(), sharp(scan).png(), sharp(scan).tiff({ compression: 'lzw' })]) {
      const bytes = await whole.toBuffer()
      await refused(bytes.subarray(0, bytes.length * 0.7), 'unreadable')
    }
  })

  it('a fax or a scan whose data is spoiled is never shown with holes in silence', async () => {
    const forms = {
      fax: sharp(scan).threshold(128).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
      scan: sharp(scan).tiff({ compression: 'lzw' }),
      png: sharp(scan).png(),
    }
    for (const [name, form] of Object.entries(forms)) {
      const whole = await form.toBuffer()
      for (const at of [0.2, 0.4, 0.6]) {
        const bad = Buffer.from(whole)
        bad.fill(0, Math.round(bad.length * at), Math.round(bad.length * at) + 60)
        const told = await images.pages(bad, 2000).then(
          ([page]) => page?.damaged === true,
          ({ code }) => code === 'unreadable',
        )
        assert.ok(told, `${name} at ${at}`)
      }
    }
  })

  it('a photo with a spoiled part is read, and a person is told', async () => {
    const jpeg = await sharp(scan).jpeg({ progressive: true }).toBuffer()
    const at = Math.round(jpeg.length * 0.3)
    jpeg.fill(0, at, at + 300)
    const { findings, outcome } = await judge.verdictOn(jpeg, 'a.jpg')
    assert.equal(outcome, 'review')
    assert.ok(findings.includes('page_quality'), findings.join())
  })

  it('tables missing, or arithmetic coding claimed for data that has none', async () => {
    const jpeg = await sharp(scan).jpeg().toBuffer()
    await refused(withoutSegment(jpeg, 0xdb), 'unreadable')
    const claimed = Buffer.from(jpeg)
    claimed[claimed.indexOf(Buffer.from('ffc0', 'hex')) + 1] = 0xc9
    const { outcome, words } = await judge.verdictOn(claimed, 'a.jpg')
    assert.match(outcome, /unreadable|review/)
    assert.doesNotMatch(words, /\d/)
  })

  it('all eight orientations stand upright, and no place, name or profile goes into the page image', async () => {
    const stored = await sharp(scan).resize(600).jpeg().toBuffer()
    const { width, height } = await sharp(stored).metadata()
    for (let orientation = 1; orientation <= 8; orientation++) {
      const photo = await sharp(stored)
        .withExif({ IFD0: { Artist: 'NAME' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 45/1 21/1' } })
        .withMetadata({ orientation })
        .jpeg()
        .toBuffer()
      const [page] = await images.pages(photo, 2000)
      assert.deepEqual([page?.widthPx, page?.heightPx], orientation < 5 ? [width, height] : [height, width])
      const { exif, icc, xmp, orientation: left } = await sharp(page!.bytes).metadata()
      assert.deepEqual([exif, icc, xmp, left], [undefined, undefined, undefined, undefined])
    }
  })

  it('rubbish in place of profile and EXIF data', async () => {
    const jpeg = await sharp(scan).jpeg().toBuffer()
    const segment = (marker: number, text: string) => {
      const body = Buffer.alloc(65_533, 0x5a)
      body.write(text, 'latin1')
      return Buffer.concat([Buffer.from([0xff, marker, 0xff, 0xff]), body])
    }
    const loop = `Exif\0\0II*\0\x08\0\0\0\xff\xff`
    const junk = [segment(0xe2, 'ICC_PROFILE\0\x01\x01'), ...Array.from({ length: 20 }, () => segment(0xe1, loop))]
    await readAs(Buffer.concat([jpeg.subarray(0, 2), ...junk, jpeg.subarray(2)]), 'a.jpg')
  })
})

describe('row 56: nothing to read', () => {
  const nothing: Readonly<Record<string, () => Promise<Buffer>>> = {
    'a black page': () =>
      sharp({ create: { width: 800, height: 1131, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
    noise: () =>
      sharp({ create: { width: 800, height: 1131, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 60 }, background: '#888' } })
        .png()
        .toBuffer(),
    '5 dpi': () => sharp(scan).resize(41).png().toBuffer(),
    // No words anywhere, but edges, curves and shades as in a snapshot of an animal on a sofa.
    'a photo of something else': () => sharp(Buffer.from(SNAPSHOT)).blur(1.2).jpeg({ quality: 80 }).toBuffer(),
    'one pixel': () => picture(1, 1).png().toBuffer(),
    'a hair': () => picture(1, 60_000).png().toBuffer(),
  }
  for (const [name, make] of Object.entries(nothing))
    it(`${name}: no values, and the reason is told`, async () => {
      const { outcome, findings, data } = await judge.verdictOn(await make(), 'a.png')
      assert.equal(outcome, 'review')
      assert.ok(findings.includes('no_text'), findings.join())
      assert.equal((data.totals as { gross: string | null } | undefined)?.gross ?? null, null)
    })

  it('upside down: turned and read', async () => readAs(await sharp(scan).rotate(180).png().toBuffer(), 'a.png'))

  it('2,400 dpi: refused with the resolution to scan at', async () => {
    const { outcome, message } = await judge.verdictOn(claiming(scan, 19_842, 28_063), 'a.png')
    assert.equal(outcome, 'too_many_pixels')
    assert.match(message, /300 dpi/)
  })
})

const SNAPSHOT = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#d9b98a"/>
  <stop offset="1" stop-color="#4a3524"/></linearGradient></defs><rect width="1200" height="900" fill="url(#g)"/><rect y="560" width="1200" height="340" fill="#7a2f2f"/>
  <ellipse cx="600" cy="560" rx="240" ry="190" fill="#6f6259"/><circle cx="600" cy="330" r="130" fill="#7c6e63"/><path d="M490 270l20-120 90 70zM710 270l-20-120-90 70z" fill="#5c5049"/>
  <circle cx="555" cy="320" r="18" fill="#c8d24a"/><circle cx="645" cy="320" r="18" fill="#c8d24a"/><path d="M540 390q60 50 120 0M470 370l-110-20M470 385l-110 20M730 370l110-20M730 385l110 20" stroke="#eee" stroke-width="5" fill="none"/></svg>`

/** An animated PNG: the picture as its first frame, then `frames` − 1 more of one grey pixel. */
function animated(png: Buffer, frames: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    return Buffer.concat([number(data.length), body, number(crc32(body))])
  }
  const number = (...values: readonly number[]) => {
    const bytes = Buffer.alloc(4 * values.length)
    for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i)
    return bytes
  }
  const place = (at: number, width: number, height: number) =>
    chunk('fcTL', Buffer.concat([number(at, width, height, 0, 0), Buffer.from([0, 1, 0, 25, 0, 0])]))
  const pixel = deflateSync(Buffer.from([0, 128]))
  const more = Array.from({ length: frames - 1 }, (_, i) => [
    place(2 * i + 1, 1, 1),
    chunk('fdAT', Buffer.concat([number(2 * i + 2), pixel])),
  ]).flat()
  // Behind the header the count of frames and the first one's place, before the end all the others.
  const [head, rest, end] = [png.subarray(0, 33), png.subarray(33, png.length - 12), png.subarray(png.length - 12)]
  const first = place(0, png.readUInt32BE(16), png.readUInt32BE(20))
  return Buffer.concat([head, chunk('acTL', number(frames, 0)), first, rest, ...more, end])
}

/** The PNG with another size in its header, checksum put right. */
function claiming(png: Buffer, width: number, height: number): Buffer {
  const other = Buffer.from(png)
  other.writeUInt32BE(width, 16)
  other.writeUInt32BE(height, 20)
  other.writeUInt32BE(crc32(other.subarray(12, 29)), 29)
  return other
}

/** The JPEG without its segments of one kind (marker 0xff, `kind`). */
function withoutSegment(jpeg: Buffer, kind: number): Buffer {
  const kept = [jpeg.subarray(0, 2)]
  let at = 2
  for (; jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2))
    if (jpeg[at + 1] !== kind) kept.push(jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2)))
  return Buffer.concat([...kept, jpeg.subarray(at)])
}
