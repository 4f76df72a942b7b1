// Trains the scorer on what reviewers have corrected, and puts it into the product only if no field of the golden set gets worse.
// node --import ./cli/tsx-hook.ts training/retrain.ts --work DIR --python PYTHON [--corrected DIR] [--golden DIR]… [--rows FILE.jsonl]… [--free 300] [--try]
// Without --corrected: the documents of the installation's own database, as `docket corrected` writes them.
// PYTHON: one with training/field-scorer/requirements.txt. --golden: further read documents that are never trained on. --rows: further rows of export-rows.ts.
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fingerprint, TreeModel } from '../core/scoring/trees.ts'
import { objectionsTo } from './field-scorer/admit.ts'
import { foldModels } from './field-scorer/fold-models.ts'
import { judgeDocuments } from './field-scorer/judge-documents.ts'
import { withThresholds } from './field-scorer/thresholds.ts'

const HOME = 'schemas/invoice/scoring'
const GOLDEN = 3 // every third supplier is kept for judging
const LEAST_GOLDEN = 5 // documents; fewer would let anything pass
const HIDDEN = [0, 0.4] // shares of captions hidden where thresholds are set

const { values } = parseArgs({
  options: {
    corrected: { type: 'string' },
    work: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    golden: { type: 'string', multiple: true, default: [] },
    rows: { type: 'string', multiple: true, default: [] },
    free: { type: 'string', default: '300' },
    try: { type: 'boolean', default: false },
  },
})
if (!values.work) {
  process.stderr.write('usage: retrain.ts --work DIR [--python PATH] [--corrected DIR] [--golden DIR]… [--rows FILE]… [--free N] [--try]\n')
  process.exit(2)
}
const { work } = values
const [trained, kept, free, freeAside, models] = ['train', 'golden', 'free', 'free-aside', 'model'].map((name) => join(work, name)) as [
  string,
  string,
  string,
  string,
  string,
]
for (const dir of [trained, kept]) {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
}
const corrected = values.corrected ?? join(work, 'corrected')
if (values.corrected === undefined) {
  // What was erased since the last time must not be learned from again.
  await rm(corrected, { recursive: true, force: true })
  run(process.execPath, 'bin/docket.mjs', 'corrected', '--out', corrected)
}
const counts = await share(corrected)
say(`${counts.trained} corrected documents to learn from, ${counts.kept} of other suppliers to judge by`)
const golden = [kept, ...values.golden]
const goldenCount = (await Promise.all(golden.map((dir) => readdir(dir)))).flat().filter((name) => name.endsWith('.json')).length
if (goldenCount < LEAST_GOLDEN) {
  say(
    `refused: the golden set has ${goldenCount} documents, ${LEAST_GOLDEN} are the least. Correct more, or name read documents with --golden.`,
  )
  process.exit(1)
}

node('make-free', '--count', values.free, '--seed', 'retrain', '--out', free)
node('make-free', '--count', '60', '--seed', 'retrain-aside', '--out', freeAside)
const rows = [join(work, 'corrected.jsonl'), join(work, 'free.jsonl')] as const
node('export-rows', trained, '--hidden', '0,0.5', '--out', rows[0])
node('export-rows', free, '--hidden', '0.4', '--out', rows[1])
run(values.python, 'training/field-scorer/train.py', ...rows, ...values.rows, '--out', models, '--version', `retrained-${counts.key}`)

const { outcomes } = await judgeDocuments([trained, freeAside], HIDDEN, await foldModels(models))
const { model, lines } = withThresholds(TreeModel.parse(JSON.parse(await readFile(join(models, 'model.json'), 'utf8'))), outcomes)
for (const line of lines) say(line)

const inUse = TreeModel.parse(JSON.parse(await readFile(join(HOME, 'field-scorer.json'), 'utf8')))
const worse = await objectionsTo(model, inUse, { golden, approved: [trained, kept] }, say)
if (worse.length > 0) {
  say(`refused: the retrained model is worse than the one in use.\n${worse.map((line) => `  ${line}`).join('\n')}`)
  process.exit(1)
}
if (values.try) say('It would be accepted; nothing was written (--try).')
else {
  await writeFile(join(HOME, 'field-scorer.json'), `${JSON.stringify(model)}\n`)
  await writeFile(join(HOME, 'fixtures/parity.json'), await readFile(join(models, 'parity.json'), 'utf8'))
  say(`accepted: ${HOME}/field-scorer.json is now ${model.version}. Certificates of the type end with the change.`)
}

/** Suppliers are dealt out by their hash: a supplier's documents are all on one side, and stay there the next time. */
async function share(dir: string): Promise<{ readonly trained: number; readonly kept: number; readonly key: string }> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort()
  let judges = 0
  for (const name of names) {
    const { expected } = JSON.parse(await readFile(join(dir, name), 'utf8')) as { expected: { layout: string } }
    const judging = Number.parseInt(fingerprint([expected.layout]), 16) % GOLDEN === 0
    if (judging) judges++
    await copyFile(join(dir, name), join(judging ? kept : trained, name))
  }
  return { trained: names.length - judges, kept: judges, key: fingerprint(names) }
}

function node(script: string, ...args: readonly string[]): void {
  run(process.execPath, '--import', './cli/tsx-hook.ts', `training/field-scorer/${script}.ts`, ...args)
}

function run(program: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' })
  if (status === 0) return
  say(`${program} ${args[0]} failed${error ? `: ${error.message}` : ''}`)
  process.exit(1)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
