import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Matrix, multiply } from './matrix.ts'
import { isRectangle, pathBoxes } from './path-boxes.ts'

const MAX_PATH = 20_000 // numbers; a longer path is a drawing, not a table

/** One printed character (or ligature) with its place in the viewport: origin top-left, points, upright page. */
export interface Glyph {
  readonly text: string
  /** Start and end of the advance on the baseline. */
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  /** Height of the font on the page, points. */
  readonly sizePt: number
  /** Drawn in a way that leaves no ink: render mode 3 or 7, fully transparent, outside the clipping area, in a layer that is switched off. */
  readonly invisible: boolean
  /** Colour of the letters, `#rrggbb`. */
  readonly colour: string
}

/** A filled or stroked shape's bounding box in the viewport, points, in drawing order among the glyphs. */
export interface Shape {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly kind: 'fill' | 'stroke' | 'image'
  readonly colour: string
  /** How many glyphs had been drawn before. */
  readonly before: number
  /** Nothing below it can be seen: a plain rectangle or an image, not transparent. */
  readonly covers: boolean
}

export interface Ink {
  readonly glyphs: readonly Glyph[]
  readonly shapes: readonly Shape[]
}

interface Font {
  readonly vertical?: boolean
  readonly fontMatrix?: readonly number[]
}

interface TextState {
  ctm: Matrix
  font: Font
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  fill: string
  stroke: string
  /** Of fills, 0..1. */
  opacity: number
  blended: boolean
  /** Bounding box of the clipping area in the viewport; null = all of it. */
  clip: Box | null
}

type Point = Glyph['from']
type Box = readonly [x0: number, y0: number, x1: number, y1: number]

type PdfGlyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean } | number | null

/**
 * Runs pdf.js's operator list far enough to know where every character stands (ISO 32000-1 §9.4.4) and what is painted around it.
 * pdf.js's own text items would give only runs: boxes of words inside a run would be guesses, and hidden text could not be told.
 */
