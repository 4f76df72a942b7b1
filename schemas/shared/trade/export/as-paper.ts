import type { FieldSpec } from '../../../define.ts'
import type { ExportFormat, Written } from '../../../export.ts'
import type { TradePaper } from '../schema.ts'

/** A format of trade papers for a type that shows a part of one. `as` fills the rest; `own`: branches of the type that no trade paper has. */
export function ofPaper<Data, File extends Written>(
  format: ExportFormat<TradePaper, File>,
  fields: readonly FieldSpec[],
  as: (data: Data) => TradePaper,
  own: readonly string[],
): ExportFormat<Data, File> {
  const isOn = (prefix: string) =>
    fields.some(({ path }) => path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`))
  const { fileName, ...rest } = format
  return {
    ...rest,
    leavesOut: [...format.leavesOut.filter(isOn), ...own],
    lacks: (data, context) => format.lacks(as(data), context),
    ...(fileName && { fileName: (data, context) => fileName(as(data), context) }),
    write: (data, context) => format.write(as(data), context),
  }
}
