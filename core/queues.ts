import { z } from 'zod'
import { letters } from './evaluation/compare.ts'

const hours = z.int().min(1).max(8760)

/** Roles of people who review. */
export const QueueRole = z.enum(['reviewer', 'approver', 'admin'])

/** A queue of documents that wait for a person. `type`, `supplier`, `assignee`, `escalateTo`: null = any, or nobody in particular. */
export const Queue = z
  .object({
    id: z.string(),
    name: z.string().min(1).max(100),
    type: z.string().nullable(),
    /** As printed; compared by letters and digits only. */
    supplier: z.string().min(1).max(300).nullable(),
    /** User id of the person who gets its documents. */
    assignee: z.string().nullable(),
    /** Whose queue it is: people of this role are offered its documents and told of them; null = everybody who reviews. */
    role: QueueRole.nullable(),
    /** User id of the person who gets what nobody has decided in time. */
    escalateTo: z.string().nullable(),
    /** Hours between reminders, and until a document is late; null = as the installation is set up. */
    remindHours: hours.nullable(),
    dueHours: hours.nullable(),
    /** Takes nothing by itself, only what a rule sends there (core/routing). */
    byRule: z.boolean(),
  })
  .readonly()
export type Queue = z.infer<typeof Queue>

/** How long a waiting document is left alone. Milliseconds; `escalateAfterMs` null = it is late already and everybody knows. */
export interface Patience {
  readonly remindAfterMs: number
  readonly escalateAfterMs: number | null
}

/** The queue that fits most closely: a supplier says more than a type, a type more than nothing. */
export function queueFor<Q extends Pick<Queue, 'type' | 'supplier' | 'byRule'>>(
  queues: readonly Q[],
  document: { readonly type: string; readonly supplier: string | null },
): Q | null {
  const weight = ({ type, supplier }: Q) => (supplier === null ? 0 : 2) + (type === null ? 0 : 1)
  const fitting = queues.filter(
    ({ type, supplier, byRule }) =>
      !byRule &&
      (type === null || type === document.type) &&
      (supplier === null || (document.supplier !== null && sameSupplier(supplier, document.supplier))),
  )
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0] ?? null
}

/** «ООО „Ромашка“» and «ооо Ромашка» are one supplier. */
export function sameSupplier(one: string, other: string): boolean {
  return letters(one) === letters(other)
}
