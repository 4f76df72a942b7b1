// Peer: the native tesseract program, page segmentation 3. Argument: languages (`rus+eng`).
import { execFile } from 'node:child_process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)
const [languages = 'eng'] = process.argv.slice(2)
for await (const path of createInterface({ input: process.stdin })) {
  const { stdout } = await run('tesseract', [path, '-', '-l', languages, '--psm', '3'], { maxBuffer: 1e8 })
  process.stdout.write(`${JSON.stringify({ lines: stdout.split('\n').filter(Boolean) })}\n`)
}
