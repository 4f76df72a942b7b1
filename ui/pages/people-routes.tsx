import { Hono } from 'hono'
import { displayName } from '../../core/display-name.ts'
import { PipelineError } from '../../core/errors.ts'
import { ApprovedBy, Role } from '../../core/permissions.ts'
import { setSession } from '../auth/session.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { type AccountNotice, AccountPage } from './account.tsx'
import { type PeopleNotice, PeoplePage } from './people.tsx'
import { page } from './render.tsx'

const NOTICES: readonly PeopleNotice[] = ['saved', 'lastAdmin', 'exists', 'invalid']
const ACCOUNT_NOTICES: readonly AccountNotice[] = ['passwordSet', 'passwordWrong', 'passwordWeak']
const SHORTEST = 12
const LONGEST = 200

/** People and their roles for the administrator; the own password for everybody. */
export function peopleRoutes(deps: UiDeps, assets: () => Promise<Assets>, secure: boolean): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const peoplePage = async (c: UiContext, link: { readonly email: string; readonly href: string } | null) => {
    const { organisationId } = c.get('session')
    const [people, approvedBy] = await Promise.all([deps.accounts.users(organisationId), deps.accounts.approvedBy(organisationId)])
    const notice = NOTICES.find((one) => one === c.req.query('notice')) ?? null
    return page(c, assets, (frame) => (
      <PeoplePage frame={frame} people={people} approvedBy={approvedBy} notice={link ? null : notice} link={link} />
    ))
  }
  const told = (c: UiContext, notice: PeopleNotice) => c.redirect(`/people?notice=${notice}`, 303)
  const journal = (c: UiContext, kind: string, detail: Readonly<Record<string, string>>) => {
    const { organisationId, userId } = c.get('session')
    return deps.access.write({ organisationId, kind, actor: userId, address: peerOf(c), detail })
  }

  app.get('/people', (c) => peoplePage(c, null))

  app.post('/people', async (c) => {
    const form = await formOf(c)
    const email = (form.get('email') ?? '').trim()
    const role = Role.safeParse(form.get('role'))
    const name = (form.get('name') ?? '').trim()
    if (!/^[^\s@\0]{1,64}@[^\s@\0]{1,255}$/.test(email) || name === '' || !role.success) return told(c, 'invalid')
    try {
      const person = await deps.accounts.createUser(c.get('session').organisationId, { email, name: displayName(name), role: role.data })
      await journal(c, 'person_added', { person, role: role.data })
    } catch (error) {
      if (error instanceof PipelineError && error.code === 'conflict') return told(c, 'exists')
      throw error
    }
    return told(c, 'saved')
  })

  app.post('/people/approval', async (c) => {
    const approvedBy = ApprovedBy.safeParse((await formOf(c)).get('approvedBy'))
    if (!approvedBy.success) return told(c, 'invalid')
    await deps.accounts.setApprovedBy(c.get('session').organisationId, approvedBy.data)
    await journal(c, 'approval_changed', { approvedBy: approvedBy.data })
    return told(c, 'saved')
  })

  app.post('/people/:id', async (c) => {
    const form = await formOf(c)
    const action = form.get('action')
    const role = Role.safeParse(form.get('role'))
    const change = action === 'role' && role.success ? { role: role.data } : { disabled: action === 'disable' }
    if (action !== 'disable' && action !== 'enable' && !('role' in change)) return told(c, 'invalid')
    try {
      await deps.accounts.changeUser(c.get('session').organisationId, personId(c), change)
      await journal(c, 'person_changed', { person: personId(c), action: action ?? '', ...('role' in change && { role: change.role }) })
    } catch (error) {
      if (error instanceof PipelineError && error.code === 'conflict') return told(c, 'lastAdmin')
      throw error
    }
    return told(c, 'saved')
  })

  app.post('/people/:id/link', async (c) => {
    const id = personId(c)
    const person = (await deps.accounts.users(c.get('session').organisationId)).find((one) => one.id === id)
    if (!person) throw new HttpProblem('not_found', 'There is no such user.')
    const token = await deps.accounts.createLink(person.id)
    await journal(c, 'link_made', { person: person.id })
    const base = deps.config.DOCKET_BASE_URL ?? new URL(c.req.url).origin
    return peoplePage(c, { email: person.email, href: `${base.replace(/\/$/, '')}/sign-in?token=${token}` })
  })

  app.get('/account', async (c) => {
    const { organisationId, userId } = c.get('session')
    const person = (await deps.accounts.users(organisationId)).find(({ id }) => id === userId)
    if (!person) throw new HttpProblem('not_found', 'There is no such user.')
    const notice = ACCOUNT_NOTICES.find((one) => one === c.req.query('notice')) ?? null
    return page(c, assets, (frame) => <AccountPage frame={frame} person={person} notice={notice} />)
  })

  app.post('/account/password', async (c) => {
    const { organisationId, userId, person } = c.get('session')
    const key = `password:${userId}`
    const share = { perMinute: 1, burst: 10 }
    const wait = await deps.limits.look(key, share)
    if (wait !== null) throw new HttpProblem('too_many_requests', 'Too many wrong passwords; wait a minute.', { retryAfterSeconds: wait })
    const form = await formOf(c)
    const wanted = form.get('wanted') ?? ''
    const own = (await deps.accounts.users(organisationId)).find(({ id }) => id === userId)
    if (isWeak(wanted, [person, own?.email ?? ''])) return c.redirect('/account?notice=passwordWeak', 303)
    if (!(await deps.accounts.setPassword(organisationId, userId, form.get('current'), wanted))) {
      await deps.limits.take(key, share)
      return c.redirect('/account?notice=passwordWrong', 303)
    }
    await journal(c, 'password_set', {})
    const { token, expiresAt } = await deps.accounts.openFor({ userId, organisationId })
    setSession(c, secure, token, expiresAt)
    return c.redirect('/account?notice=passwordSet', 303)
  })

  return app
}

/** Length is what helps (NIST SP 800-63B); rules about digits and signs only make people write passwords down. */
function isWeak(password: string, names: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  return (
    [...plain].length < SHORTEST ||
    password.length > LONGEST ||
    new Set(plain).size < 5 ||
    names.some((name) => plain === name.toLowerCase())
  )
}

async function formOf(c: UiContext): Promise<URLSearchParams> {
  return new URLSearchParams(await bodyText(c.req.raw, 10_000))
}

function personId(c: UiContext): string {
  const id = c.req.param('id') ?? ''
  if (!/^[\w-]{1,64}$/.test(id)) throw new HttpProblem('not_found', 'There is no such user.')
  return id
}
