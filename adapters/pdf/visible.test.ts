import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { onePage, type PageOptions, type PdfObject, textContent } from '../../tests/hostile/tiny-pdf.ts'
import { createPdfReader } from './index.ts'

const reader = createPdfReader({ memoryMb: 800, timeoutMs: 20_000, maxPages: 10 })
after(() => reader.close())

const at = (text: string, y = 300) => `BT /F1 11 Tf 60 ${y} Td (${text}) Tj ET`
const SEEN = textContent(['This line can be seen by everybody'])
const IMAGE = {
  dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
  data: Buffer.from([255]),
}
const withImage: PageOptions = { pageExtra: '/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >>' }
const group = '<< /Type /OCG /Name (layer) >>'
const layer = (state: string): PageOptions => ({
  catalogue: `/OCProperties << /OCGs [6 0 R] /D << ${state} >> >>`,
  pageExtra: '/Resources << /Font << /F1 5 0 R >> /Properties << /L 6 0 R >> >>',
})
const gstate = (entries: string): PageOptions => ({
  pageExtra: `/Resources << /Font << /F1 5 0 R >> /ExtGState << /G << ${entries} >> >> >>`,
})

async function read(content: string, options: PageOptions = {}, more: readonly PdfObject[] = []) {
  const [page] = (await reader.text(onePage(`${SEEN} ${content}`, options, more))).pages
  return page!
}

type Case = readonly [way: string, content: string, options?: PageOptions, more?: readonly PdfObject[]]

const HIDDEN: readonly Case[] = [
  ['invisible render mode', `3 Tr ${at('pay')}`],
  ['white on white', `1 1 1 rg ${at('pay')}`],
  ['nearly white on white', `0.98 0.98 0.98 rg ${at('pay')}`],
  ['white outlines only', `1 Tr 1 1 1 RG ${at('pay')}`],
  ['black on black', `0 g 50 290 200 30 re f ${at('pay')}`],
  ['one point high', 'BT /F1 1 Tf 60 300 Td (pay) Tj ET'],
  ['off the page', 'BT /F1 11 Tf 5000 300 Td (pay) Tj ET'],
  ['outside the crop box', at('pay', 20), { pageExtra: '/CropBox [0 100 595 842]' }],
  ['fully transparent', `/G gs ${at('pay')}`, gstate('/ca 0')],
  ['outside the clipping area', `q 300 600 50 50 re W n ${at('pay')} Q`],
  ['under an image', `${at('pay')} q 200 0 0 40 50 290 cm /I Do Q`, withImage, [IMAGE]],
  ['under a rectangle', `${at('pay')} 1 1 1 rg 50 290 200 30 re f`],
  ['in a layer that is off', `/OC /L BDC ${at('pay')} EMC`, layer('/OFF [6 0 R]'), [group]],
]

const VISIBLE: readonly Case[] = [
  ['plain', at('pay')],
  ['black outlines', `1 1 1 rg 1 Tr ${at('pay')}`],
  ['white on a dark bar', `0 g 50 290 200 30 re f 1 1 1 rg ${at('pay')}`],
  ['inside the clipping area', `q 50 280 200 40 re W n ${at('pay')} Q ${at('more', 200)}`],
  ['on an image', `q 200 0 0 40 50 290 cm /I Do Q ${at('pay')}`, withImage, [IMAGE]],
  ['under a highlighter', `${at('pay')} /G gs 1 1 0 rg 50 290 200 30 re f`, gstate('/ca 0.4')],
  ['under a multiplied rectangle', `${at('pay')} /G gs 1 1 0 rg 50 290 200 30 re f`, gstate('/BM /Multiply')],
  ['inside a frame filled as a ring', `${at('pay')} 40 280 300 60 re 42 282 296 56 re f*`],
  ['inside a triangle’s box', `${at('pay')} 0.5 g 55 340 m 400 340 l 400 300 l h f`],
  ['in a layer that is on', `/OC /L BDC ${at('pay')} EMC`, layer('/ON [6 0 R]'), [group]],
  ['in marked content within a layer that is on', `/OC /L BDC /P << /MCID 0 >> BDC ${at('pay')} EMC EMC`, layer('/ON [6 0 R]'), [group]],
]

describe('text that a person looking at the page', () => {
  for (const [way, content, options, more] of HIDDEN)
    it(`cannot see (${way}) gives no word and is counted`, async () => {
      const { words, hiddenWords } = await read(content, options, more)
      assert.ok(!words.some(({ text }) => text === 'pay'))
      assert.equal(hiddenWords, 1)
    })

  for (const [way, content, options, more] of VISIBLE)
    it(`can see (${way}) is read`, async () => {
      const { words, hiddenWords } = await read(content, options, more)
      assert.ok(words.some(({ text }) => text === 'pay'))
      assert.equal(hiddenWords, 0)
    })

  it('finds under the image of a scan is its recognised text, which is no secret', async () => {
    const scan = `q 595 0 0 842 0 0 cm /I Do Q 3 Tr ${at('recognised')}`
    assert.equal((await read(scan, withImage, [IMAGE])).hiddenWords, 0)
  })
})
