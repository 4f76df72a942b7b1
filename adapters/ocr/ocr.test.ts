import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { createOcrEngine } from './index.ts'

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

describe('the engine', () => {
  it('reads a tilted grey page with boxes on the original, and names what is missing', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'docket-ocr-'))
    const missing: string[] = []
    const engine = await createOcrEngine({
      languages: ['eng', 'xyz'],
      workers: 1,
      cacheDir: dir,
      configuredDir: undefined,
      warn: (m) => missing.push(...m),
    })
    try {
      const upright = await drawn(`<rect width="100%" height="100%" fill="#ddd"/>${lines('Invoice total 1234.50', 12)}`)
        .png()
        .toBuffer()
      const image = await sharp(upright).rotate(1.5, { background: '#dddddd' }).jpeg({ quality: 70 }).toBuffer()
      const { words } = await engine.recognise(image)
      const totals = words.filter((w) => w.text === '1234.50')
      assert.ok(totals.length >= 11, `read ${totals.length} of 12 amounts`)
      assert.ok(totals.every(({ box }) => box.x0 > 0.2 && box.x1 < 0.5 && box.y1 - box.y0 < 0.03))
      assert.deepEqual(missing, ['xyz'])
    } finally {
      await engine.close()
      await rm(dir, { recursive: true, force: true })
    }
  })
})
