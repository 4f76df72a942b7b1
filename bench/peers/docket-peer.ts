// Ourselves: everything up to the words of the pages and their layout, one file a line on stdin.
import { createInterface } from 'node:readline'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'

const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
for await (const path of createInterface({ input: process.stdin })) {
  const started = performance.now()
  const { pages } = await oneShot.read(path)
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text))
  process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - started) / 1000, lines, engine: pages[0]?.engine })}\n`)
}
await oneShot.close()
