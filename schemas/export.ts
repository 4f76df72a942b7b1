import { PipelineError } from '../core/errors.ts'
import type { Localised } from '../core/finding.ts'
import type { Paper } from '../core/paper/index.ts'
import { leaves, specPath } from '../core/paths.ts'

/** What an export may know besides the record's data. No clock: the moment written into a file is the record's approval. */
export interface ExportContext {
  readonly recordId: string
  /** ISO date-time. */
  readonly approvedAt: string
  /** Values of the format's own settings (company codes, accounts, qualifiers), by name. */
  readonly settings: Readonly<Record<string, string>>
}

/** A setting that the receiving system fixes: its own codes that no document holds. */
export interface ExportSetting {
  readonly name: string
  readonly caption: Localised
  /** Used when the caller gives none; null = the caller must give one. */
  readonly otherwise: string | null
  /** Belongs to one file and is never kept for the organisation. */
  readonly ofOneFile?: true
  readonly pattern: RegExp
}

/** A setting in one line of a format's list. Without `otherwise` the caller must give it. */
export function setting(name: string, en: string, ru: string, pattern: RegExp, otherwise: string | null = null): ExportSetting {
  return { name, caption: { en, ru }, otherwise, pattern }
}

/** Something that the format demands and the record does not have: values that are missing, or sums and codes that it refuses. */
export interface Lack {
  readonly fields: readonly string[]
  /** The format's own name of its rule, such as `BR-CO-10`. */
  readonly rule: string | null
  readonly message: Localised
}

/** The file's bytes, or a paper that is still to be drawn: a page takes fonts and a library, and a type has neither. */
export type Written = Uint8Array | Paper

/** One file format of a type's approved records: a pure function from data to a file. */
export interface ExportFormat<Data = unknown, File extends Written = Written> {
  /** What stands behind the record's id in its address and in a file's name: `ubl.xml`. */
  readonly name: string
  readonly caption: Localised
  /** With the character set where there is one. */
  readonly mediaType: string
  readonly settings: readonly ExportSetting[]
  /** Paths of the type (`lines[].gross`, or a whole branch `signatories`) for which the format has no place. */
  readonly leavesOut: readonly string[]
  lacks(data: Data, context: ExportContext): readonly Lack[]
  /** Where the format prescribes the file's name; else it is called after the record. */
  fileName?(data: Data, context: ExportContext): string
  /** Only for data without lacks. */
  write(data: Data, context: ExportContext): File
}

/** The record cannot be written in this format; `lacks` names every field a person has to look at. */
export class ExportRefused extends PipelineError {
  readonly lacks: readonly Lack[]

  constructor(format: string, lacks: readonly Lack[]) {
    const fields = [...new Set(lacks.flatMap((lack) => lack.fields))]
    super('export_refused', `The record cannot be written as ${format}: ${fields.join(', ')}.`, { details: { format } })
    this.lacks = lacks
  }
}

/** The file. Errors: ExportRefused, PipelineError `invalid_input` for a setting that is missing or malformed. */
export function writeExport<Data, File extends Written>(format: ExportFormat<Data, File>, data: Data, context: ExportContext): File {
  const complete = { ...context, settings: settingsOf(format, context.settings) }
  const lacks = format.lacks(data, complete)
  if (lacks.length > 0) throw new ExportRefused(format.name, lacks)
  return format.write(data, complete)
}

function settingsOf(format: ExportFormat<never>, given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    format.settings.map(({ name, otherwise, pattern }) => {
      const value = given[name] ?? otherwise
      if (value === null) throw new PipelineError('invalid_input', `${format.name} needs the setting ${name}.`)
      if (!pattern.test(value)) throw new PipelineError('invalid_input', `The setting ${name} must match ${pattern.source}.`)
      return [name, value]
    }),
  )
}

/** The paths of this record that the format leaves out: what the receiver will not see. */
export function leftOut(format: ExportFormat<never>, data: unknown): readonly string[] {
  const gone = (path: string) =>
    format.leavesOut.some((prefix) => path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`))
  return leaves(data).flatMap(([path]) => (gone(specPath(path)) ? [path] : []))
}
