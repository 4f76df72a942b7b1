import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { Route } from '../../core/result.ts'
import { Status } from '../../core/status.ts'
import { ReasonRow } from './events.ts'

export const isoDate = z.date().transform((date) => date.toISOString())

export const Summary = z.object({
  number: z.string().nullable(),
  issueDate: z.string().nullable(),
  seller: z.string().nullable(),
  gross: z.string().nullable(),
  currency: z.string().nullable(),
  /** How many points wait for a person. */
  reasons: z.number(),
})
export type Summary = z.infer<typeof Summary>

/** A row of `documents` as the rest of the product sees it. */
export const DocumentRow = z
  .object({
    id: z.string(),
    organisation_id: z.string(),
    file_name: z.string(),
    file: BlobRef,
    media_type: z.string(),
    bytes: z.coerce.number(),
    sha256: z.string(),
    status: Status,
    version: z.number(),
    run: z.number(),
    requested_type: z.string(),
    type: z.string().nullable(),
    route: Route.nullable(),
    result: BlobRef.nullable(),
    reason: ReasonRow.nullable(),
    summary: z.union([Summary, z.object({}).transform(() => null)]),
    duplicate_of: z.string().nullable(),
    uploaded_by: z.string(),
    pages_done: z.number().nullable(),
    pages_total: z.number().nullable(),
    part_of: z.string().nullable(),
    first_page: z.number().nullable(),
    last_page: z.number().nullable(),
    created_at: isoDate,
    updated_at: isoDate,
  })
  .transform(
    ({
      organisation_id,
      file_name,
      media_type,
      requested_type,
      duplicate_of,
      uploaded_by,
      pages_done,
      pages_total,
      part_of,
      first_page,
      last_page,
      created_at,
      updated_at,
      ...same
    }) => ({
      ...same,
      organisationId: organisation_id,
      fileName: file_name,
      mediaType: media_type,
      requestedType: requested_type,
      duplicateOf: duplicate_of,
      uploadedBy: uploaded_by,
      /** How far reading is; null where nothing was told yet. */
      pagesRead: pages_done === null || pages_total === null ? null : { done: pages_done, total: pages_total },
      /** The document that the file was uploaded as, where this is a later part of it. */
      partOf: part_of,
      /** Which pages of the file the document is; null = all. `last` before `first`: none are left. */
      pages: first_page === null || last_page === null ? null : { first: first_page, last: last_page },
      createdAt: created_at,
      updatedAt: updated_at,
    }),
  )
export type DocumentRow = z.infer<typeof DocumentRow>
export type PagesRead = NonNullable<DocumentRow['pagesRead']>
