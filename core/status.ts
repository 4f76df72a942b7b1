import { z } from 'zod'

/** Life of a document. `rejected`: refused by the machine (with an error code) or by a person (with a reason). `failed`: our machine's fault; it can be reprocessed. */
export const Status = z.enum(['received', 'processing', 'review', 'approved', 'rejected', 'failed'])
export type Status = z.infer<typeof Status>

const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  received: ['processing', 'rejected', 'failed'],
  processing: ['review', 'approved', 'rejected', 'failed'],
  review: ['processing', 'approved', 'rejected', 'failed'],
  approved: [],
  rejected: ['processing'],
  failed: ['processing'],
}

/** Whether the status machine allows the step. Staying in place is allowed: a repeated attempt writes the same status again. */
export function canMove(from: Status, to: Status): boolean {
  return from === to || NEXT[from].includes(to)
}
