import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { openText, sealText } from '../sealed-text.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

export type SigningKey = Awaited<ReturnType<typeof importJWK>>

const ALGORITHM = 'ES256'
const FRESH_DAYS = 30
/** Tokens live for minutes; a key that no longer signs is still known for a day, so that nothing in flight breaks. */
const KNOWN_DAYS = FRESH_DAYS + 1
const REMEMBER_MS = 30_000
const PURPOSE = 'access token key'

const KeyRow = z.object({
  id: z.string(),
  public_jwk: z.record(z.string(), z.unknown()),
  sealed_jwk: z.instanceof(Buffer),
  fresh: z.boolean(),
})
type KeyRow = z.infer<typeof KeyRow>

export type SigningKeys = ReturnType<typeof createSigningKeys>

/** The keys behind access tokens: a new one every 30 days by itself, made by whichever process needs it first. */
export function createSigningKeys(db: Database, masterKey: Uint8Array) {
  let remembered: { readonly rows: readonly KeyRow[]; readonly untilMs: number } | null = null

  const load = async (): Promise<readonly KeyRow[]> => {
    if (remembered && remembered.untilMs > Date.now()) return remembered.rows
    const rows = await db.system(async (tx) => {
      await tx.run(sql`delete from signing_keys where created_at < now() - make_interval(days => ${KNOWN_DAYS})`)
      const found = () =>
        tx.rows(
          KeyRow,
          sql`select id, public_jwk, sealed_jwk, created_at > now() - make_interval(days => ${FRESH_DAYS}) as fresh from signing_keys order by id desc`,
        )
      const known = await found()
      if (known.some(({ fresh }) => fresh)) return known
      await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('signing_keys', 0))`)
      if ((await found()).some(({ fresh }) => fresh)) return found()
      const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true })
      const id = newId()
      const describe = async (key: typeof privateKey): Promise<JWK> => ({ ...(await exportJWK(key)), kid: id, alg: ALGORITHM, use: 'sig' })
      await tx.run(sql`
        insert into signing_keys (id, public_jwk, sealed_jwk)
        values (${id}, ${JSON.stringify(await describe(publicKey))}, ${sealText(JSON.stringify(await describe(privateKey)), masterKey, PURPOSE)})`)
      return found()
    })
    remembered = { rows, untilMs: Date.now() + REMEMBER_MS }
    return rows
  }

  return {
    algorithm: ALGORITHM,
    /** The key that signs now. */
    async current(): Promise<{ readonly id: string; readonly key: SigningKey }> {
      const row = (await load())[0]!
      return { id: row.id, key: await importJWK(JSON.parse(openText(row.sealed_jwk, masterKey, PURPOSE)) as JWK, ALGORITHM) }
    },
    /** What checks tokens under this id; null when there is none. */
    async check(id: string): Promise<SigningKey | null> {
      const row = (await load()).find((one) => one.id === id)
      return row ? importJWK(row.public_jwk as JWK, ALGORITHM) : null
    },
    /** For other people's checkers (JWK Set, RFC 7517). */
    published: async () => ({ keys: (await load()).map(({ public_jwk }) => public_jwk) }),
  }
}
