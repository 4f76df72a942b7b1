import { z } from 'zod'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

/** Values of a format's settings, by name; those that are not set are absent. */
const FormatSettings = z.object({ type: z.string(), format: z.string(), settings: z.record(z.string(), z.string()) })
export type FormatSettings = z.infer<typeof FormatSettings>

export type ExportSettings = ReturnType<typeof createExportSettings>

/** What an organisation's receiving systems want to hear in each format. */
export function createExportSettings(db: Database) {
  return {
    all: (organisationId: string): Promise<readonly FormatSettings[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(FormatSettings, sql`select type, format, settings from export_settings order by type, format`),
      ),

    async of(organisationId: string, type: string, format: string): Promise<FormatSettings['settings']> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(FormatSettings, sql`select type, format, settings from export_settings where type = ${type} and format = ${format}`),
      )
      return row?.settings ?? {}
    },

    async set(organisationId: string, { type, format, settings }: FormatSettings, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into export_settings (organisation_id, type, format, settings, updated_by)
          values (${organisationId}, ${type}, ${format}, ${json(settings)}, ${actor})
          on conflict (organisation_id, type, format) do update set settings = excluded.settings, updated_by = excluded.updated_by, updated_at = now()`),
      )
    },
  }
}
