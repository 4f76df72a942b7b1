import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Matrix, multiply } from './matrix.ts'
import { pathBoxes } from './path-boxes.ts'

const MAX_PATH = 20_000 // numbers; a longer path is a drawing, not a table

/** One printed character (or ligature) with its place in the viewport: origin top-left, points, upright page. */
export interface Glyph {
  readonly text: string
  /** Start and end of the advance on the baseline. */
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  /** Height of the font on the page, points. */
  readonly sizePt: number
  /** Drawn in a way that leaves no ink (render mode 3 or 7). */
  readonly invisible: boolean
  /** Fill colour `#rrggbb`. */
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
}

type PdfGlyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean } | number | null

/**
 * Runs pdf.js's operator list far enough to know where every character stands (ISO 32000-1 §9.4.4) and what is painted around it.
 * pdf.js's own text items would give only runs: boxes of words inside a run would be guesses, and hidden text could not be told.
 */
export async function readInk(page: PDFPageProxy): Promise<Ink> {
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
  }
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
      glyphs.push({
        text: item.unicode,
        from: at(onPage, x, state.rise),
        to: at(onPage, x + drawn, state.rise),
        sizePt: Math.hypot(onPage[2], onPage[3]) * Math.abs(state.size),
        invisible: state.mode === 3 || state.mode === 7,
        colour: state.fill,
      })
      if (!state.font.vertical) x += advance
    }
  }
  const paint = (kind: Shape['kind'], box: ArrayLike<number>, colour: string) => {
    const corners = [
      at(state.ctm, box[0]!, box[1]!),
      at(state.ctm, box[2]!, box[3]!),
      at(state.ctm, box[0]!, box[3]!),
      at(state.ctm, box[2]!, box[1]!),
    ]
    const xs = corners.map((c) => c.x)
    const ys = corners.map((c) => c.y)
    shapes.push({ x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys), kind, colour, before: glyphs.length })
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
      const kind = FILLS.has(op) ? 'fill' : STROKES.has(op) ? 'stroke' : null
      if (!kind) return
      const path = data[0]
      const pieces = path && path.length <= MAX_PATH ? pathBoxes(path, kind) : null
      for (const piece of pieces ?? [box]) paint(kind, piece, kind === 'fill' ? state.fill : state.stroke)
    },
    [OPS.paintImageXObject]: () => paint('image', [0, 0, 1, 1], ''),
    [OPS.paintInlineImageXObject]: () => paint('image', [0, 0, 1, 1], ''),
    [OPS.paintImageMaskXObject]: () => paint('image', [0, 0, 1, 1], ''),
    [OPS.setGState]: ([entries]: [readonly (readonly [string, unknown])[] | null]) => {
      for (const [key, value] of entries ?? []) {
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
