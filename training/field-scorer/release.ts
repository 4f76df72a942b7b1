// Sets each field's threshold from outcomes of layouts left out and writes the product's model and its parity fixture:
// release.ts MODELS OUTCOMES.json…
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TreeModel } from '../../core/scoring/trees.ts'
import type { Outcome } from './outcomes.ts'
import { withThresholds } from './thresholds.ts'

const HOME = 'schemas/invoice/scoring'

const [models, ...files] = process.argv.slice(2)
if (!models || files.length === 0) {
  process.stderr.write('usage: release.ts MODELS OUTCOMES.json…\n')
  process.exit(2)
}
const outcomes = (await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as readonly Outcome[]))).flat()
const trained = TreeModel.parse(JSON.parse(await readFile(join(models, 'model.json'), 'utf8')))
const { model, lines } = withThresholds(trained, outcomes)
process.stdout.write(`${lines.join('\n')}\n`)
await writeFile(join(models, 'accept.json'), JSON.stringify(Object.fromEntries(model.fields.map(({ path, accept }) => [path, accept]))))
await writeFile(join(HOME, 'field-scorer.json'), `${JSON.stringify(model)}\n`)
await writeFile(join(HOME, 'fixtures/parity.json'), await readFile(join(models, 'parity.json'), 'utf8'))
