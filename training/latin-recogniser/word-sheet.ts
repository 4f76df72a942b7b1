import type { Browser } from 'playwright-core'
import { escapeHtml } from '../../samples/html.ts'
import type { Random } from '../../samples/random.ts'
import { LATIN, OTHER } from './alphabet.ts'

const FONTS = ['Liberation Sans', 'Liberation Serif', 'Liberation Mono', 'DejaVu Sans', 'DejaVu Serif', 'PT Sans', 'PT Serif']
const LINES = 46 // of 5.6 mm fit on the page

/** One A4 page (PDF) of made-up words in which every letter of the alphabet is as likely as any other, with numbers and signs between. */
export async function wordSheet(browser: Browser, random: Random): Promise<Uint8Array> {
  const lines = Array.from({ length: LINES }, () => {
    const style = `font: ${random.chance(0.3) ? 'bold ' : ''}${random.int(8, 13)}pt '${random.pick(FONTS)}'`
    return `<div style="${style}">${escapeHtml(Array.from({ length: random.int(2, 7) }, () => word(random)).join(' '))}</div>`
  })
  const page = await browser.newPage()
  try {
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>@page { size: A4; margin: 15mm }
       div { height: 5.6mm; white-space: nowrap; font-variant-ligatures: none }</style>${lines.join('')}`,
    )
    return await page.pdf({ preferCSSPageSize: true })
  } finally {
    await page.close()
  }
}

function word(random: Random): string {
  const letters = (from: readonly string[], count: number) => Array.from({ length: count }, () => random.pick(from)).join('')
  if (random.chance(0.2)) return `${random.digits(random.int(1, 4))}${random.pick(['.', ',', '/', '-'])}${random.digits(2)}`
  if (random.chance(0.2)) return `${random.pick(OTHER)}${random.digits(random.int(1, 3))}`
  const text = letters(LATIN, random.int(3, 9))
  const upper = random.chance(0.3) ? text.toUpperCase() : text.toLowerCase()
  return random.chance(0.3) ? upper.slice(0, 1).toUpperCase() + upper.slice(1) : upper
}
