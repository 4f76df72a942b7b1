import type { Tx } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

/** What happened to the installation that a person should hear of. */
export type AlertKind = 'llm_reads_worse'

/** Writes an alert in the caller's transaction; the same kind and key once. Facts are ids, names of models and counts, never text of a document. */
export async function alert(tx: Tx, kind: AlertKind, key: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.run(sql`insert into alerts (kind, key, facts) values (${kind}, ${key}, ${json(facts)}) on conflict (kind, key) do nothing`)
}
