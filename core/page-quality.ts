import { z } from 'zod'
import { Localised } from './finding.ts'

/** What is wrong with a page image and what a person can do about it. `code` is stable. */
export const QualityReason = z
  .object({
    code: z.enum(['low_resolution', 'blurred', 'too_dark', 'too_pale', 'cut_off', 'direction_unsure', 'damaged']),
    message: Localised,
  })
  .readonly()
export type QualityReason = z.infer<typeof QualityReason>

/** How well a page image can be read, judged before OCR. `good`: nothing to say; `fair`: readable with care; `poor`: misreadings are likely. */
export const PageQuality = z
  .object({
    grade: z.enum(['good', 'fair', 'poor']),
    reasons: z.array(QualityReason).readonly(),
    /** Dots per inch of the uploaded image, where its shape is that of A4 or Letter paper; else null. */
    dpi: z.int().min(1).nullable(),
    /** 0..1: share of the step from ink to paper that the steepest pixel of an edge takes; below 0.35 letters run together. */
    sharpness: z.number().min(0).max(1),
    /** Typical height of letters in pixels of the page image; 0 without letters. */
    letterPx: z.number().min(0),
  })
  .readonly()
export type PageQuality = z.infer<typeof PageQuality>

/**
 * How the page image came from the uploaded one. `toOriginal` is a homography by rows: (x, y, 1) in fractions of the page image → homogeneous
 * fractions of the uploaded image (after its EXIF turn).
 */
export const Straightened = z
  .object({
    /** Clockwise turn that put the page upright. */
    turnedDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    /** Tilt that was taken out, degrees clockwise, -15..15. */
    skewDeg: z.number(),
    /** The page was cut out of a photograph and flattened. */
    perspective: z.boolean(),
    toOriginal: z.array(z.number()).length(9).readonly(),
  })
  .readonly()
export type Straightened = z.infer<typeof Straightened>
