import type { ApprovedRecord } from '../../adapters/db/index.ts'
import { bytesOf } from '../../adapters/paper/index.ts'
import { conform } from '../../core/assess/index.ts'
import { displayName } from '../../core/display-name.ts'
import { PipelineError } from '../../core/errors.ts'
import { specPath } from '../../core/paths.ts'
import type { DocumentType } from '../../schemas/define.ts'
import { type ExportContext, type ExportFormat, ExportRefused, leftOut, type Written, writeExport } from '../../schemas/export.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import { attachment } from '../http/file-name.ts'
import { HttpProblem } from '../http/problem.ts'

/** The record of the address, in the caller's own organisation. A foreign or unknown id is the same answer. */
export async function recordOf(deps: UiDeps, c: UiContext, id: string): Promise<ApprovedRecord> {
  const record = /^[\w-]{1,64}$/.test(id) ? await deps.records.get(c.get('session').organisationId, id) : null
  if (!record) throw new HttpProblem('not_found', 'There is no such record.')
  return record
}

export interface FormatView {
  readonly name: string
  readonly caption: ExportFormat['caption']
  readonly mediaType: string
  readonly href: string
  readonly settings: readonly { readonly name: string; readonly caption: ExportFormat['caption']; readonly default: string | null }[]
  /** Fields that the format demands and the record lacks; it can be had when there are none. */
  readonly lacks: readonly { readonly field: string; readonly caption: ExportFormat['caption'] }[]
  /** Values of this record that the file would not hold. */
  readonly leavesOut: readonly string[]
}

/** The files that this record can leave as, and what stands in the way of the others. */
export async function formatsOf(deps: UiDeps, c: UiContext, record: ApprovedRecord): Promise<readonly FormatView[]> {
  const set = (await deps.exportSettings.all(c.get('session').organisationId)).filter(({ type }) => type === record.type)
  const settingsOf = (name: string) => set.find(({ format }) => format === name)?.settings ?? {}
  const type = typeOf(deps, record)
  const data = dataOf(type, record)
  return (type.exports ?? []).map((format) => ({
    name: format.name,
    caption: format.caption,
    mediaType: format.mediaType,
    href: `/api/v1/records/${record.id}.${format.name}`,
    settings: format.settings.map(({ name, caption, otherwise }) => ({
      name,
      caption,
      default: settingsOf(format.name)[name] ?? otherwise,
    })),
    lacks: lacksOf(format, data, record, settingsOf(format.name)).map((field) => ({ field, caption: captionOf(type, field) })),
    leavesOut: leftOut(format, data),
  }))
}

/** The file itself, as an attachment. The format's settings come as query parameters; where there are none, as the organisation has set them. */
export async function exportAnswer(deps: UiDeps, c: UiContext, record: ApprovedRecord, name: string): Promise<Response> {
  const type = typeOf(deps, record)
  const format = type.exports?.find((one) => one.name === name)
  if (!format) throw new HttpProblem('not_found', `There is no such format; known: ${type.exports?.map((one) => one.name).join(', ')}.`)
  const settings = c.req.query()
  const unknown = Object.keys(settings).find((key) => !format.settings.some((setting) => setting.name === key))
  if (unknown !== undefined) throw new HttpProblem('invalid_input', `${name} knows no setting of this name.`)
  const set = format.settings.length === 0 ? {} : await deps.exportSettings.of(c.get('session').organisationId, record.type, name)
  const context = contextOf(record, { ...set, ...settings })
  const data = dataOf(type, record)
  const bytes = await bytesOf(written(format, data, context))
  const file = format.fileName?.(data, context) ?? `${record.id}.${format.name}`
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': format.mediaType,
    'Content-Disposition': attachment(displayName(file)),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  })
}

function written(format: ExportFormat, data: unknown, context: ExportContext): Written {
  try {
    return writeExport(format, data, context)
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error
    const fields = [...new Set(error.lacks.flatMap((lack) => lack.fields))]
    throw new HttpProblem('export_refused', error.message, { format: format.name, fields, lacks: error.lacks })
  }
}

/** Settings are the caller's business: a format that only lacks them is one that can be had. */
function lacksOf(format: ExportFormat, data: unknown, record: ApprovedRecord, set: Readonly<Record<string, string>>): readonly string[] {
  const settings = Object.fromEntries(format.settings.map(({ name, otherwise }) => [name, set[name] ?? otherwise ?? '']))
  return [...new Set(format.lacks(data, contextOf(record, settings)).flatMap((lack) => lack.fields))]
}

function captionOf(type: DocumentType, field: string): ExportFormat['caption'] {
  return type.fields.find(({ path }) => path === specPath(field))?.caption ?? { en: field, ru: field }
}

function contextOf({ id, approvedAt }: ApprovedRecord, settings: Readonly<Record<string, string>>): ExportContext {
  return { recordId: id, approvedAt, settings }
}

function typeOf(deps: UiDeps, { type: name }: ApprovedRecord): DocumentType {
  const type = deps.types.find((one) => one.name === name)
  if (!type) throw new PipelineError('internal', `There is no document type ${name} any more.`)
  return type
}

/** Records outlive changes of the schema: what it has gained since is null. */
function dataOf(type: DocumentType, { data }: ApprovedRecord): unknown {
  return conform(type.schema, data).data
}
