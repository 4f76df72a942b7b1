// Fits the confidence of values and documents to what `label.ts` wrote, and reports what it is worth on groups (layouts, sellers) it has not seen.
// node --import ./cli/tsx-hook.ts training/confidence/fit.ts --in FILE --out MODEL.json [--version NAME] [--ridge 2]
// With --judge MODEL.json the figures are those of that model: what it is worth on these documents, which it should not have seen.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  areaUnderRisk,
  coverageAt,
  fitLogistic,
  type Label,
  predict,
  reliability,
  riskCoverage,
  sigmoid,
} from '../../core/calibration/index.ts'
import { ConfidenceModel, DOCUMENT_SIGNALS, FIELD_SIGNALS, surenessSignals } from '../../core/confidence/index.ts'

interface Valued {
  readonly path: string
  readonly signals: readonly number[]
  readonly handSet: number | null
}
interface Sample {
  readonly id: string
  readonly copy: number
  readonly group: string
  readonly kind: string
  readonly labels: readonly (Valued & { readonly right: boolean })[]
  readonly unlabelled: readonly Valued[]
  readonly document: readonly number[]
  readonly eligible: boolean
}

const FOLDS = 8

const { values } = parseArgs({
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    version: { type: 'string', default: '1' },
    ridge: { type: 'string', default: '2' },
    judge: { type: 'string' },
  },
})
const RIDGE = Number(values.ridge)
const samples: Sample[] = (await readFile(values.in!, 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter((sample: Sample) => sample.labels.length > 0)
const paths = [...new Set(samples.flatMap(({ labels }) => labels.map(({ path }) => path)))].sort()
const groups = [...new Set(samples.map(({ group }) => group))].sort()
const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]))

/** All readings of a group are on one side. */
const given = values.judge === undefined ? null : ConfidenceModel.parse(JSON.parse(await readFile(values.judge, 'utf8')))
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const model = given ?? fit(samples.filter(({ group }) => foldOf.get(group) !== fold))
  return samples.filter(({ group }) => foldOf.get(group) === fold).map((sample) => judged(model, sample))
}).flat()

report('all readings, spoiled ones too', held)
report(
  'documents as they are',
  held.filter(({ sample }) => sample.copy === 0),
)
const model = ConfidenceModel.parse({ ...fit(samples), evidence: counted() })
if (values.out) await writeFile(values.out, `${JSON.stringify(model, null, 2)}\n`)

/** What stands behind each path: values of documents as they are, layouts or sellers, and how the model fares on those it has not seen. */
function counted(): ConfidenceModel['evidence'] {
  const asTheyAre = held.filter(({ sample }) => sample.copy === 0)
  return Object.fromEntries(
    paths.map((path) => {
      const having = asTheyAre.filter(({ sample }) => sample.labels.some((label) => label.path === path))
      const own = valuesOf(having, path).map(({ fitted }) => fitted)
      return [
        path,
        { values: own.length, groups: new Set(having.map(({ sample }) => sample.group)).size, off: rounded(reliability(own).ece) },
      ]
    }),
  )
}

function valuesOf(documents: readonly ReturnType<typeof judged>[], path: string) {
  return documents.flatMap((one) => one.values.filter((_, i) => one.sample.labels[i]!.path === path))
}

function fit(train: readonly Sample[]): ConfidenceModel {
  const labels = train.flatMap((sample) => sample.labels)
  const field = fitLogistic(
    labels.map(({ path, signals }) => [...signals, ...paths.map((one) => Number(one === path))]),
    labels.map(({ right }) => Number(right)),
    RIDGE,
  )
  const weights = field.weights.slice(0, FIELD_SIGNALS.length)
  const byPath = Object.fromEntries(paths.map((path, i) => [path, rounded(field.weights[FIELD_SIGNALS.length + i]!)]))
  const ofValues = { intercept: rounded(field.intercept), weights: weights.map(rounded) }
  const documents = fitLogistic(
    train.map((sample) => documentRow({ field: ofValues, byPath }, sample)),
    train.map((sample) => Number(!isWrong(sample))),
    RIDGE,
  )
  return {
    version: values.version!,
    fieldSignals: FIELD_SIGNALS,
    documentSignals: DOCUMENT_SIGNALS,
    field: ofValues,
    byPath,
    document: { intercept: rounded(documents.intercept), weights: documents.weights.map(rounded) },
  }
}

