// Reading against its peers on the same images in one run. Usage: npm run bench:reading -- DIR [--kinds a,b] [--engines a,b] [--cores 1,2]
// --cores: each engine is measured with one processor and one thread, then with two of both. An engine that fails is a row that says why.
// [--ids part-of-a-file-name,…] [--worst 40]: lists the true lines with most errors and what was read where they stand.
// [--photos DIR]: PDFs of samples/generate.ts, photographed, as kind `photo`. Peers are not dependencies: `tesseract` from the system, `rapidocr`
// from the Python named by --python, npm `paddleocr` from the node_modules named by --paddleocr (else beside that Python's bin) with the ONNX files in
// --models (else those of that Python's rapidocr), tesseract.js from here.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
    engines: { type: 'string', default: 'docket,rapidocr,paddleocr,tesseract,tesseract.js' },
    cores: { type: 'string', default: '1' },
    python: { type: 'string', default: 'python3' },
    json: { type: 'string' },
    ids: { type: 'string', default: '' },
    photos: { type: 'string' },
    paddleocr: { type: 'string' },
    models: { type: 'string' },
    worst: { type: 'string', default: '0' },
  },
})
const LANGUAGES: Readonly<Record<string, string>> = { de: 'deu+eng', fr: 'fra+eng', ru: 'rus+eng', en: 'eng' }
const node = [process.execPath, '--disable-warning=ExperimentalWarning', '--import', './cli/tsx-hook.ts']
const data = await gatherLanguages(['eng', 'deu', 'fra', 'rus'], {
  cacheDir: parseConfig(process.env).DOCKET_CACHE_DIR,
  configuredDir: parseConfig(process.env).DOCKET_TESSDATA_DIR,
})

/** Engines that must be told the language are told the true one, which is more than we know ourselves. */
function commandOf(engine: string, language: string, threads: number): readonly string[] {
  const languages = LANGUAGES[language] ?? 'eng'
  switch (engine) {
    case 'docket':
      return [...node, 'bench/peers/docket-peer.ts']
    case 'rapidocr':
      return [values.python, 'bench/peers/rapidocr_peer.py', String(threads)]
    case 'paddleocr':
      return [...node, 'bench/peers/paddleocr-peer.ts', values.paddleocr ?? besidePython(), values.models ?? rapidModels(), String(threads)]
    case 'tesseract':
      return [...node, 'bench/peers/tesseract-peer.ts', languages]
    case 'tesseract.js':
      return [...node, 'bench/peers/tesseract-js-peer.ts', data.dir, languages, String(threads)]
    default:
      throw new Error(`No engine ${engine}; known: docket, rapidocr, paddleocr, tesseract, tesseract.js`)
  }
}

function besidePython(): string {
  return join(dirname(dirname(values.python)), 'node_modules')
}

function rapidModels(): string {
  const script = 'import os, rapidocr; print(os.path.join(os.path.dirname(rapidocr.__file__), "models"))'
  return execFileSync(values.python, ['-c', script], { encoding: 'utf8' }).trim()
}

const work = await mkdtemp(join(tmpdir(), 'docket-bench-'))
const rows: Record<string, unknown>[] = []
try {
  const images = [
    ...(await pageImages(positionals[0] ?? '../shared/data', work, { kinds: values.kinds.split(','), ids: values.ids.split(',') })),
    ...(values.photos ? await photoImages(values.photos, join(work, 'photos')) : []),
  ]
  for (const kind of [...new Set(images.map((image) => image.kind))]) {
    const own = images.filter((image) => image.kind === kind)
    for (const engine of values.engines.split(',')) {
      for (const threads of values.cores.split(',').map(Number)) {
        const row = await measure(engine, own, threads).catch((error: Error) => ({ engine, threads, failed: error.message }))
        rows.push({ kind, ...row })
        process.stdout.write(`${JSON.stringify({ kind, ...row })}\n`)
      }
    }
  }
  if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`)
} finally {
  await rm(work, { recursive: true, force: true })
}

/** One process a language: an engine that is bound to a language at its start has to start again. */
async function measure(engine: string, images: readonly PageImage[], threads: number) {
  const languages = engine.startsWith('tesseract') ? [...new Set(images.map((image) => image.language))] : ['']
  const errors = []
  const environment = { OMP_THREAD_LIMIT: String(threads), DOCKET_OCR_WORKERS: String(threads) }
  const used = { seconds: 0, cpu: 0 }
  const worst: WorstLine[] = []
  let cold = { seconds: 0, cpu: 0 }
  let peakMb = 0
  for (const language of languages) {
    const own = images.filter((image) => language === '' || image.language === language)
    const run = await runEngine(
      commandOf(engine, language, threads),
      own.map(({ file }) => file),
      {
        cores: threads === 1 ? '0' : `0-${threads - 1}`,
        together: engine === 'docket' || engine === 'tesseract.js' ? threads : 1,
        environment: engine === 'docket' ? environmentOf(environment) : environment,
      },
    )
    if (run.coldSeconds > cold.seconds) cold = { seconds: run.coldSeconds, cpu: run.coldCpuSeconds }
    peakMb = Math.max(peakMb, run.peakMb)
    for (const [i, page] of run.pages.entries()) {
      errors.push(readError(own[i]?.lines ?? [], page.lines))
      if (values.worst !== '0') worst.push(...worstLines(own[i]!, page.lines))
    }
    used.seconds += run.seconds
    used.cpu += run.cpuSeconds
  }
  for (const line of worst.toSorted((a, b) => b.errors - a.errors).slice(0, Number(values.worst))) process.stdout.write(`${show(line)}\n`)
  const { characterErrorRate, wordRecall, wordPrecision } = readRates(addReadErrors(errors))
  return {
    engine,
    threads,
    pages: images.length,
    cerPercent: round(characterErrorRate * 100),
    wordRecall: round(wordRecall * 100),
    wordPrecision: round(wordPrecision * 100),
    secondsPerPage: round(used.seconds / images.length),
    cpuSecondsPerPage: round(used.cpu / images.length),
    coldSeconds: round(cold.seconds),
    coldCpuSeconds: round(cold.cpu),
    peakMb,
  }
}

function show({ file, errors, text, nearest }: WorstLine): string {
  return `${String(errors).padStart(4)}  ${file}\n      true ${text}\n      read ${nearest}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
