/**
 * node training/classifier/train.ts [--each N] [--seed TEXT] [--corrected DIR]
 * Fits schemas/classifier.json on made papers alone: real documents only judge it (training/classifier/evaluate.ts). With `--corrected` also on the
 * papers whose type your reviewers had to name, as `docket corrected --retyped` writes them.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { signalsOf } from '../../core/classification/index.ts'
import { toTell } from '../../schemas/classify.ts'
import { documentClasses } from '../../schemas/registry.ts'
import { correctedPapers } from './corrected-papers.ts'
import { fitClassifier } from './fit.ts'
import { createPapers } from './papers/index.ts'

const { values } = parseArgs({
  options: { each: { type: 'string', default: '150' }, seed: { type: 'string', default: 'classifier' }, corrected: { type: 'string' } },
})
const corrected = values.corrected === undefined ? [] : await correctedPapers(values.corrected)
const rows = [...createPapers(values.seed, Number(values.each)), ...corrected].map(({ className, reading }) => ({
  className,
  ...signalsOf(reading, toTell(reading, documentClasses)),
}))
const model = fitClassifier(rows, '1')
await writeFile(new URL('../../schemas/classifier.json', import.meta.url), `${JSON.stringify(model, null, 2)}\n`)
process.stdout.write(`${rows.length} papers, ${Object.keys(model.pages).length} kinds\n`)
