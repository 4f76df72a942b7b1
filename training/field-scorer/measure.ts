// What rules and scorer say about documents whose layout or supplier the scorer has not seen: measure.ts DIR… --models DIR [--hidden S,S] [--accept FILE]
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Candidate } from '../../core/field.ts'
import { TreeModel } from '../../core/scoring/trees.ts'
import { createRandom } from '../../samples/random.ts'
import { invoiceText } from '../../schemas/invoice/read-pages/context.ts'
import { readInvoicePages } from '../../schemas/invoice/read-pages.ts'
import { scoreInvoice } from '../../schemas/invoice/scoring/score-invoice.ts'
import { SCORED_FIELDS } from '../../schemas/invoice/scoring/scored-fields.ts'
import { knownDocuments, sameValue } from './documents.ts'
import { hideCaptions } from './hide-captions.ts'
import { type Outcome, report } from './outcomes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { models: { type: 'string' }, hidden: { type: 'string', default: '0' }, out: { type: 'string' } },
})
if (!values.models || positionals.length === 0) {
  process.stderr.write('usage: measure.ts DIR… --models DIR [--hidden SHARE,SHARE] [--out OUTCOMES.json]\n')
  process.exit(2)
}
const folds = JSON.parse(await readFile(join(values.models, 'folds.json'), 'utf8')) as Record<string, number>
const models = new Map<number, TreeModel>()
const outcomes: Outcome[] = []
let milliseconds = 0
let pages = 0
for await (const document of knownDocuments(positionals)) {
  if (document.truth.document_class !== 'invoice') continue
  for (const share of values.hidden.split(',').map(Number)) {
    const reading = share === 0 ? document.reading : hideCaptions(document.reading, share, createRandom(`${document.id}/${share}/measure`))
    const read = readInvoicePages(reading)
    const model = await modelWithout(document.group)
    invoiceText(reading)
    const before = process.cpuUsage()
    const scored = scoreInvoice(reading, model)
    const used = process.cpuUsage(before)
    milliseconds += (used.user + used.system) / 1000
    pages += reading.pages.length
    for (const { path } of SCORED_FIELDS) {
      const accepted = document.accepted(path)
      if (!accepted) continue
      const right = (candidate: Candidate | undefined) =>
        candidate === undefined
          ? accepted.length === 0
          : [...accepted, ...(accepted.length === 0 ? [document.implied(path) ?? ''] : [])].some((one) =>
              sameValue(path, one, String(candidate.value)),
            )
      const [rule, guess] = [best(read, path), best(scored, path)]
      outcomes.push({
        path,
        id: document.id,
        kind: document.generated ? (document.kind === 'free' ? 'free' : 'generated') : document.kind,
        hidden: share,
        absent: accepted.length === 0,
        rule: rule ? (right(rule) ? 'right' : 'wrong') : 'none',
        guess: guess ? (right(guess) ? 'right' : 'wrong') : 'none',
        score: guess?.score ?? 0,
        same: rule !== undefined && guess !== undefined && sameValue(path, String(rule.value), String(guess.value)),
        shown: scored.some((c) => c.path === path && right(c)),
      })
    }
  }
}
report(outcomes)
process.stdout.write(`${(milliseconds / pages).toFixed(1)} ms CPU a page for the scorer, ${pages} pages\n`)
if (values.out) await writeFile(values.out, JSON.stringify(outcomes))

function best(candidates: readonly Candidate[], path: string): Candidate | undefined {
  return candidates.filter((c) => c.path === path).toSorted((a, b) => b.score - a.score)[0]
}

async function modelWithout(group: string): Promise<TreeModel> {
  const fold = folds[group] ?? -1
  const known = models.get(fold)
  if (known) return known
  const file = fold < 0 ? 'model.json' : `fold-${fold}.json`
  const model = TreeModel.parse(JSON.parse(await readFile(join(values.models!, file), 'utf8')))
  models.set(fold, model)
  return model
}