function rounded(value: number): number {
  return Math.round(value * 10000) / 10000
}

function confidence({ field, byPath }: Pick<ConfidenceModel, 'field' | 'byPath'>, { path, signals }: Valued): number {
  return sigmoid(field.weights.reduce((sum, weight, i) => sum + weight * signals[i]!, field.intercept + (byPath[path] ?? 0)))
}

function documentRow(model: Pick<ConfidenceModel, 'field' | 'byPath'>, { labels, unlabelled, document }: Sample): readonly number[] {
  return [...surenessSignals([...labels, ...unlabelled].map((one) => confidence(model, one))), ...document.slice(2)]
}

function isWrong({ labels }: Sample): boolean {
  return labels.some(({ right }) => !right)
}

function judged(model: ConfidenceModel, sample: Sample) {
  const all = [...sample.labels, ...sample.unlabelled]
  const row = documentRow(model, sample)
  return {
    sample,
    wrong: isWrong(sample),
    values: sample.labels.map((label): { fitted: Label; handSet: Label } => ({
      fitted: { confidence: confidence(model, label), right: label.right },
      handSet: { confidence: label.handSet ?? 0, right: label.right },
    })),
    scores: {
      'fitted document score': predict(model.document, row),
      'least sure value (fitted)': row[0]!,
      'product of values (fitted)': row[1]!,
      'least sure value (hand-set)': Math.min(...all.map(({ handSet }) => handSet ?? 0)),
    },
  }
}

function report(title: string, documents: readonly ReturnType<typeof judged>[]): void {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(
    `\n${title}: ${documents.length} readings of ${new Set(documents.map(({ sample }) => sample.group)).size} groups, ${documents.filter(({ wrong }) => wrong).length} with a wrong value`,
  )
  for (const kind of ['fitted', 'handSet'] as const) {
    const { ece, brier, labels, bands } = reliability(documents.flatMap((one) => one.values.map((value) => value[kind])))
    say(`  values, ${kind}: ${labels} labels, ECE ${ece.toFixed(4)}, Brier ${brier.toFixed(4)}`)
    for (const band of bands)
      say(`    ${band.from}–${band.to}: said ${band.confidence.toFixed(3)}, right ${band.right.toFixed(3)} of ${band.labels}`)
  }
  for (const path of paths) {
    const own = valuesOf(documents, path)
    if (own.length === 0) continue
    const right = own.filter(({ fitted }) => fitted.right).length
    const of = (kind: 'fitted' | 'handSet') => reliability(own.map((value) => value[kind])).ece.toFixed(3)
    say(`    ${path}: right ${right} of ${own.length}, ECE fitted ${of('fitted')}, hand-set ${of('handSet')}`)
  }
  const eligible = documents.filter(({ sample }) => sample.eligible)
  say(`  documents that no rule sends to a person: ${eligible.length}, wrong among them ${eligible.filter(({ wrong }) => wrong).length}`)
  for (const name of Object.keys(documents[0]?.scores ?? {}) as (keyof (typeof documents)[number]['scores'])[]) {
    const curve = riskCoverage(eligible.map(({ scores, wrong }) => ({ score: scores[name], wrong })))
    const at = [0, 0.005, 0.01, 0.02].map(
      (alpha) =>
        `${alpha * 100} % wrong: ${((((coverageAt(curve, alpha)?.coverage ?? 0) * eligible.length) / documents.length) * 100).toFixed(1)} %`,
    )
    say(`    ${name}: area under risk ${areaUnderRisk(curve).toFixed(4)}; accepted of all at ${at.join(', ')}`)
  }
}
