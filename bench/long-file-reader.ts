// Reads one file in this process and tells on stdout, a line of JSON each, how many pages are done and which stage is on. For bench/long-file.ts.
import { parseConfig } from '../adapters/config.ts'
import { createLog } from '../adapters/log.ts'
import { createOneShot } from '../cli/one-shot.ts'

const tell = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`)
const oneShot = await createOneShot(parseConfig({ DOCKET_MAX_PAGES: '100000', ...process.env }), createLog('error'))
try {
  const result = await oneShot.extract(process.argv[2] ?? '', {
    type: 'auto',
    useLlm: false,
    onPages: (pages, total) => tell({ pages, stage: pages < total ? 'pages' : 'after' }),
  })
  tell({
    stage: 'end',
    summary: {
      type: result.type,
      pages: result.pages.length,
      lines: (result.data as { lines?: unknown[] }).lines?.length ?? 0,
      timings: result.timings,
    },
  })
} finally {
  await oneShot.close()
}
