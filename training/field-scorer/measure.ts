// What rules and scorer say about documents whose layout or supplier the scorer has not seen: measure.ts DIR… --models DIR [--hidden S,S] [--out FILE]
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { foldModels } from './fold-models.ts'
import { judgeDocuments } from './judge-documents.ts'
import { report } from './outcomes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { models: { type: 'string' }, hidden: { type: 'string', default: '0' }, out: { type: 'string' } },
})
if (!values.models || positionals.length === 0) {
  process.stderr.write('usage: measure.ts DIR… --models DIR [--hidden SHARE,SHARE] [--out OUTCOMES.json]\n')
  process.exit(2)
}
const { outcomes, milliseconds, pages } = await judgeDocuments(
  positionals,
  values.hidden.split(',').map(Number),
  await foldModels(values.models),
)
report(outcomes)
process.stdout.write(`${(milliseconds / pages).toFixed(1)} ms CPU a page for the scorer, ${pages} pages\n`)
if (values.out) await writeFile(values.out, JSON.stringify(outcomes))
