import { readFile } from 'node:fs/promises'
import type { RecogniserFile } from '../../models/model-files.ts'

/** Characters by class of the recogniser: class 0 is "nothing" (the CTC blank), the last is the space. */
export async function readCharset({ path, dictionary }: RecogniserFile): Promise<readonly string[]> {
  const text = dictionary ? await readFile(dictionary, 'utf8') : metadata(await readFile(path)).get('character')
  if (text === undefined) throw new Error('The recogniser has no dictionary beside it and none in its metadata.')
  const lines = text.replace(/\r/g, '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return ['', ...lines, ' ']
}

const METADATA_PROPS = 14 // ModelProto.metadata_props in onnx.proto
const KEY = 1
const VALUE = 2
const LENGTH_DELIMITED = 2

/** Key–value metadata of an ONNX file, read from its protobuf fields: the runtime's binding does not expose it. */
export function metadata(file: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { number, bytes } of fields(file)) {
    if (number !== METADATA_PROPS) continue
    const entry = new Map([...fields(bytes)].map((field) => [field.number, new TextDecoder().decode(field.bytes)]))
    found.set(entry.get(KEY) ?? '', entry.get(VALUE) ?? '')
  }
  return found
}

/** The length-delimited fields of one protobuf message; the other wire types are passed over. */
function* fields(message: Uint8Array): Generator<{ readonly number: number; readonly bytes: Uint8Array }> {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++]
      if (byte === undefined) throw new Error('The ONNX file is cut off.')
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = varint()
    const wire = tag % 8
    if (wire === LENGTH_DELIMITED) {
      const length = varint()
      yield { number: Math.floor(tag / 8), bytes: message.subarray(at, at + length) }
      at += length
    } else if (wire === 0) varint()
    else at += wire === 1 ? 8 : 4
  }
}
