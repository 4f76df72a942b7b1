import type { PageQuality, QualityReason } from '../../core/page-quality.ts'
import { cutSides } from './cut-sides.ts'
import type { Grey } from './grey.ts'
import { letterHeight, type PageMeasures } from './measure-page.ts'
import { REASONS } from './quality-reasons.ts'
import { measureSharpness } from './sharpness.ts'

interface Size {
  readonly width: number
  readonly height: number
}

interface ToGrade {
  /** Pixels of the uploaded image per pixel of the page image; null where the page was drawn by us. */
  readonly enlarged: number | null
  /** Of the page in pixels of the page image. */
  readonly size: Size
  /** The unlit copy that was measured. */
  readonly grey: Grey
  readonly measures: PageMeasures
  /** Pixels of the page image per pixel of the copy. */
  readonly scale: number
  readonly sureOfUp: boolean
  readonly blank: boolean
  /** The picture's data is spoiled. */
  readonly damaged: boolean
}

const PAPER_INCHES = 11.4 // between A4 (11.69) and Letter (11)
const PAPER_SHAPES = [Math.SQRT2, 1.294] // A4, Letter
const SHAPE_TOLERANCE = 0.03
const POOR_LETTER_PX = 7.5 // of the uploaded image; below this the recognisers' error doubles
const FAIR_LETTER_PX = 10.5
const POOR_SHARPNESS = 0.2
const FAIR_SHARPNESS = 0.3
const POOR_PAPER = 70
const FAIR_PAPER = 110
const POOR_INK = 185 // mean level of ink on an evenly lit page
const FAIR_INK = 165

/** How well the page can be read, and what to do about it. */
export function gradePage(page: ToGrade): PageQuality {
  const quality = gradeOf(page)
  return page.damaged ? { ...quality, grade: 'poor', reasons: [REASONS.damaged, ...quality.reasons] } : quality
}

function gradeOf({ enlarged, size, grey, measures, scale, sureOfUp, blank }: ToGrade): PageQuality {
  const dpi = dpiOf(enlarged, size)
  const letterPx = letterHeight(measures.marks, measures.turn) * scale
  const sharpness = measureSharpness(measures.lit, measures.level)
  if (blank) return { grade: 'good', reasons: [], dpi, sharpness: 1, letterPx: 0 }
  const uploadedPx = letterPx * (enlarged ?? 1)
  const paper = paperLevel(grey)
  const ink = inkMean(measures)
  const grades: ('fair' | 'poor')[] = []
  const reasons: QualityReason[] = []
  const judge = (poor: boolean, fair: boolean, reason: QualityReason) => {
    if (!poor && !fair) return
    grades.push(poor ? 'poor' : 'fair')
    reasons.push(reason)
  }
  judge(letterPx > 0 && uploadedPx < POOR_LETTER_PX, letterPx > 0 && uploadedPx < FAIR_LETTER_PX, REASONS.lowResolution(dpi))
  judge(sharpness < POOR_SHARPNESS, sharpness < FAIR_SHARPNESS, REASONS.blurred)
  judge(paper < POOR_PAPER, paper < FAIR_PAPER, REASONS.tooDark)
  // Blurred print is pale as well; that has its own reason.
  if (sharpness >= FAIR_SHARPNESS + 0.1) judge(ink > POOR_INK, ink > FAIR_INK, REASONS.tooPale)
  for (const side of cutSides(measures)) judge(true, true, REASONS.cutOff(side))
  judge(false, !sureOfUp && measures.turn !== 0, REASONS.directionUnsure)
  const grade = grades.includes('poor') ? 'poor' : grades.length > 0 ? 'fair' : 'good'
  return { grade, reasons, dpi, sharpness: Math.round(sharpness * 100) / 100, letterPx: Math.round(letterPx * 10) / 10 }
}

function dpiOf(enlarged: number | null, { width, height }: Size): number | null {
  const shape = Math.max(width, height) / Math.min(width, height)
  if (enlarged === null || !PAPER_SHAPES.some((s) => Math.abs(s - shape) < SHAPE_TOLERANCE)) return null
  return Math.max(1, Math.round((Math.max(width, height) * enlarged) / PAPER_INCHES))
}

function paperLevel({ data }: Grey): number {
  const counts = new Int32Array(256)
  for (let i = 0; i < data.length; i += 7) counts[data[i]!]!++
  let left = Math.ceil(data.length / 7) * 0.4
  for (let level = 255; level >= 0; level--) {
    left -= counts[level]!
    if (left <= 0) return level
  }
  return 0
}

function inkMean({ lit, level }: PageMeasures): number {
  let [sum, count] = [0, 0]
  for (let i = 0; i < lit.data.length; i += 3) {
    if (lit.data[i]! >= level) continue
    sum += lit.data[i]!
    count++
  }
  return count === 0 ? 0 : sum / count
}
