import type { Database } from '../database.ts'
import { DocumentRow } from '../document-row.ts'
import { type Sql, sql } from '../sql.ts'
import type { Asked } from './asked.ts'
import { ofType, within } from './asked.ts'
import { modelCalls } from './cost.ts'
import { corrected, measuredWork, ownEfforts } from './hands.ts'
import { decisions, outcomes } from './outcomes.ts'
import { judgedValues } from './quality.ts'
import { waitingNow } from './queue.ts'

/** A number's documents: `of` names the figure, `part` which of its numbers ('' = all of it). */
export const BEHIND = [
  'outcomes',
  'received',
  'decided',
  'queue',
  'escalated',
  'audits',
  'calibration',
  'work',
  'own',
  'models',
  'suppliers',
] as const
export interface Behind {
  readonly of: (typeof BEHIND)[number]
  readonly part: string
  /** Whose, where the figure is a person's own. */
  readonly userId: string
}

/** The documents behind a number, newest first. */
export function documentsBehind(db: Database) {
  return {
    behind: (
      organisationId: string,
      behind: Behind,
      asked: Asked,
      { after, limit }: { readonly after: string | null; readonly limit: number },
    ) =>
      db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(
          DocumentRow,
          sql`select d.* from documents d where d.id in (${idsBehind(behind, asked)}) and ${after === null ? sql`true` : sql`d.id < ${after}`}
              order by d.id desc limit ${limit + 1}`,
        )
        const page = rows.slice(0, limit)
        return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
      }),
  }
}

function idsBehind({ of, part, userId }: Behind, asked: Asked): Sql {
  const only = (condition: Sql) => (part === '' ? sql`true` : condition)
  const whole = /^\d{1,4}$/.test(part) ? Number(part) : -1
  switch (of) {
    case 'outcomes':
      return sql`select o.document_id from (${outcomes(asked)}) o where ${only(sql`o.outcome = ${part}`)}`
    case 'received':
      return sql`select r.id from documents r where ${within(sql`r.created_at`, asked.period)} and ${ofType(sql`r.type`, asked.type)}`
    case 'decided':
      return sql`select p.document_id from (${decisions(asked)}) p`
    case 'queue':
      return sql`select q.document_id from (${waitingNow(asked.type)}) q where ${only(sql`q.age = ${whole}`)}`
    case 'escalated':
      return sql`select q.document_id from (${waitingNow(asked.type)}) q where q.escalated`
    case 'audits':
      return sql`select j.document_id from judgements j where j.kind = 'audit' and ${within(sql`j.created_at`, asked.period)}
                   and ${ofType(sql`j.type`, asked.type)} and ${only(sql`j.wrong = ${part === 'wrong'}`)}`
    case 'calibration':
      return sql`select v.document_id from (${judgedValues(asked)}) v where ${only(sql`v.band = ${whole}`)}`
    case 'work':
      return sql`select w.document_id from (${measuredWork(asked)}) w`
    case 'own':
      return sql`select w.document_id from (${ownEfforts(userId, asked)}) w`
    case 'models':
      return sql`select m.document_id from (${modelCalls(asked)}) m where ${only(sql`m.currency = ${part}`)}`
    case 'suppliers':
      return sql`select c.document_id from (${corrected(asked)}) c where ${only(sql`c.key = ${part}`)}`
  }
}
