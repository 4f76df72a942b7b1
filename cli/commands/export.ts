import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { bytesOf } from '../../adapters/paper/index.ts'
import { conform } from '../../core/assess/index.ts'
import { PipelineError } from '../../core/errors.ts'
import { type ExportFormat, ExportRefused, leftOut, writeExport } from '../../schemas/export.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type Command, EXIT, UsageError } from '../command.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE.json --format NAME [--set NAME=VALUE]… [--out FILE]',
  summary: 'A record, or a result of docket extract, in the format of another system. --format list shows the formats.',
  async run(args) {
    const { file, format: name, out, settings } = parse(args)
    const record = await readRecord(file)
    const type = documentTypes.find((one) => one.name === record.type)
    if (!type?.exports) throw new UsageError(`documents of type "${record.type}" have no export formats`)
    const { data } = conform(type.schema, record.data)
    if (name === 'list') return list(type.exports, data)
    const format = type.exports.find((one) => one.name === name)
    if (!format) throw new UsageError(`there is no format "${name}"; known: ${type.exports.map((one) => one.name).join(', ')}`)
    const stray = Object.keys(settings).find((key) => !format.settings.some((setting) => setting.name === key))
    if (stray !== undefined)
      throw new UsageError(`${name} knows no setting "${stray}"; known: ${format.settings.map((s) => s.name).join(', ')}`)
    try {
      const bytes = await bytesOf(writeExport(format, data, { recordId: record.id, approvedAt: record.approvedAt, settings }))
      if (out) await writeFile(out, bytes)
      else process.stdout.write(bytes)
    } catch (error) {
      if (error instanceof ExportRefused) return refuse(error)
      if (error instanceof PipelineError && error.code === 'invalid_input') throw new UsageError(error.message)
      throw error
    }
    if (record.status !== undefined && record.status !== 'approved')
      process.stderr.write('nobody has approved this result: check it before it is booked\n')
    const gone = leftOut(format, data)
    if (gone.length > 0) process.stderr.write(`${name} has no place for: ${gone.join(', ')}\n`)
    return EXIT.done
  },
}

function parse(args: readonly string[]) {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(args)
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  const { values, positionals } = parsed
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('name one file, as in: docket export result.json --format ubl.xml')
  if (values.format === undefined) throw new UsageError('name a format, or --format list')
  const settings = Object.fromEntries(
    (values.set ?? []).map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new UsageError(`--set wants NAME=VALUE, not "${pair}"`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
  return { file, format: values.format, out: values.out, settings }
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, set: { type: 'string', multiple: true }, out: { type: 'string' } },
  })
}

/** A record of the API, its JSON export, or a result of `docket extract`, which has no day of approval: today stands for it. */
const RecordFile = z.object({
  id: z.string(),
  type: z.string(),
  status: z.string().optional(),
  approvedAt: z.string().default(() => new Date().toISOString()),
  data: z.record(z.string(), z.unknown()),
})

async function readRecord(file: string): Promise<z.infer<typeof RecordFile>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read`)
  })
  try {
    return RecordFile.parse(JSON.parse(text))
  } catch {
    throw new UsageError(`${file} is neither a record nor a result of docket extract`)
  }
}

function list(formats: readonly ExportFormat[], data: unknown): number {
  const rows = formats.map((format) => {
    const settings = Object.fromEntries(format.settings.map(({ name, otherwise }) => [name, otherwise ?? '']))
    const lacks = format.lacks(data, { recordId: '', approvedAt: '1970-01-01T00:00:00.000Z', settings })
    const needs = format.settings.map(({ name, otherwise }) => (otherwise === null ? name : `${name}=${otherwise}`)).join(' ')
    const fields = [...new Set(lacks.flatMap((lack) => lack.fields))]
    return `${format.name.padEnd(18)}${fields.length > 0 ? `refused, look at: ${fields.join(', ')}` : 'ok'}${needs ? `   --set ${needs}` : ''}`
  })
  process.stdout.write(`${rows.join('\n')}\n`)
  return EXIT.done
}

/** One line of JSON on stderr, as `extract` does for refused files. */
function refuse(error: ExportRefused): number {
  const problem = {
    type: `urn:docket:problem:${error.code}`,
    title: 'The record was refused',
    status: 422,
    code: error.code,
    detail: error.message,
  }
  process.stderr.write(`${JSON.stringify({ ...problem, lacks: error.lacks })}\n`)
  return EXIT.refused
}
