import type { Box } from '../../core/geometry.ts'
import type { Region } from '../../core/reading.ts'
import { colouredInk } from './coloured-ink.ts'
import { handwritten } from './handwritten.ts'
import { type InkGroup, inkGroups } from './ink-groups.ts'
import type { PagePixels } from './pixels.ts'
import { stampsIn } from './stamps.ts'

// Shares of the page's longest side (297 mm on A4).
const LOW = 0.008 // a lower stroke is a dash or a letter
const HIGH = 0.15
const WIDE = 0.5
const STROKE = { wide: 0.03, high: 0.012 } // the least a signature's main stroke takes
const MAIN = 0.5 // of the group's ink
const ROWS = 6
const ALIKE = 0.07 // of the usual height
const SPARSE = 0.4 // ink in the box of a stroke of the pen; letters are denser

/**
 * Where stamps, signatures and handwriting in coloured ink stand. By shape, not by content: a stamp has a closed edge, a signature is one long thin
 * stroke, handwriting is letters that do not stand as print does. Black ink is left alone: without colour a stroke of the pen cannot be told from a
 * drawing or a logo, and broken print looks like writing.
 */
export function regionsOf(page: Pick<PagePixels, 'pixels' | 'lit'>): readonly Region[] {
  const ink = colouredInk(page)
  if (!ink.mask.includes(1)) return []
  const stamps = stampsIn(ink)
  const { width, height } = page.lit
  const written = inkGroups(page, ink).flatMap((group): readonly Region[] => {
    const box = { x0: group.x0 / width, y0: group.y0 / height, x1: group.x1 / width, y1: group.y1 / height }
    const pen = stamps.some((stamp) => isInside(box, stamp)) ? null : penOf(group, Math.max(width, height))
    return pen ? [{ ...pen, box }] : []
  })
  const regions = isPrinter(written) ? written.filter(({ kind }) => kind !== 'handwriting') : written
  return [...stamps.map((box) => ({ kind: 'stamp' as const, box, confidence: 0.8 })), ...regions]
}

/** Whether what looks written is the page's own print in coloured ink, of a needle printer for one: a hand does not make row after row of the same height. */
function isPrinter(regions: readonly Region[]): boolean {
  const heights = regions.filter(({ kind }) => kind === 'handwriting').map(({ box }) => box.y1 - box.y0)
  const usual = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0
  const alike = heights.filter((height) => Math.abs(height - usual) <= ALIKE * usual).length
  return heights.length >= ROWS && alike >= heights.length / 2
}

function penOf(group: InkGroup, longest: number): Pick<Region, 'kind' | 'confidence'> | null {
  const [wide, high] = [group.x1 - group.x0, group.y1 - group.y0]
  if (high < LOW * longest || high > HIGH * longest || wide > WIDE * longest) return null
  if (isStroke(group, longest)) return { kind: 'signature', confidence: 0.7 }
  const read = handwritten(group)
  return read?.isWritten ? { kind: 'handwriting', confidence: Math.round(read.probability * 100) / 100 } : null
}

function isStroke({ marks }: InkGroup, longest: number): boolean {
  const total = marks.reduce((sum, m) => sum + m.area, 0)
  const main = marks.toSorted((a, b) => b.area - a.area)[0]
  if (!main || main.area < MAIN * total) return false
  const [wide, high] = [main.x1 - main.x0, main.y1 - main.y0]
  return wide >= STROKE.wide * longest && high >= STROKE.high * longest && main.area <= SPARSE * wide * high
}

function isInside(box: Box, outer: Box): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
  return x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1
}
