import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { Box } from '../core/geometry.ts'
import { escapeHtml } from './html.ts'
import type { MarkKind } from './pen-and-stamp.ts'
import type { Random } from './random.ts'

const WORDS = {
  latin: [
    'Paid',
    'Received',
    'John Miller',
    'ok, book it',
    '12.04.2026',
    '1 250,00',
    'No. 47/b',
    'Anna',
    'cash',
    'Rechnung',
    'bezahlt',
    'A. Weber',
  ],
  cyrillic: [
    'Оплачено',
    'Получил',
    'Иванов',
    '12 апреля',
    'принял',
    '1250-00',
    'счёт 47',
    'в оплату',
    'Петрова А.',
    'согласовано',
    'выдать',
  ],
} as const

const INKS = ['#1b3fa0', '#3a2f9b', '#2a4fd0', '#4b2a8c', '#10206a', '#b0202a', '#1a1a22']
const EDGE_PX = 20

/** A mark that was put on a page. `group`: what it is counted under, `box` in page fractions. */
export interface Drawn {
  readonly group: string
  readonly kind: MarkKind
  readonly box: Box
  readonly overlay: { readonly input: Buffer; readonly left: number; readonly top: number }
}

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * A word or two in a face that imitates a hand, at `down` (share of the page's height); each letter stands a little off its place, as a pen sets it, and the row
 * off the level. Null where it is wider than the page.
 */
export async function writeWord(
  browser: Browser,
  fontFile: string,
  down: number,
  { width, height }: Size,
  random: Random,
): Promise<Drawn | null> {
  const script = /cyrillic/.test(basename(fontFile)) ? 'cyrillic' : 'latin'
  const text = random.sample(WORDS[script], random.int(1, 2)).join(' ')
  const png = await drawText(browser, fontFile, text, (Math.max(width, height) * random.int(17, 27)) / 1000, random)
  const { data, info } = await sharp(png).trim().toBuffer({ resolveWithObject: true })
  if (info.width + 2 * EDGE_PX > width) return null
  const [left, top] = [random.int(EDGE_PX, width - info.width - EDGE_PX), Math.round((down + random.int(0, 50) / 1000) * height)]
  const box = { x0: left / width, y0: top / height, x1: (left + info.width) / width, y1: (top + info.height) / height }
  return { group: 'words', kind: 'handwriting', box, overlay: { input: data, left, top } }
}

/** PNG with a transparent ground. */
async function drawText(browser: Browser, fontFile: string, text: string, sizePx: number, random: Random): Promise<Buffer> {
  const shaken = random.chance(0.6)
  const letters = [...text].map((letter) => {
    const [turn, up] = [random.int(-40, 40) / 10, (random.int(-50, 50) / 1000) * sizePx]
    const place = shaken && letter !== ' ' ? ` style="display:inline-block;transform:translateY(${up}px) rotate(${turn}deg)"` : ''
    return `<span${place}>${escapeHtml(letter)}</span>`
  })
  const font = (await readFile(fontFile)).toString('base64')
  const page = await browser.newPage({ viewport: { width: 1200, height: 300 } })
  try {
    await page.setContent(`<style>@font-face{font-family:hand;src:url(data:font/woff2;base64,${font})} body{margin:0}
      #word{display:inline-block;white-space:pre;padding:20px 30px;font:${sizePx}px hand;color:${random.pick(INKS)};transform:rotate(${random.int(-30, 30) / 10}deg)}</style>
      <div style="padding:40px"><div id="word">${letters.join('')}</div></div>`)
    await page.evaluate(() => document.fonts.ready)
    return await page.locator('#word').screenshot({ omitBackground: true })
  } finally {
    await page.close()
  }
}
