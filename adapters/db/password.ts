import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** 2^15 × 8 × 3 is one of OWASP's equal choices for scrypt (Password Storage cheat sheet); the other ones only trade memory for rounds. */
const COST = { logN: 15, r: 8, p: 3 } as const
const MAX_MEMORY = 64 * 1024 * 1024
const BYTES = 32

/** `scrypt$15$8$3$salt$hash`: the parameters stand beside the hash, so that they can grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, COST)
  return ['scrypt', COST.logN, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** False as well for a stored text of another kind. `null` costs the same time as a wrong password: an unknown account must not answer faster. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [kind, logN, r, p, salt, hash] = (stored ?? '').split('$')
  if (kind !== 'scrypt' || !salt || !hash) {
    await derive(password, Buffer.alloc(16), COST)
    return false
  }
  const expected = Buffer.from(hash, 'base64url')
  const found = await derive(password, Buffer.from(salt, 'base64url'), { logN: Number(logN), r: Number(r), p: Number(p) })
  return expected.length === found.length && timingSafeEqual(expected, found)
}

function derive(
  password: string,
  salt: Buffer,
  { logN, r, p }: { readonly logN: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** logN, r, p, maxmem: MAX_MEMORY }
  return new Promise((done, failed) =>
    // NFKC: the same word typed on two keyboards is the same password (NIST SP 800-63B, 5.1.1.2).
    scrypt(password.normalize('NFKC'), salt, BYTES, options, (error, key) => (error ? failed(error) : done(key))),
  )
}
