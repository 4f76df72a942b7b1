// Peer: tesseract.js as its README uses it, with the data that the languages need. Arguments: data folder, languages (`rus+eng`).
import { createInterface } from 'node:readline'
import { createWorker } from 'tesseract.js'

const [langPath = '', languages = 'eng'] = process.argv.slice(2)
const worker = await createWorker(languages.split('+'), 1, { langPath, gzip: false, cacheMethod: 'none', errorHandler: () => {} })
for await (const path of createInterface({ input: process.stdin })) {
  const start = performance.now()
  const { data } = await worker.recognize(path)
  process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - start) / 1000, lines: data.text.split('\n').filter(Boolean) })}\n`)
}
await worker.terminate()
