// Peer: npm `paddleocr` with PP-OCRv6 small as its README uses it. Arguments: its node_modules folder, the folder with RapidOCR's model files, threads.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import * as ort from 'onnxruntime-node'
import sharp from 'sharp'
import { metadata } from '../../adapters/ocr/onnx/charset.ts'

/** The little of its interface that is used here. */
interface Paddle {
  recognize(pixels: { readonly width: number; readonly height: number; readonly data: Uint8Array }): Promise<unknown>
  processRecognition(read: unknown): { readonly text: string }
}
interface PaddleModule {
  readonly PaddleOcrService: { createInstance(options: unknown): Promise<Paddle> }
}

const [modules = '', models = '', threads = '1'] = process.argv.slice(2)
const { PaddleOcrService } = (await import(pathToFileURL(join(modules, 'paddleocr/dist/index.mjs')).href)) as PaddleModule
const [det, rec] = await Promise.all(['PP-OCRv6_det_small.onnx', 'PP-OCRv6_rec_small.onnx'].map((file) => readFile(join(models, file))))
const bytes = (buffer: Buffer) => buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength)
const create = ort.InferenceSession.create.bind(ort.InferenceSession) as (model: ArrayBuffer, options?: object) => Promise<unknown>
// It opens sessions without options of ours; the number of threads has to be the same for all engines.
const limited = {
  ...ort,
  InferenceSession: { create: (model: ArrayBuffer, options?: object) => create(model, { ...options, intraOpNumThreads: Number(threads) }) },
}
const engine = await PaddleOcrService.createInstance({
  ort: limited,
  modelPreset: 'PP-OCRv6_small',
  detection: { modelBuffer: bytes(det!) },
  recognition: { modelBuffer: bytes(rec!), charactersDictionary: [...(metadata(rec!).get('character') ?? '').split(/\r?\n/), ' '] },
})
for await (const path of createInterface({ input: process.stdin })) {
  const { data, info } = await sharp(path).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const { text } = engine.processRecognition(await engine.recognize({ width: info.width, height: info.height, data }))
  process.stdout.write(`${JSON.stringify({ lines: text.split('\n').filter(Boolean) })}\n`)
}
