// Reading against its peers on the same images in one run. Usage: npm run bench:reading -- DIR [--kinds a,b] [--engines a,b] [--cores 0]
// [--ids part-of-a-file-name,…] [--worst 40]: lists the true lines with most errors and what was read where they stand.
// [--photos DIR]: PDFs of samples/generate.ts, photographed, as kind `photo`. Peers are not dependencies: `tesseract` from the system, `rapidocr`
// from the Python named by --python, npm `paddleocr` from the node_modules named by --paddleocr with the ONNX files in --models, tesseract.js from here.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../adapters/config.ts'
import { gatherLanguages } from '../adapters/ocr/index.ts'
import { environmentOf } from '../bin/environment.mjs'
import { addReadErrors, readError, readRates } from '../core/evaluation/read-error.ts'
import { runEngine } from './engine-process.ts'
import { type PageImage, pageImages } from './page-images.ts'
import { photoImages } from './photo-images.ts'
import { type WorstLine, worstLines } from './worst-lines.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kinds: { type: 'string', default: 'einvoice-scan,receipt,ru-waybill-scan' },
    engines: { type: 'string', default: 'docket,rapidocr,tesseract,tesseract.js' },
    cores: { type: 'string', default: '0' },
    python: { type: 'string', default: 'python3' },
    json: { type: 'string' },
    ids: { type: 'string', default: '' },
    photos: { type: 'string' },
    paddleocr: { type: 'string', default: '' },
    models: { type: 'string', default: '' },
    worst: { type: 'string', default: '0' },
  },
})
const LANGUAGES: Readonly<Record<string, string>> = { de: 'deu+eng', fr: 'fra+eng', ru: 'rus+eng', en: 'eng' }
const threads = values.cores.includes(',') || values.cores.includes('-') ? 2 : 1
const node = [process.execPath, '--disable-warning=ExperimentalWarning', '--import', './cli/tsx-hook.ts']
const environment = { OMP_THREAD_LIMIT: String(threads), DOCKET_OCR_WORKERS: String(threads) }
const data = await gatherLanguages(['eng', 'deu', 'fra', 'rus'], {
  cacheDir: parseConfig(process.env).DOCKET_CACHE_DIR,
  configuredDir: parseConfig(process.env).DOCKET_TESSDATA_DIR,
})

/** Engines that must be told the language are told the true one, which is more than we know ourselves. */
function commandOf(engine: string, language: string): readonly string[] {
  const languages = LANGUAGES[language] ?? 'eng'
  switch (engine) {
    case 'docket':
      return [...node, 'bench/peers/docket-peer.ts']
    case 'rapidocr':
      return [values.python, 'bench/peers/rapidocr_peer.py', String(threads)]
    case 'paddleocr':
      return [...node, 'bench/peers/paddleocr-peer.ts', values.paddleocr, values.models, String(threads)]
    case 'tesseract':
      return [...node, 'bench/peers/tesseract-peer.ts', languages]
    case 'tesseract.js':
      return [...node, 'bench/peers/tesseract-js-peer.ts', data.dir, languages]
    default:
      throw new Error(`No engine ${engine}; known: docket, rapidocr, paddleocr, tesseract, tesseract.js`)
  }
}

const work = await mkdtemp(join(tmpdir(), 'docket-bench-'))
const rows: Record<string, unknown>[] = []
try {
  const images = [
    ...(await pageImages(positionals[0] ?? '../shared/data', work, { kinds: values.kinds.split(','), ids: values.ids.split(',') })),
    ...(values.photos ? await photoImages(values.photos, join(work, 'photos')) : []),
  ]
  for (const kind of [...new Set(images.map((image) => image.kind))]) {
    for (const engine of values.engines.split(',')) {
      const row = await measure(
        engine,
        images.filter((image) => image.kind === kind),
      )
      rows.push({ kind, ...row })
      process.stdout.write(`${JSON.stringify({ kind, ...row })}\n`)
    }
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`)
} finally {
  await rm(work, { recursive: true, force: true })
}

/** One process a language: an engine that is bound to a language at its start has to start again. */
async function measure(engine: string, images: readonly PageImage[]) {
  const languages = engine.startsWith('tesseract') ? [...new Set(images.map((image) => image.language))] : ['']
  const errors = []
  const seconds: number[] = []
  const cpuSeconds: number[] = []
  const worst: WorstLine[] = []
  let cold = { seconds: 0, cpu: 0 }
  let peakMb = 0
  for (const language of languages) {
    const own = images.filter((image) => language === '' || image.language === language)
    const run = await runEngine(
      commandOf(engine, language),
      own.map(({ file }) => file),
      { cores: values.cores, environment: engine === 'docket' ? environmentOf(environment) : environment },
    )
    if (run.coldSeconds > cold.seconds) cold = { seconds: run.coldSeconds, cpu: run.coldCpuSeconds }
    peakMb = Math.max(peakMb, run.peakMb)
    for (const [i, page] of run.pages.entries()) {
      errors.push(readError(own[i]?.lines ?? [], page.lines))
      if (values.worst !== '0') worst.push(...worstLines(own[i]!, page.lines))
      seconds.push(page.seconds)
      cpuSeconds.push(page.cpuSeconds)
    }
  }
  for (const line of worst.toSorted((a, b) => b.errors - a.errors).slice(0, Number(values.worst))) process.stdout.write(`${show(line)}\n`)
  const { characterErrorRate, wordRecall, wordPrecision } = readRates(addReadErrors(errors))
  return {
    engine,
    pages: images.length,
    cerPercent: round(characterErrorRate * 100),
    wordRecall: round(wordRecall * 100),
    wordPrecision: round(wordPrecision * 100),
    secondsPerPage: round(mean(seconds)),
    cpuSecondsPerPage: round(mean(cpuSeconds)),
    coldSeconds: round(cold.seconds),
    coldCpuSeconds: round(cold.cpu),
    peakMb,
  }
}

function show({ file, errors, text, nearest }: WorstLine): string {
  return `${String(errors).padStart(4)}  ${file}\n      true ${text}\n      read ${nearest}`
}

function mean(of: readonly number[]): number {
  return of.reduce((a, b) => a + b, 0) / of.length
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
