import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { decodePage, encodePage, withoutEmptyColour } from './decode-page.ts'

const level = (i: number) => (i * 37) % 256
const grey = Uint8Array.from({ length: 40 * 30 }, (_, i) => level(i))
const inThreeChannels = Uint8Array.from({ length: 3 * grey.length }, (_, i) => level(Math.floor(i / 3)))

describe('the pixels of a page image', () => {
  it('of a grey scan have one channel, and its file gives the same pixels back', async () => {
    const file = await sharp(inThreeChannels, { raw: { width: 40, height: 30, channels: 3 } })
      .png()
      .toBuffer()
    const page = await decodePage(file)
    assert.deepEqual([page.width, page.height, page.channels], [40, 30, 1])
    assert.deepEqual(Buffer.from(page.data), Buffer.from(grey))
    const again = await encodePage(page, 'image/png')
    assert.equal((await sharp(again).metadata()).channels, 1)
    assert.deepEqual(Buffer.from((await decodePage(again)).data), Buffer.from(grey))
  })

  it('keep their colours when a single one of them has any', () => {
    const touched = new Uint8Array(inThreeChannels)
    touched[touched.length - 1]! ^= 1
    const page = { data: touched, width: 40, height: 30, channels: 3 }
    assert.equal(withoutEmptyColour(page), page)
  })
})
