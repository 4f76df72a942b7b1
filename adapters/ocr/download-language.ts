// Lets tesseract.js fetch one language's data into our cache; run by the set-up as a process of its own, because a failed download ends the process
// from inside the library. Usage: download-language.ts LANGUAGE
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createWorker } from 'tesseract.js'
import { parseConfig } from '../config.ts'

const [language = ''] = process.argv.slice(2)
const cachePath = join(parseConfig(process.env).DOCKET_CACHE_DIR, 'tessdata')
await mkdir(cachePath, { recursive: true })
setTimeout(() => process.exit(1), 60_000).unref()
const worker = await createWorker(language, 1, { cachePath, cacheMethod: 'write', errorHandler: () => process.exit(1) })
await worker.terminate()
