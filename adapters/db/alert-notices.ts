import { z } from 'zod'
import type { AlertKind } from './alerts.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

const AT_ONCE = 20
const NOTICE_OF: Readonly<Record<AlertKind, string>> = { llm_reads_worse: 'model' }

/** Makes notices of what happened to the installation, for the administrators of every organisation that asks, or lets ask, the provider it is about. */
export async function addAlertNotices(db: Database): Promise<void> {
  const Alert = z.object({ position: z.coerce.number(), kind: z.string(), provider: z.string() })
  const untold = await db.system((tx) =>
    tx.rows(
      Alert,
      sql`select position, kind, facts->>'provider' as provider from alerts where told_at is null order by position limit ${AT_ONCE}`,
    ),
  )
  if (untold.length === 0) return
  const organisations = await db.system((tx) => tx.rows(z.object({ id: z.string() }), sql`select id from organisations`))
  for (const { id } of organisations)
    await db.transaction(id, async (tx) => {
      for (const { position, kind, provider } of untold)
        await tx.run(sql`
          insert into notices (id, organisation_id, kind, audience, source_key)
          select ${newId()}, ${id}, ${NOTICE_OF[kind as AlertKind] ?? kind}, 'admins', ${`alert:${position}`}
          where exists (select from llm_permissions where provider = ${provider}) or exists (select from llm_calls where provider = ${provider})
          on conflict (organisation_id, source_key) do nothing`)
    })
  await db.system((tx) =>
    tx.run(sql`update alerts set told_at = now() where position = any(${untold.map(({ position }) => position)}::bigint[])`),
  )
}
