import { readdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { certainty, describeCertainty } from '../../core/evaluation/certainty.ts'
import { type DocumentScore, scoreDocument } from '../../core/evaluation/score-document.ts'
import type { LineDifference } from '../../core/evaluation/score-lines.ts'
import { type KindSummary, summarise } from '../../core/evaluation/summary.ts'
import { Truth } from '../../core/evaluation/truth.ts'
import type { LlmUse } from '../../core/llm/llm-reading.ts'
import { addDays } from '../../core/values/index.ts'
import { promisedOf } from '../../schemas/define.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { createOneShot, type OneShot } from '../one-shot.ts'
import { createProgress, inParallel } from '../progress.ts'
import { describeUses, sumUses } from './evaluate-models.ts'
import { type KeptReadings, keepReadings } from './kept-readings.ts'

/** Chance that a promise is false although everything was done right. */
const DELTA = 0.05

interface Failed {
  readonly id: string
  readonly kind: string
  readonly failed: string
}

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: 'DIR [--json FILE] [--kind NAME] [--errors] [--readings DIR] [--jobs N] [--alpha RATE] [--provider ID] [--no-llm]',
  summary:
    'Runs every document that has a *.truth.json and reports accuracy per kind and field, line F1, straight-through rate, reading errors and time, what the confidence is worth, and how many reviews a wanted error rate (--alpha, 0.01) takes. --provider asks that language model, --no-llm none: run it with both to compare. --readings keeps in DIR what was read of each file and takes it from there the next time: a change of extraction is measured without OCR.',
  async run(args) {
    const { dir, json, kind, errors, readings, jobs, alpha, provider, useLlm } = parse(args)
    const truths = (await findTruths(dir)).filter(({ truth }) => !kind || truth.kind === kind)
    if (truths.length === 0) throw new UsageError(`no *.truth.json ${kind ? `of kind ${kind} ` : ''}in ${dir}`)
    const config = parseConfig(process.env)
    const oneShot = await createOneShot(config, createLog('error'), { provider })
    const kept = readings === undefined ? null : await keepReadings(readings)
    const progress = createProgress(truths.length)
    const uses: (LlmUse | null)[] = []
    try {
      const outcomes = await inParallel(truths, jobs, async ({ file, truth }) => {
        const outcome = await evaluateOne({ oneShot, kept, useLlm }, file, truth, (use) => uses.push(use))
        progress.step(truth.id)
        return outcome
      })
      progress.done()
      const scores = outcomes.filter((o): o is DocumentScore => !('failed' in o))
      const failed = outcomes.filter((o): o is Failed => 'failed' in o)
      const kinds = [...new Set(scores.map((s) => s.kind))].sort().map((name) =>
        summarise(
          name,
          scores.filter((s) => s.kind === name),
        ),
      )
      for (const summary of kinds) print(describe(summary))
      const models = sumUses(uses)
      for (const line of describeUses(models)) print(line)
      const sure = certainty(scores, { alpha, delta: DELTA })
      for (const line of describeCertainty(sure)) print(line)
      for (const { id, failed: code } of failed) print(`refused or failed: ${id} (${code})`)
      if (errors) for (const line of [...errorLines(scores), ...lineCauses(scores)]) print(line)
      if (json) await writeFile(json, `${JSON.stringify({ kinds, models, certainty: sure, documents: scores, failed }, null, 2)}\n`)
      return EXIT.done
    } finally {
      await oneShot.close()
    }
  },
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        kind: { type: 'string' },
        errors: { type: 'boolean' },
        readings: { type: 'string' },
        jobs: { type: 'string' },
        alpha: { type: 'string' },
        provider: { type: 'string' },
        'no-llm': { type: 'boolean' },
      },
    })
    const jobs = Number(values.jobs ?? availableParallelism())
    if (positionals.length !== 1 || !Number.isInteger(jobs) || jobs < 1)
      throw new Error('wants one folder, as in: docket evaluate ../documents')
    const alpha = Number(values.alpha ?? 0.01)
    if (!(alpha > 0 && alpha < 1)) throw new Error('wants --alpha between 0 and 1, as in 0.01 for one wrong document in a hundred')
    return {
      dir: positionals[0]!,
      json: values.json,
      kind: values.kind,
      errors: values.errors ?? false,
      readings: values.readings,
      jobs,
      alpha,
      provider: values.provider,
      useLlm: !values['no-llm'],
    }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function findTruths(dir: string): Promise<readonly { readonly file: string; readonly truth: Truth }[]> {
  const names = await readdir(dir, { recursive: true }).catch(() => {
    throw new UsageError(`there is no folder ${dir}`)
  })
  const files = names.filter((name) => name.endsWith('.truth.json')).sort()
  return Promise.all(
    files.map(async (name) => {
      const parsed = Truth.safeParse(JSON.parse(await readFile(join(dir, name), 'utf8')))
      if (!parsed.success)
        throw new UsageError(
          `${name} is not a doc-truth/1 file: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
        )
      return { file: join(dir, dirname(name), basename(parsed.data.file)), truth: parsed.data }
    }),
  )
}

interface Means {
  readonly oneShot: OneShot
  /** Null: every file is read anew. */
  readonly kept: KeptReadings | null
  readonly useLlm: boolean
}

async function evaluateOne(
  { oneShot, kept, useLlm }: Means,
  file: string,
  truth: Truth,
  asked: (use: LlmUse | null) => void,
): Promise<DocumentScore | Failed> {
  const start = performance.now()
  try {
    const reading = await kept?.get(file)
    const outcome = await oneShot.run(file, { type: 'auto', useLlm, reading, ...soonAfter(truth) })
    if (!reading) await kept?.put(file, outcome.reading)
    if (outcome.result.llm !== undefined) asked(outcome.result.llm)
    const type = documentTypes.find(({ name }) => name === truth.document_class) ?? null
    return scoreDocument(truth, type && { ...type, promised: promisedOf(type) }, outcome, (performance.now() - start) / 1000)
  } catch (error) {
    return { id: truth.id, kind: truth.kind, failed: (error as { code?: string }).code ?? 'internal' }
  }
}

/** Test documents are old; they are judged as if they had come in ten days after their date. */
function soonAfter({ fields }: Truth): { readonly receivedAt?: string } {
  const issued = String(fields.issue_date?.value ?? '')
  return /^\d{4}-\d{2}-\d{2}$/.test(issued) ? { receivedAt: `${addDays(issued, 10)}T00:00:00Z` } : {}
}

function describe(s: KindSummary): string {
  const fields = Object.entries(s.byField).map(
    ([field, { correct, total, share }]) => `${field} ${correct}/${total}${share === undefined ? '' : ` (agreement ${share.toFixed(2)})`}`,
  )
  return [
    `${s.kind}: ${s.documents} documents`,
    s.fields.accuracy === null
      ? '  no document type answers for this class yet'
      : `  header ${percent(s.fields.accuracy)} (${s.fields.correct}/${s.fields.total})`,
    ...(s.lines ? [`  lines: row F1 ${s.lines.rowF1.toFixed(3)}, cell F1 ${s.lines.cellF1.toFixed(3)}`] : []),
    `  straight through ${s.straightThrough.documents}/${s.documents}, wrong fields among them ${s.straightThrough.wrongFields}; read as ${Object.entries(
      s.types,
    )
      .map(([t, n]) => `${t} ${n}`)
      .join(', ')}`,
    ...(s.reading
      ? [
          `  reading: character error ${(s.reading.characterErrorRate * 100).toFixed(2)} %, word recall ${percent(s.reading.wordRecall)}, precision ${percent(s.reading.wordPrecision)}`,
        ]
      : []),
    ...(s.flags ? flagLines(s.flags) : []),
    `  ${s.secondsPerPage.toFixed(2)} s a page`,
    ...(fields.length > 0 ? [`  ${fields.join(', ')}`] : []),
  ].join('\n')
}

function flagLines({ precision, recall, accuracy, byName }: NonNullable<KindSummary['flags']>): readonly string[] {
  const share = (value: number | null) => (value === null ? 'none' : percent(value))
  const names = Object.entries(byName).map(([name, { right, missed, invented }]) => `${name} +${right} -${missed} ?${invented}`)
  return [
    `  clauses: precision ${share(precision)}, recall ${share(recall)}, right answers ${percent(accuracy)} (+ found, - missed, ? not there)`,
    `  ${names.join(', ')}`,
  ]
}

function errorLines(scores: readonly DocumentScore[]): readonly string[] {
  return scores.flatMap((s) => [
    ...s.fields
      .filter((f) => !f.correct)
      .map((f) => `${s.id}\t${f.field}\texpected ${f.expected ?? '(absent)'}\tgot ${f.actual ?? '(nothing)'}`),
    ...(s.flags ?? []).filter((f) => f.expected !== f.actual).map((f) => `${s.id}\t${f.name}\texpected ${f.expected}\tgot ${f.actual}`),
    ...s.lineErrors.map((error) => `${s.id}\t${lineError(error)}`),
  ])
}

function lineError(error: LineDifference): string {
  if (error.kind === 'cell') return `line ${error.row} ${error.column}\texpected ${error.expected}\tgot ${error.actual ?? '(nothing)'}`
  return error.kind === 'missed'
    ? `line ${error.row}\tmissed: ${error.text}`
    : `extra line ${error.row}\tread, and not in the truth: ${error.text}`
}

/** How often each cause stands behind a row that is not right, the largest first. */
function lineCauses(scores: readonly DocumentScore[]): readonly string[] {
  const errors = scores.flatMap((s) => s.lineErrors)
  const causes = Map.groupBy(errors, (error) =>
    error.kind === 'cell' ? `${error.column} ${error.actual === null ? 'not read' : 'wrong'}` : `row ${error.kind}`,
  )
  const counted = [...causes]
    .map(([cause, all]) => `${cause} ${all.length}`)
    .toSorted((a, b) => Number(b.split(' ').at(-1)) - Number(a.split(' ').at(-1)))
  return counted.length === 0 ? [] : [`lines, by cause: ${counted.join(', ')}`]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
