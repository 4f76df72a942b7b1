import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import { paymentCharset } from '../../core/codes/index.ts'
import type { Code } from '../../core/reading.ts'
import type { Pixels } from './pixels.ts'

// Light codes on a dark ground do not occur on documents, and looking for them takes two thirds of the time.
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix', 'Aztec', 'PDF417', 'EAN13', 'EAN8', 'Code128', 'Code39', 'ITF'],
  tryHarder: true,
  tryInvert: false,
  maxNumberOfSymbols: 16,
}

let prepared = false

/** The package would fetch its WebAssembly from the network; it is beside it on disk. */
function prepare(): void {
  if (prepared) return
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
  prepared = true
}

/** QR codes and bar codes with their boxes; a code that cannot be decoded is none. */
export async function readCodes({ data, width, height }: Pixels): Promise<readonly Code[]> {
  prepare()
  const image = {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width,
    height,
    colorSpace: 'srgb' as const,
    pixelFormat: 'rgba-unorm8' as const,
  }
  const found = await readBarcodes(image as ImageData, OPTIONS)
  return found
    .filter(({ isValid, text }) => isValid && text !== '')
    .map((code) => ({ format: code.format, text: textOf(code), box: boxOf(code, width, height) }))
}

/**
 * Russian payment codes name their character set in the text; symbols rarely declare it, or declare Latin. A declared Cyrillic set or UTF-8
 * is believed, since then the bytes were turned into it.
 */
function textOf({ bytesECI, bytes, text }: ReadResult): string {
  const charset = paymentCharset(bytes)
  const declared = /^\][A-Za-z]\d\\0000(\d\d)/.exec(String.fromCharCode(...bytesECI.slice(0, 10)))?.[1]
  if (charset === null || declared === '22' || declared === '26') return text
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return text
  }
}

function boxOf({ position: { topLeft, topRight, bottomLeft, bottomRight } }: ReadResult, width: number, height: number): Code['box'] {
  const corners = [topLeft, topRight, bottomLeft, bottomRight]
  const part = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole))
  return {
    x0: part(Math.min(...corners.map((p) => p.x)), width),
    y0: part(Math.min(...corners.map((p) => p.y)), height),
    x1: part(Math.max(...corners.map((p) => p.x)), width),
    y1: part(Math.max(...corners.map((p) => p.y)), height),
  }
}
