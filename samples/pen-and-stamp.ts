import type { Box } from '../core/geometry.ts'
import type { Random } from './random.ts'

export const MARK_KINDS = ['stamp', 'signature', 'handwriting'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

const INKS = ['#1b3fa0', '#3a2f9b', '#2a4fd0', '#4b2a8c']

/** A mark as an SVG over the whole page, in the lower half, each kind in its own third; its box in page fractions. */
export function drawMark(
  kind: MarkKind,
  width: number,
  height: number,
  third: number,
  random: Random,
): { readonly svg: string; readonly box: Box } {
  const unit = Math.max(width, height)
  const x = ((third + 0.12) / 3) * width
  const y = (random.int(62, 74) / 100) * height
  const ink = random.pick(INKS)
  const { body, wide, high } = { stamp, signature, handwriting }[kind](x, y, unit, ink, random)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g opacity="${random.int(65, 95) / 100}">${body}</g></svg>`
  return { svg, box: { x0: x / width, y0: y / height, x1: (x + wide) / width, y1: (y + high) / height } }
}

type Drawing = { readonly body: string; readonly wide: number; readonly high: number }

function stamp(x: number, y: number, unit: number, ink: string, random: Random): Drawing {
  if (random.chance(0.3)) {
    const [wide, high] = [unit * 0.16, unit * 0.07]
    const text = `<text x="${x + wide / 2}" y="${y + high / 2}" font-size="${high / 4}" text-anchor="middle" fill="${ink}">ОПЛАЧЕНО / PAID</text>`
    return {
      body: `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="none" stroke="${ink}" stroke-width="${unit / 400}"/>${text}`,
      wide,
      high,
    }
  }
  const r = (random.int(60, 80) / 2000) * unit
  const [cx, cy] = [x + r, y + r]
  const ring = (radius: number) => `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="none" stroke="${ink}" stroke-width="${unit / 500}"/>`
  const text = ['ОБРАЗЕЦ', 'SPECIMEN', random.digits(6)].map(
    (line, i) =>
      `<text x="${cx}" y="${cy + (i - 0.6) * r * 0.32}" font-size="${r * 0.24}" text-anchor="middle" fill="${ink}">${line}</text>`,
  )
  return { body: `${ring(r * 0.98)}${ring(r * 0.66)}${text.join('')}`, wide: 2 * r, high: 2 * r }
}

/** One long stroke that swings up and down. */
function signature(x: number, y: number, unit: number, ink: string, random: Random): Drawing {
  const [wide, high] = [unit * (random.int(9, 14) / 100), unit * (random.int(3, 5) / 100)]
  const swings = random.int(4, 7)
  const at = (i: number, up: number) => `${x + (i / (2 * swings)) * wide} ${y + high * up}`
  let path = `M ${at(0, 0.7)}`
  for (let i = 1; i <= 2 * swings; i++) {
    const up = i % 2 ? random.int(0, 45) / 100 : random.int(55, 100) / 100
    path += ` Q ${at(i - 0.3, random.int(0, 100) / 100)} ${at(i, up)}`
  }
  return { body: `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${unit / random.int(500, 800)}"/>`, wide, high }
}

/** Loose figures of different heights that do not keep to a line. */
function handwriting(x: number, y: number, unit: number, ink: string, random: Random): Drawing {
  const count = random.int(6, 9)
  const high = unit * 0.018
  const strokes = Array.from({ length: count }, (_, i) => {
    const left = x + i * high * 0.62
    const tall = high * (random.int(55, 80) / 100)
    const top = y + (random.int(0, 20) / 100) * high
    const p = (a: number, b: number) => `${left + a * high * 0.42} ${top + b * tall}`
    const d = random.pick([
      `M ${p(0.5, 0)} L ${p(0.35, 1)}`,
      `M ${p(0, 0.2)} Q ${p(1, -0.3)} ${p(0.8, 0.5)} T ${p(0, 1)} L ${p(1, 0.95)}`,
      `M ${p(0.1, 0)} L ${p(0.9, 0.1)} L ${p(0.4, 0.45)} Q ${p(1.3, 0.7)} ${p(0.1, 1)}`,
      `M ${p(0.6, 0)} Q ${p(-0.4, 0.6)} ${p(0.4, 1)} Q ${p(1.2, 0.8)} ${p(0.2, 0.6)}`,
    ])
    return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${unit / 700}"/>`
  })
  return { body: strokes.join(''), wide: count * high * 0.62, high }
}
