import type { Period, Step } from '../../../core/figures/index.ts'
import { type Sql, sql } from '../sql.ts'

/** What a figure is asked about: a span of days (UTC), and one document type or all. */
export interface Asked {
  readonly period: Period
  /** Null = all types. */
  readonly type: string | null
}

/** Whether the moment lies in the period. `moment` is an expression of ours, never a value. */
export function within(moment: Sql, { from, until }: Period): Sql {
  return sql`${moment} >= ${from}::timestamp at time zone 'utc' and ${moment} < ${until}::timestamp at time zone 'utc'`
}

/** The type's documents; `column` is `documents.type` as the statement names it. */
export function ofType(column: Sql, type: string | null): Sql {
  return type === null ? sql`true` : sql`${column} = ${type}`
}

/** First day of the step a moment belongs to, as ISO date. */
export function stepDay(moment: Sql, step: Step): Sql {
  return sql`to_char(date_trunc(${step}, ${moment} at time zone 'utc'), 'YYYY-MM-DD')`
}
