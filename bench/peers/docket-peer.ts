// Ourselves: everything up to the words of the pages and their layout, files on stdin, those of one line side by side.
import { createInterface } from 'node:readline'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createOneShot } from '../../cli/one-shot.ts'

const oneShot = await createOneShot(parseConfig(process.env), createLog('error'))
for await (const paths of createInterface({ input: process.stdin })) {
  for (const { pages } of await Promise.all(paths.split('\t').map((path) => oneShot.read(path)))) {
    const lines = pages.flatMap((page) => page.lines.map(({ text }) => text))
    process.stdout.write(`${JSON.stringify({ lines, engine: pages[0]?.engine })}\n`)
  }
}
await oneShot.close()
