import { z } from 'zod'
import { openText, sealText } from '../sealed-text.ts'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

/** An answer as it went out: status, the headers that belong to it, and the body. */
export const Reply = z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() })
export type Reply = z.infer<typeof Reply>

export interface KeyedRequest {
  readonly organisationId: string
  /** The person or program; keys of others never meet this one. */
  readonly caller: string
  readonly key: string
  /** SHA-256 over all that makes it this request. */
  readonly sha256: string
  /** Ids of documents and records that the request names: with one of them its reply is erased. */
  readonly about: readonly string[]
}

export type Claim =
  | { readonly kind: 'mine' }
  | { readonly kind: 'in work' }
  | { readonly kind: 'another request' }
  | { readonly kind: 'answered'; readonly reply: Reply }

/** A process that died gives its key back after this; longer than any such request takes. */
const WORK_SECONDS = 60
const PURPOSE = 'kept reply'

/** Answers to changes that carry an Idempotency-Key, so that a repeat is answered and not carried out. */
export function createKeptReplies(db: Database, masterKey: Uint8Array) {
  const Row = z.object({ request_sha256: z.string(), reply: z.instanceof(Buffer).nullable() })
  return {
    /** Takes the key for this request, or tells what became of the request that has it. */
    claim({ organisationId, caller, key, sha256, about }: KeyedRequest): Promise<Claim> {
      return db.transaction(organisationId, async (tx) => {
        const taken = await tx.run(sql`
          insert into kept_replies as k (organisation_id, caller, key, request_sha256, taken_until, about)
          values (${organisationId}, ${caller}, ${key}, ${sha256}, now() + make_interval(secs => ${WORK_SECONDS}), ${about}::text[])
          on conflict (organisation_id, caller, key) do update set taken_until = excluded.taken_until
          where k.reply is null and k.taken_until < now() and k.request_sha256 = excluded.request_sha256`)
        if (taken === 1) return { kind: 'mine' }
        const before = await tx.row(Row, sql`select request_sha256, reply from kept_replies where caller = ${caller} and key = ${key}`)
        if (!before) return { kind: 'in work' } // given back between the two statements
        if (before.request_sha256 !== sha256) return { kind: 'another request' }
        if (before.reply === null) return { kind: 'in work' }
        return { kind: 'answered', reply: Reply.parse(JSON.parse(openText(before.reply, masterKey, PURPOSE))) }
      })
    },

    /** `about`: those that the answer tells of besides. Nothing is kept when the document was erased meanwhile: the claim went with it. */
    async keep({ organisationId, caller, key }: KeyedRequest, reply: Reply, about: readonly string[]): Promise<void> {
      const sealed = sealText(JSON.stringify(reply), masterKey, PURPOSE)
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update kept_replies set reply = ${sealed}, about = about || ${about}::text[] where caller = ${caller} and key = ${key}`),
      )
    },

    /** The request changed nothing: the key is free again. */
    async giveBack({ organisationId, caller, key }: KeyedRequest): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from kept_replies where caller = ${caller} and key = ${key} and reply is null`),
      )
    },
  }
}
export type KeptReplies = ReturnType<typeof createKeptReplies>
