// Straightening on pages whose turn and tilt are known: every drawn page is turned by a quarter, tilted by up to ±15°, blurred and pressed to JPEG.
// Usage: npm run bench:pages -- FOLDER [--count 200] [--seed 1] [--no-vote]; FOLDER holds PDFs, those of samples/invoice by default. Writes JSON.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createFolderBlobs } from '../adapters/blobs/folder-blobs.ts'
import { parseConfig } from '../adapters/config.ts'
import { createImageReader, type OrientationVote } from '../adapters/images/index.ts'
import { createLog } from '../adapters/log.ts'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { compose } from '../cli/compose.ts'
import { createRandom } from '../samples/random.ts'
import { noStore } from '../workers/no-store.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    'no-vote': { type: 'boolean', default: false },
  },
})
const folder = positionals[0] ?? 'samples/invoice'
const random = createRandom(`pages-${values.seed}`)
const composed = compose(parseConfig(process.env), createLog('error'), {
  blobs: createFolderBlobs('/nonexistent'),
  store: noStore,
  masterKey: new Uint8Array(32),
  llm: null,
})
let votes = 0
const vote: OrientationVote = async (image) => {
  votes++
  return (await composed.deps.ocr.voteUpright?.(image)) ?? null
}
const reader = createImageReader({ maxPages: 1, ...(!values['no-vote'] && { orientationVote: vote }) })
const drawn = await drawPages(folder)
const runs: {
  readonly turnRight: boolean
  readonly skewError: number | null
  readonly ms: number
  readonly cpuMs: number
  readonly name: string
}[] = []
for (let i = 0; i < Number(values.count); i++) {
  const { name, png } = drawn[i % drawn.length]!
  const turn = 90 * random.int(0, 3)
  const tilt = random.int(-1500, 1500) / 100
  const turned = await sharp(png)
    .flatten({ background: '#ffffff' })
    .rotate(turn + tilt, { background: '#f4f2ee' })
    .toBuffer()
  const bytes = await sharp(turned)
    .resize({ width: 2000, height: 2000, fit: 'inside' })
    .blur(random.int(5, 9) / 10)
    .jpeg({ quality: random.int(60, 85) })
    .toBuffer()
  const cpu = process.cpuUsage()
  const from = performance.now()
  const { straightened } = await reader.straighten({ bytes, mediaType: 'image/jpeg', sourceLongestPx: 2000 })
  const used = process.cpuUsage(cpu)
  const turnRight = (straightened?.turnedDeg ?? 0) === (360 - turn) % 360
  const skewError = turnRight ? Math.abs((straightened?.skewDeg ?? 0) - tilt) : null
  runs.push({ name, turnRight, skewError, ms: performance.now() - from, cpuMs: (used.user + used.system) / 1000 })
}
await composed.close()
const errors = runs.flatMap(({ skewError }) => (skewError === null ? [] : [skewError])).toSorted((a, b) => a - b)
const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / Math.max(1, of.length)
process.stdout.write(
  `${JSON.stringify(
    {
      pages: runs.length,
      drawn: drawn.length,
      orientationRight: runs.filter(({ turnRight }) => turnRight).length / runs.length,
      wronglyTurned: runs.filter(({ turnRight }) => !turnRight).map(({ name }) => name),
      votes,
      skewErrorDeg: { mean: mean(errors), worst: errors.at(-1), above0_2: errors.filter((e) => e > 0.2).length },
      msPerPage: mean(runs.map(({ ms }) => ms)),
      cpuMsPerPage: mean(runs.map(({ cpuMs }) => cpuMs)),
    },
    null,
    2,
  )}\n`,
)

async function drawPages(dir: string): Promise<readonly { readonly name: string; readonly png: Uint8Array }[]> {
  const pdf = createPdfReader({ memoryMb: 1500, timeoutMs: 60_000, maxPages: 500 })
  const pages: { readonly name: string; readonly png: Uint8Array }[] = []
  try {
    for (const name of (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.pdf')).sort()) {
      const [first] = (await pdf.render(await readFile(join(dir, name)), [1], 2000)).pages
      if (first) pages.push({ name, png: first.png })
    }
  } finally {
    await pdf.close()
  }
  return pages
}
