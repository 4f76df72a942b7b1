import type { Box } from '../../../core/geometry.ts'
import { readingOfText } from '../../../core/layout/text-grid.ts'
import type { Reading } from '../../../core/reading.ts'
import { createFreeDocument } from '../../field-scorer/free/document.ts'
import { writeAgreement } from './agreements.ts'
import { writeCreditNote, writeOther } from './bills.ts'
import { writeRequest } from './requests.ts'
import { writeAct, writeUpd, writeWaybill } from './russian-forms.ts'
import { writeSlip } from './slips.ts'
import { createWriter, type Tongue, type Writer } from './writer.ts'

export interface Paper {
  readonly className: string
  readonly reading: Reading
}

const WRITERS: Readonly<
  Record<string, { readonly tongues: readonly Tongue[]; readonly write: (w: Writer) => readonly (readonly string[])[] }>
> = {
  credit_note: { tongues: ['ru', 'en', 'de'], write: (w) => [writeCreditNote(w)] },
  upd: { tongues: ['ru'], write: (w) => [writeUpd(w)] },
  receipt: { tongues: ['ru', 'en', 'de'], write: (w) => [writeSlip(w)] },
  contract: { tongues: ['ru', 'en', 'de'], write: writeAgreement },
  act: { tongues: ['ru', 'ru', 'en', 'de'], write: (w) => [writeAct(w)] },
  application: { tongues: ['ru', 'ru', 'en', 'de'], write: (w) => [writeRequest(w)] },
  waybill: { tongues: ['ru'], write: (w) => [writeWaybill(w)] },
  other: { tongues: ['ru', 'en', 'de'], write: (w) => [writeOther(w)] },
}

/** `each` papers of every kind from one seed: invoices of the scorer's generator, the others as text. Some lose letters, as a poor scan does. */
export function createPapers(seed: string, each: number): readonly Paper[] {
  const invoices = Array.from(
    { length: each },
    (_, i): Paper => ({ className: 'invoice', reading: createFreeDocument(`${seed}/invoice/${i}`).reading }),
  )
  const others = Object.entries(WRITERS).flatMap(([className, { tongues, write }]) =>
    Array.from({ length: each }, (_, i): Paper => {
      const writer = createWriter(`${seed}/${className}/${i}`, tongues[i % tongues.length]!)
      const pages = write(writer).map((lines) =>
        lines.map((line) => (writer.random.chance(0.05) ? smudged(line, writer) : line)).join('\n'),
      )
      const reading = readingOfText(...pages)
      return { className, reading: className === 'receipt' ? cutOut(reading) : reading }
    }),
  )
  return [...invoices, ...others]
}

/** Only the printed strip of each page, as a slip lies on the glass. */
function cutOut(reading: Reading): Reading {
  return {
    pages: reading.pages.map((page) => {
      const all = page.lines.map(({ box }) => box)
      const [x0, x1] = [Math.min(...all.map((box) => box.x0)) - 0.02, Math.max(...all.map((box) => box.x1)) + 0.02]
      const [y0, y1] = [Math.min(...all.map((box) => box.y0)) - 0.02, Math.max(...all.map((box) => box.y1)) + 0.02]
      const cut = (box: Box): Box => ({
        x0: (box.x0 - x0) / (x1 - x0),
        x1: (box.x1 - x0) / (x1 - x0),
        y0: (box.y0 - y0) / (y1 - y0),
        y1: (box.y1 - y0) / (y1 - y0),
      })
      const lines = page.lines.map((line) => ({
        ...line,
        box: cut(line.box),
        words: line.words.map((word) => ({ ...word, box: cut(word.box) })),
      }))
      return { ...page, lines, widthPx: Math.round(page.widthPx * (x1 - x0)), heightPx: Math.round(page.heightPx * (y1 - y0)) }
    }),
  }
}

/** One letter of the line is read as another. */
function smudged(line: string, { random }: Writer): string {
  const at = random.int(0, Math.max(0, line.length - 1))
  return /\p{L}/u.test(line[at] ?? '') ? `${line.slice(0, at)}${random.pick(['l', 'о', 'n', 'r'])}${line.slice(at + 1)}` : line
}
