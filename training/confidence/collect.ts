// Reads every document of the given folders that has a *.truth.json and keeps what was read: one JSON file per document, for `fit.ts`.
// node --import ./cli/tsx-hook.ts training/confidence/collect.ts --out DIR FOLDER…
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'
import { Truth } from '../../core/evaluation/truth.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
if (!values.out || positionals.length === 0) {
  process.stderr.write('usage: collect.ts --out DIR FOLDER…\n')
  process.exit(2)
}
const out = values.out
await mkdir(out, { recursive: true })
const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
try {
  for (const folder of positionals)
    for (const name of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.truth.json')).sort()) {
      const truth = Truth.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      const file = join(folder, dirname(name), basename(truth.file))
      const to = join(out, `${basename(folder)}-${truth.id}.json`)
      if (await exists(to)) continue
      try {
        const { result, reading } = await oneShot.run(file, { type: 'auto', useLlm: false })
        await writeFile(to, JSON.stringify({ truth, type: result.type, mediaType: result.file.mediaType, reading }))
        process.stdout.write(`${truth.id}\n`)
      } catch (error) {
        process.stdout.write(`${truth.id} refused: ${(error as { code?: string }).code ?? 'internal'}\n`)
      }
    }
} finally {
  await oneShot.close()
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
