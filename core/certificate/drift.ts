import { z } from 'zod'

/** What a document showed of itself: its score, and whether nothing stood against it (only such documents can be accepted). */
export interface Seen {
  readonly score: number
  readonly eligible: boolean
}

/**
 * How the documents of a calibration set were distributed: the first share is that of documents which a rule had stopped, the others those of the
 * rest between the edges of their scores, from the least sure up. `edges` ascend, one fewer than there are bands of scores; a score equal to an edge
 * is below it.
 */
export const Crowd = z
  .object({ documents: z.int().min(0), edges: z.array(z.number()).readonly(), counts: z.array(z.int().min(0)).readonly() })
  .readonly()
export type Crowd = z.infer<typeof Crowd>

export interface Drift {
  /** Documents there were to compare. */
  readonly documents: number
  /** Population stability index of the window that lies nearest to its limit; null = too few documents yet. */
  readonly index: number | null
  readonly limit: number
  readonly broken: boolean
}

const BANDS = 5
/** A short window sees a pipeline that broke today, a long one a crowd that slowly became another. */
const WINDOWS = [50, 200] as const
export const MOST_SEEN = WINDOWS[1]
/** From 0.25 up a population counts as another one by the usual reading (Siddiqi 2006, Credit Risk Scorecards). */
const ANOTHER_CROWD = 0.25
/**
 * An unchanged crowd has an index of about (1/n + 1/m) χ² with one degree of freedom less than there are bands (Yurdakul & Naranjo 2020). 33 is exceeded
 * by χ² with five degrees once in 270,000 looks: small windows want a larger index.
 */
const CHANCE = 33

/** The crowd that later documents are compared with. */
export function crowdOf(documents: readonly Seen[]): Crowd {
  const scores = documents.flatMap(({ score, eligible }) => (eligible ? [score] : [])).sort((a, b) => a - b)
  const cuts = Array.from({ length: BANDS - 1 }, (_, i) => scores[Math.ceil(((i + 1) * scores.length) / BANDS) - 1] ?? 0)
  // Tied scores make two cuts one; a cut at the highest score would leave an empty band above it.
  const edges = [...new Set(cuts)].filter((cut) => cut < (scores.at(-1) ?? 0))
  return { documents: documents.length, edges, counts: countsOf(documents, edges) }
}

/**
 * Whether the documents of late are still like those a certificate was proven on. No proof of anything: the promise holds for such documents as the
 * calibration set had, and this says when they no longer are.
 * @param seen newest first; more than `MOST_SEEN` are not looked at
 */
export function drift(crowd: Crowd, seen: readonly Seen[]): Drift {
  const windows = WINDOWS.filter((size) => seen.length >= size).map((size) => {
    const now = countsOf(seen.slice(0, size), crowd.edges)
    return { index: stabilityIndex(crowd.counts, now), limit: Math.max(ANOTHER_CROWD, CHANCE * (1 / size + 1 / crowd.documents)) }
  })
  const nearest = windows.toSorted((a, b) => b.index / b.limit - a.index / a.limit)[0]
  if (!nearest || crowd.documents === 0) return { documents: seen.length, index: null, limit: ANOTHER_CROWD, broken: false }
  return { documents: seen.length, ...nearest, broken: nearest.index > nearest.limit }
}

function countsOf(documents: readonly Seen[], edges: readonly number[]): readonly number[] {
  const counts = Array.from({ length: edges.length + 2 }, () => 0)
  for (const { score, eligible } of documents) {
    const band = eligible ? 1 + edges.filter((edge) => score > edge).length : 0
    counts[band] = counts[band]! + 1
  }
  return counts
}

/** Σ (now − before) ln(now / before) over shares; half a document is added to every band, so that an empty one costs no infinity. */
function stabilityIndex(before: readonly number[], now: readonly number[]): number {
  const shares = (counts: readonly number[]) => {
    const all = counts.reduce((sum, count) => sum + count + 0.5, 0)
    return counts.map((count) => (count + 0.5) / all)
  }
  const [a, b] = [shares(before), shares(now)]
  return a.reduce((sum, share, i) => sum + (b[i]! - share) * Math.log(b[i]! / share), 0)
}