export async function readInk(page: PDFPageProxy, isShown: (group: unknown) => boolean): Promise<Ink> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const list = await page.getOperatorList({ annotationMode: 2 })
  const glyphs: Glyph[] = []
  const shapes: Shape[] = []
  const viewport = page.getViewport({ scale: 1 }).transform as unknown as Matrix
  let state: TextState = {
    ctm: viewport,
    font: {},
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    stroke: '#000000',
    opacity: 1,
    blended: false,
    clip: null,
  }
  const layers: boolean[] = []
  let clipping = false
  const stack: TextState[] = []
  let line: Matrix = [1, 0, 0, 1, 0, 0]
  let x = 0

  const save = () => stack.push({ ...state })
  const restore = () => {
    state = stack.pop() ?? state
  }
  const move = (tx: number, ty: number) => {
    line = multiply(line, [1, 0, 0, 1, tx, ty])
    x = 0
  }
  const show = (items: readonly PdfGlyph[]) => {
    const unit = Math.abs(state.font.fontMatrix?.[0] ?? 0.001)
    for (const item of items) {
      if (item === null) continue
      if (typeof item === 'number') {
        if (!state.font.vertical) x -= (item / 1000) * state.size * state.scale
        continue
      }
      const advance = (item.width * unit * state.size + state.charSpacing + (item.isSpace ? state.wordSpacing : 0)) * state.scale
      const drawn = item.width * unit * state.size * state.scale
      const onPage = multiply(state.ctm, line)
      const [from, to] = [at(onPage, x, state.rise), at(onPage, x + drawn, state.rise)]
      const sizePt = Math.hypot(onPage[2], onPage[3]) * Math.abs(state.size)
      glyphs.push({
        text: item.unicode,
        from,
        to,
        sizePt,
        invisible:
          state.mode === 3 || state.mode === 7 || state.opacity === 0 || layers.includes(false) || isOutside(state.clip, from, to, sizePt),
        colour: state.mode % 4 === 1 ? state.stroke : state.fill,
      })
      if (!state.font.vertical) x += advance
    }
  }
  const placed = (box: ArrayLike<number>): Box => {
    const corners = [
      at(state.ctm, box[0]!, box[1]!),
      at(state.ctm, box[2]!, box[3]!),
      at(state.ctm, box[0]!, box[3]!),
      at(state.ctm, box[2]!, box[1]!),
    ]
    const xs = corners.map((c) => c.x)
    const ys = corners.map((c) => c.y)
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }
  const paint = (kind: Shape['kind'], box: ArrayLike<number>, colour: string, solid: boolean) => {
    if (layers.includes(false)) return
    const [x0, y0, x1, y1] = placed(box)
    const covers = solid && state.opacity > 0.9 && !state.blended && colour !== 'pattern'
    shapes.push({ x0, y0, x1, y1, kind, colour, before: glyphs.length, covers })
  }

  const FILLS = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
  const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke])
  // Each handler states the shape pdf.js gives its operator; `never` lets them stand in one table.
  const run: Record<number, (args: never) => void> = {
    [OPS.save]: save,
    [OPS.restore]: restore,
    [OPS.transform]: (matrix: number[]) => {
      state.ctm = multiply(state.ctm, asMatrix(matrix))
    },
    [OPS.paintFormXObjectBegin]: ([matrix]: [ArrayLike<number> | null]) => {
      save()
      if (matrix) state.ctm = multiply(state.ctm, asMatrix(matrix))
    },
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.beginAnnotation]: ([, , transform, matrix]: [string, unknown, ArrayLike<number>, ArrayLike<number>]) => {
      save()
      state = { ...state, opacity: 1, blended: false, clip: null }
      // The annotation's appearance is placed on the page by two matrices after the page's own.
      state.ctm = multiply(multiply(viewport, asMatrix(transform)), asMatrix(matrix))
    },
    [OPS.endAnnotation]: restore,
    [OPS.beginText]: () => {
      line = [1, 0, 0, 1, 0, 0]
      x = 0
    },
    [OPS.setFont]: ([name, size]: [string, number]) => {
      state.font = fontOf(page, name)
      state.size = size
    },
    [OPS.setCharSpacing]: ([v]: [number]) => {
      state.charSpacing = v
    },
    [OPS.setWordSpacing]: ([v]: [number]) => {
      state.wordSpacing = v
    },
    [OPS.setHScale]: ([v]: [number]) => {
      state.scale = v / 100
    },
    [OPS.setLeading]: ([v]: [number]) => {
      state.leading = v
    },
    [OPS.setTextRise]: ([v]: [number]) => {
      state.rise = v
    },
    [OPS.setTextRenderingMode]: ([v]: [number]) => {
      state.mode = v
    },
    [OPS.setTextMatrix]: ([matrix]: [ArrayLike<number>]) => {
      line = asMatrix(matrix)
      x = 0
    },
    [OPS.moveText]: ([tx, ty]: [number, number]) => move(tx, ty),
    [OPS.setLeadingMoveText]: ([tx, ty]: [number, number]) => {
      state.leading = -ty
      move(tx, ty)
    },
    [OPS.nextLine]: () => move(0, -state.leading),
    [OPS.showText]: ([items]: [readonly PdfGlyph[]]) => show(items),
    [OPS.setFillRGBColor]: ([c]: [string]) => {
      state.fill = c
    },
    [OPS.setStrokeRGBColor]: ([c]: [string]) => {
      state.stroke = c
    },
    [OPS.setFillColorN]: () => {
      state.fill = 'pattern'
    },
    [OPS.constructPath]: ([op, data, box]: [number, readonly (ArrayLike<number> | null)[], ArrayLike<number> | null]) => {
      if (!box) return
      if (clipping) state.clip = within(state.clip, placed(box))
      clipping = false
      const kind = FILLS.has(op) ? 'fill' : STROKES.has(op) ? 'stroke' : null
      if (!kind) return
      const path = data[0]
      const pieces = path && path.length <= MAX_PATH ? pathBoxes(path, kind) : null
      const solid = kind === 'fill' && path !== null && path !== undefined && path.length < 20 && isRectangle(path)
      for (const piece of pieces ?? [box]) paint(kind, piece, kind === 'fill' ? state.fill : state.stroke, solid)
    },
    [OPS.clip]: () => {
      clipping = true
    },
    [OPS.eoClip]: () => {
      clipping = true
    },
    [OPS.beginMarkedContentProps]: ([tag, group]: [string, unknown]) => layers.push(tag !== 'OC' || !group || isShown(group)),
    [OPS.beginMarkedContent]: () => layers.push(true),
    [OPS.endMarkedContent]: () => layers.pop(),
    [OPS.paintImageXObject]: () => paint('image', [0, 0, 1, 1], '', true),
    [OPS.paintInlineImageXObject]: () => paint('image', [0, 0, 1, 1], '', true),
    [OPS.paintImageMaskXObject]: () => paint('image', [0, 0, 1, 1], '', true),
    [OPS.setGState]: ([entries]: [readonly (readonly [string, unknown])[] | null]) => {
      for (const [key, value] of entries ?? []) {
        if (key === 'ca') state.opacity = Number(value)
        if (key === 'BM') state.blended = value !== 'source-over'
        if (key !== 'Font' || !Array.isArray(value)) continue
        state.font = fontOf(page, String(value[0]))
        state.size = Number(value[1])
      }
    },
  }
  list.fnArray.forEach((op, i) => {
    run[op]?.((list.argsArray[i] ?? []) as never)
  })
  return { glyphs, shapes }
}

/** A clipping path's box is never smaller than the path: what lies outside it is surely not painted. */
function within(clip: Box | null, box: Box): Box {
  if (clip === null) return box
  return [Math.max(clip[0], box[0]), Math.max(clip[1], box[1]), Math.min(clip[2], box[2]), Math.min(clip[3], box[3])]
}

/** With the letter's own size of slack on every side: it may hang into the area from its baseline, whichever way it is turned. */
function isOutside(clip: Box | null, from: Point, to: Point, slack: number): boolean {
  if (clip === null) return false
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
  return x < clip[0] - slack || x > clip[2] + slack || y < clip[1] - slack || y > clip[3] + slack
}

function fontOf(page: PDFPageProxy, name: string): Font {
  const objects = page.commonObjs as unknown as { has(id: string): boolean; get(id: string): Font | null }
  return (objects.has(name) ? objects.get(name) : null) ?? {}
}

function asMatrix(numbers: ArrayLike<number>): Matrix {
  return [numbers[0] ?? 1, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 1, numbers[4] ?? 0, numbers[5] ?? 0]
}

function at(m: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] }
}
