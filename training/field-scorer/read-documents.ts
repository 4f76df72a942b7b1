// Reads every document with a truth file once and keeps its Reading: what training and measuring start from. Page images are not kept.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' }, kind: { type: 'string' } } })
const [root] = positionals
if (!root || !values.out) {
  process.stderr.write('usage: read-documents.ts DIR --out DIR [--kind NAME,NAME]\n')
  process.exit(2)
}
await mkdir(values.out, { recursive: true })
const kinds = values.kind?.split(',')
const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
try {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.truth.json')).sort()
  const known = new Set(await readdir(values.out))
  for (const name of names) {
    const truth = JSON.parse(await readFile(join(root, name), 'utf8')) as { id: string; kind: string; file: string }
    if ((kinds && !kinds.includes(truth.kind)) || known.has(`${truth.id}.json`)) continue
    const expected = await readFile(join(root, dirname(name), 'expected.json'), 'utf8').then(JSON.parse, () => null)
    try {
      const { reading } = await oneShot.run(join(root, dirname(name), basename(truth.file)), { type: 'invoice', useLlm: false })
      await writeFile(join(values.out, `${truth.id}.json`), JSON.stringify({ truth, expected, reading }))
    } catch (error) {
      process.stderr.write(`${truth.id}: ${(error as Error).message}\n`)
    }
  }
} finally {
  await oneShot.close()
}
