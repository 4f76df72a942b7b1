// Sets each field's threshold from outcomes of layouts left out and writes the product's model and its parity fixture:
// release.ts MODELS OUTCOMES.json…
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, TreeModel } from '../../core/scoring/trees.ts'
import { acceptFrom, type Outcome } from './outcomes.ts'

const PRECISION = 0.95
const LEAST = 25 // values taken; fewer prove nothing
const LEAST_REAL = 2
const LEAST_SCORE = 0.5 // a value less likely than its absence is no value, whatever the counts say
const HOME = 'schemas/invoice/scoring'

const [models, ...files] = process.argv.slice(2)
if (!models || files.length === 0) {
  process.stderr.write('usage: release.ts MODELS OUTCOMES.json…\n')
  process.exit(2)
}
const outcomes = (await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as readonly Outcome[]))).flat()
const model = TreeModel.parse(JSON.parse(await readFile(join(models, 'model.json'), 'utf8')))
const fields = model.fields.map((field) => {
  const own = outcomes.filter(({ path }) => path === field.path)
  const all = acceptFrom(own, PRECISION, LEAST)
  // Generated documents alone prove nothing about real ones: those must bear the threshold out too, few as they are.
  const real = acceptFrom(
    own.filter(({ kind }) => kind !== 'free' && kind !== 'generated'),
    PRECISION,
    LEAST_REAL,
  )
  const accept = all && real ? Math.floor(Math.max(all.from, real.from, LEAST_SCORE) * 1000) / 1000 : null
  process.stdout.write(
    `${field.path}: ${accept === null ? 'never taken' : `taken from ${accept}`} (all ${describe(all)}; real ${describe(real)})\n`,
  )
  return { ...field, accept }
})
await writeFile(join(models, 'accept.json'), JSON.stringify(Object.fromEntries(fields.map(({ path, accept }) => [path, accept]))))
// The version tells one training from the next by content: results record it.
const version = `${model.version}-${fingerprint([JSON.stringify(fields)])}`
await writeFile(join(HOME, 'field-scorer.json'), `${JSON.stringify({ ...model, version, fields })}\n`)
await writeFile(join(HOME, 'fixtures/parity.json'), await readFile(join(models, 'parity.json'), 'utf8'))

function describe(at: ReturnType<typeof acceptFrom>): string {
  return at ? `${at.right} of ${at.taken} right from ${at.from.toFixed(3)}` : 'not reached'
}
