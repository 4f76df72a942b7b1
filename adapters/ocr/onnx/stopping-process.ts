// A process whose reading thread is stopped in the middle of a page, for stopping-threads.test.ts: `node stopping-process.ts SCENARIO [SHARE]`.
// Shares are of the time that the large page takes here; the detector's inference is most of it.
import sharp from 'sharp'
import { findOcrModels } from '../../models/index.ts'
import { createThreadPool } from './thread-pool.ts'

const print = (text: string, lines: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1650" height="${height}"><rect width="100%" height="100%" fill="white"/>${Array.from(
        { length: lines },
        (_, i) => `<text x="40" y="${60 + i * 40}" font-family="Liberation Sans, sans-serif" font-size="28">${text}</text>`,
      ).join('')}</svg>`,
    ),
  )
    .png()
    .toBuffer()

const models = (await findOcrModels({ ownDir: undefined, fetchedDir: '/nowhere' }))!
const open = (timeoutMs: number) => createThreadPool({ models, providers: ['cpu'], size: 1, timeoutMs, readLine: null })
const large = await print('A line that keeps the thread busy for a while', 20, 2300)
const small = await print('Next', 1, 100)
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
    for (const part of [0.3, 0.4, 0.5, 0.6]) {
      await abortedAt(after(part))
      await readOn() // also starts the next thread
    }
    await pool.close()
    break
  case 'time-out': {
    const hasty = open(after(0.4))
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
