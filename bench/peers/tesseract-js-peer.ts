// Peer: tesseract.js as its README uses it, with the data that the languages need. Arguments: data folder, languages (`rus+eng`), workers.
import { createInterface } from 'node:readline'
import { createScheduler, createWorker } from 'tesseract.js'

const [langPath = '', languages = 'eng', workers = '1'] = process.argv.slice(2)
const scheduler = createScheduler()
for (let i = 0; i < Number(workers); i++)
  scheduler.addWorker(await createWorker(languages.split('+'), 1, { langPath, gzip: false, cacheMethod: 'none', errorHandler: () => {} }))
for await (const paths of createInterface({ input: process.stdin })) {
  for (const { data } of await Promise.all(paths.split('\t').map((path) => scheduler.addJob('recognize', path))))
    process.stdout.write(`${JSON.stringify({ lines: data.text.split('\n').filter(Boolean) })}\n`)
}
await scheduler.terminate()
