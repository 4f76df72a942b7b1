// A process whose reading process is ended in the middle of a page, for ending-processes.test.ts: `node stopping-process.ts SCENARIO [SHARE]`.
// Shares are of the time that the large page takes here; the detector's inference is most of it.
import { findOcrModels } from '../../adapters/models/index.ts'
import { createReadingPool } from '../../adapters/ocr/onnx/reading-pool.ts'
import { printedLines } from './printed-lines.ts'

const models = (await findOcrModels({ ownDir: undefined, fetchedDir: '/nowhere' }))!
const open = (timeoutMs: number) => createReadingPool({ models, providers: ['cpu'], size: 1, timeoutMs, readLine: null })
const large = await printedLines('A line that keeps the reader busy for a while', { lines: 20, width: 1650, height: 2300 })
const small = await printedLines('Next', { width: 1650 })
const say = (word: string) => process.stdout.write(`${word}\n`)
const pool = open(120_000)

async function readOn(): Promise<void> {
  const { words } = await pool.read(small)
  say(words.map(({ text }) => text).join(' '))
}

async function failing(page: Promise<unknown>): Promise<void> {
  say(
    await page.then(
      () => 'read',
      (error: { code?: string }) => error.code ?? String(error),
    ),
  )
}

const abortedAt = (ms: number) => failing(pool.read(large, AbortSignal.timeout(ms)))

await readOn()
const started = performance.now()
await pool.read(large)
const pageMs = performance.now() - started
const after = (part: number) => Math.round(pageMs * part)
const share = Number(process.argv[3] ?? 0.5)
switch (process.argv[2]) {
  case 'abort':
    for (const part of [0.35, 0.6]) {
      await abortedAt(after(part))
      await readOn() // also starts the next process
    }
    await pool.close()
    break
  case 'time-out': {
    const hasty = open(300) // of processor time: the page takes more than a second
    for (let page = 0; page < 3; page++) await failing(hasty.read(large))
    await hasty.close()
    await readOn()
    await pool.close()
    break
  }
  case 'exit':
    void pool.read(large)
    setTimeout(() => process.exit(7), after(share))
    break
  case 'forgotten': // to close the pool
    await abortedAt(after(share))
    break
}
