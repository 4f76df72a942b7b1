// Ourselves: the pages, OCR and layout stages of one file a line on stdin. The later stages are not reading and are left out of the seconds.
import { createInterface } from 'node:readline'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'

const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
for await (const path of createInterface({ input: process.stdin })) {
  const { result, reading } = await oneShot.run(path, { type: 'auto', useLlm: false })
  const { inspect = 0, pages = 0, ocr = 0, layout = 0 } = result.timings
  const lines = reading.pages.flatMap((page) => page.lines.map(({ text }) => text))
  process.stdout.write(`${JSON.stringify({ seconds: (inspect + pages + ocr + layout) / 1000, lines, engine: reading.pages[0]?.engine })}\n`)
}
await oneShot.close()
