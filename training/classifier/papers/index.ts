import { readingOfText } from '../../../core/layout/text-grid.ts'
import type { Reading } from '../../../core/reading.ts'
import { cutOut } from '../../../samples/receipt/cut-out.ts'
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

/** One letter of the line is read as another. */
function smudged(line: string, { random }: Writer): string {
  const at = random.int(0, Math.max(0, line.length - 1))
  return /\p{L}/u.test(line[at] ?? '') ? `${line.slice(0, at)}${random.pick(['l', 'о', 'n', 'r'])}${line.slice(at + 1)}` : line
}
