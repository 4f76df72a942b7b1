import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { Role } from '../../core/permissions.ts'

const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/

const Provider = z
  .strictObject({
    /** Part of the addresses `/sign-in/with/{id}` and `/sign-in/from/{id}`; the second is what the provider must know. */
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes'),
    /** On the button. */
    caption: z.string().min(1).max(60),
    /** Id or name of the organisation whose people come in here. */
    organisation: z.string().min(1),
    issuer: z.url({ protocol: /^https?$/ }),
    clientId: z.string().min(1),
    /** Read when it is used, so that it can be changed without a restart. Absent = a public client, held by PKCE alone. */
    secretFile: z.string().optional(),
    /** PEM file with the authority that signed the provider's certificate, where it is none of the usual ones. */
    ca: z.string().optional(),
    scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).default(['openid', 'profile', 'email']),
    /** Claim that holds roles or groups, a text or a list; dots lead inside (`realm_access.roles`). Absent = roles are given in Docket. */
    rolesClaim: z.string().optional(),
    /** Value of that claim → role; of several that somebody has the first in this list counts, and somebody with none does not get in. */
    roles: z.array(z.strictObject({ value: z.string().min(1), role: Role })).default([]),
    /** Somebody whom Docket does not know: turned away, or added with the mapped role. */
    unknownPeople: z.enum(['refuse', 'add']).default('refuse'),
    /** Role of added people where no claim gives one. */
    newRole: Role.default('uploader'),
  })
  .refine(({ issuer }) => issuer.startsWith('https:') || LOOPBACK.test(issuer), 'the issuer must be asked over https')
  .refine(({ scopes }) => scopes.includes('openid'), 'scopes must hold openid')
  .refine(({ rolesClaim, roles }) => (rolesClaim === undefined) === (roles.length === 0), 'rolesClaim and roles go together')
export type SignInProvider = z.infer<typeof Provider>

/** The role that the provider's groups give; `own` where roles are given in Docket, null where the groups give none. */
export function roleOf({ rolesClaim, roles }: SignInProvider, groups: readonly string[]): Role | 'own' | null {
  if (rolesClaim === undefined) return 'own'
  return roles.find(({ value }) => groups.includes(value))?.role ?? null
}

const Settings = z.strictObject({ providers: z.array(Provider).min(1).max(20) }).superRefine(({ providers }, context) => {
  const ids = providers.map(({ id }) => id)
  for (const id of ids.filter((each, i) => ids.indexOf(each) !== i)) context.addIssue(`two providers are called ${id}`)
})

/** Reads and checks the file of providers. Throws `configuration` with every problem. */
export function readSignInProviders(file: string): readonly SignInProvider[] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new PipelineError('configuration', `DOCKET_OIDC_CONFIG: ${file} cannot be read as JSON.`, { cause })
  }
  const parsed = Settings.safeParse(json)
  if (parsed.success) return parsed.data.providers
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  throw new PipelineError('configuration', `DOCKET_OIDC_CONFIG has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`)
}
