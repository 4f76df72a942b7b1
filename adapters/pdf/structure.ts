import { checkStream } from './stream-data.ts'

/** The file's own skeleton, read beside pdf.js: it says what pdf.js passes over in silence. */
export interface Structure {
  /** Dictionaries and other bodies by object number, names with their `#xx` resolved; of several revisions the last. Stream data is not in it. */
  readonly objects: ReadonlyMap<number, string>
  /** Trailers and cross-reference dictionaries, joined. */
  readonly trailers: string
  readonly encrypted: boolean
  /** A stream's data is cut or altered, or a page's content is not in the file: what was drawn there is lost. */
  readonly damagedStreams: boolean
  /** The EICAR test file lies in one of the streams, attached or not. */
  readonly malware: boolean
}

const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

const OBJECT = /(\d{1,10})\s+\d{1,5}\s+obj\b/g
const STREAM = /stream\r?\n?/y
// A file that unpacks to more has its memory and time guarded elsewhere; here the rest simply stays unchecked.
const MOST_UNPACKED = 64 * 1024 * 1024

/** Goes through the file from its start without trusting any table of contents. Linear in the file's size. */
export function readStructure(raw: Buffer): Structure {
  const text = raw.toString('latin1')
  const objects = new Map<number, string>()
  const streams = new Set<number>()
  const trailers: string[] = []
  const encrypted = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)
  const find = { stream: finder(text, 'stream'), endobj: finder(text, 'endobj'), endstream: finder(text, 'endstream') }
  let left = MOST_UNPACKED
  let damagedStreams = false
  let malware = raw.includes(EICAR)
  OBJECT.lastIndex = 0
  for (let match = OBJECT.exec(text); match; match = OBJECT.exec(text)) {
    const start = OBJECT.lastIndex
    const [stream, end] = [find.stream(start), find.endobj(start)]
    const hasStream =
      stream < end &&
      text
        .slice(stream - 24, stream)
        .trimEnd()
        .endsWith('>>')
    const body = withoutEscapes(text.slice(start, hasStream ? stream : end))
    objects.set(Number(match[1]), body)
    if (/\/Type\s*\/XRef\b/.test(body)) trailers.push(body)
    if (!hasStream) {
      OBJECT.lastIndex = Math.max(start, end)
      continue
    }
    streams.add(Number(match[1]))
    STREAM.lastIndex = stream
    STREAM.test(text)
    const from = STREAM.lastIndex
    const to = find.endstream(from)
    OBJECT.lastIndex = to
    if (encrypted) continue
    const { unpacked, damaged } = checkStream(body, raw.subarray(from, to), left)
    left -= unpacked?.length ?? 0
    damagedStreams ||= damaged
    malware ||= unpacked?.includes(EICAR) ?? false
    if (unpacked && /\/Type\s*\/ObjStm\b/.test(body))
      for (const [number, packed] of packedObjects(body, unpacked)) objects.set(number, packed)
  }
  for (const [, trailer] of text.matchAll(/\btrailer\b([\s\S]{0,4096}?)(?:startxref|$)/g)) trailers.push(withoutEscapes(trailer!))
  const lost = !encrypted && contentsLost(objects, streams)
  return { objects, trailers: trailers.join('\n'), encrypted, damagedStreams: damagedStreams || lost, malware }
}

/** Position of the next `word` from a place on, the end of the text where there is none. Places only grow, so nothing is searched twice. */
function finder(text: string, word: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) found = text.indexOf(word, from)
    if (found < 0) found = text.length
    return found
  }
}

function* packedObjects(dict: string, unpacked: Buffer): Generator<readonly [number, string]> {
  const text = unpacked.toString('latin1')
  const first = Number(/\/First\s+(\d{1,9})/.exec(dict)?.[1] ?? 0)
  const pairs = [...text.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)].map(([, number, at]) => [Number(number), first + Number(at)] as const)
  for (const [i, [number, at]] of pairs.entries()) yield [number, withoutEscapes(text.slice(at, pairs[i + 1]?.[1] ?? text.length))]
}

/** A page names a content stream that is nowhere in the file, or is no stream; readers show the rest of the page and say nothing. */
function contentsLost(objects: ReadonlyMap<number, string>, streams: ReadonlySet<number>): boolean {
  const lost = (number: number): boolean => {
    if (streams.has(number)) return false
    const list = /^\s*\[([^\]]*)\]/.exec(objects.get(number) ?? '')?.[1]
    return list === undefined || refsIn(list).some((each) => !streams.has(each))
  }
  for (const body of objects.values()) {
    if (!/\/Type\s*\/Page\b/.test(body)) continue
    const named = [...body.matchAll(/\/Contents\s*(?:\[([^\]]*)\]|(\d+\s+\d+\s+R))/g)].map((list) => list[1] ?? list[2]!)
    if (named.flatMap(refsIn).some(lost)) return true
  }
  return false
}

function refsIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+)\s+\d+\s+R\b/g)].map(([, number]) => Number(number))
}

/** `/J#61vaScript` is another spelling of `/JavaScript` (ISO 32000-1 §7.3.5). */
function withoutEscapes(text: string): string {
  return text.includes('#') ? text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
}
