import { z } from 'zod'
import { SCHEMA_VERSION } from '../../core/result.ts'
import type { ExportFormat } from '../export.ts'

/** The record as it is: every value of the type, absent ones as null. */
export function jsonFormat<Data>(type: string): ExportFormat<Data> {
  return {
    name: 'json',
    caption: { en: 'JSON', ru: 'JSON' },
    mediaType: 'application/json; charset=utf-8',
    settings: [],
    leavesOut: [],
    lacks: () => [],
    write: (data, { recordId, approvedAt }) =>
      new TextEncoder().encode(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, type, id: recordId, approvedAt, data }, null, 2)}\n`),
  }
}

/** JSON Schema 2020-12 of `jsonFormat`'s files for one type. Changes within a major version only add. */
export function recordSchema(type: string, data: z.ZodType): Readonly<Record<string, unknown>> {
  const file = z.strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    type: z.literal(type),
    id: z.string().describe('Id of the approved record'),
    approvedAt: z.iso.datetime({ offset: true }),
    data,
  })
  return {
    ...z.toJSONSchema(file, { target: 'draft-2020-12', io: 'output' }),
    $id: `urn:docket:schema:${type}:${SCHEMA_VERSION}`,
    title: type,
  }
}
