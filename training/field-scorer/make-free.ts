// Writes free documents (free/document.ts) in the form of read-documents.ts: --count N --seed S --out DIR
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createFreeDocument } from './free/document.ts'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } },
})
if (!values.out) {
  process.stderr.write('usage: make-free.ts --count N --seed S --out DIR\n')
  process.exit(2)
}
await mkdir(values.out, { recursive: true })
for (let i = 0; i < Number(values.count); i++) {
  const id = `free-${values.seed}-${String(i).padStart(4, '0')}`
  const { data, implied, language, reading } = createFreeDocument(id)
  const truth = { id, kind: 'free', file: '', document_class: 'invoice', language }
  // Every document is a layout of its own; twelve groups keep the folds even.
  const expected = { layout: `free-${i % 12}`, data, implied }
  await writeFile(join(values.out, `${id}.json`), JSON.stringify({ truth, expected, reading }))
}
