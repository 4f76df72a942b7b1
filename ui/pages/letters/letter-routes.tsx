import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { DocumentRow } from '../../../adapters/db/index.ts'
import { composeMail } from '../../../adapters/mail/index.ts'
import { LetterLanguage, LetterText, USUAL_LETTERS } from '../../../core/letters/index.ts'
import { requireSeen } from '../../api/blind.ts'
import { journal } from '../../api/companies.ts'
import { documentOf } from '../../api/documents.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { attachment } from '../../http/file-name.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { letterTexts } from '../../texts/letters.ts'
import { findingLine, letterDraft, openFindings } from '../../views/letter-draft.ts'
import { opened } from '../opened-document.ts'
import { page } from '../render.tsx'
import { LetterPage, type LetterShown } from './letter-page.tsx'

const MOST_BYTES = 100_000

/** A letter to the supplier: drafted from the findings, edited by a person, sent or downloaded by a click. */
export function letterRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const shown = (c: UiContext, letter: LetterShown, status = 200) =>
    page(c, assets, (frame) => <LetterPage frame={frame} shown={letter} />, status)

  app.get('/documents/:id/letter', async (c) => {
    const query = new URL(c.req.url).searchParams
    const chosen = query.get('chosen') === null ? null : new Set(query.getAll('finding').map(Number))
    const language = LetterLanguage.safeParse(query.get('language')).data ?? c.get('language')
    return shown(c, await draftOf(deps, c, await documentOf(deps, c), language, chosen))
  })

  app.post('/documents/:id/letter', async (c) => {
    const { organisationId, userId } = c.get('session')
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, MOST_BYTES))
    const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n')
    const typed = { to: text('to'), subject: text('subject'), body: text('body'), language: text('language') }
    const language = LetterLanguage.safeParse(typed.language).data ?? c.get('language')
    const draft = await draftOf(deps, c, row, language, null)
    const kept = { ...draft, ...typed, language, gaps: [] }
    const id = z.uuid().safeParse(form.get('id')).data ?? randomUUID()
    const letter = LetterText.safeParse(typed)
    if (!letter.success) {
      const wrong = new Set(letter.error.issues.map(({ path }) => String(path[0])))
      return shown(c, { ...kept, id, said: 'invalid', wrong }, 422)
    }
    if (form.get('action') === 'eml') {
      const { to, subject, body } = letter.data
      const bytes = await composeMail({ from: draft.replyTo, to, subject, text: body })
      await journal(deps, c, 'letter_downloaded', { document: row.id })
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'message/rfc822',
        'Content-Disposition': attachment('letter.eml'),
        'Cache-Control': 'private, no-store',
      })
    }
    if (!deps.hasMail) throw new HttpProblem('conflict', letterTexts('en').noMail)
    const left = await deps.letters.send(organisationId, { ...letter.data, id, documentId: row.id, replyTo: draft.replyTo || null }, userId)
    const isSame = left?.to === letter.data.to && left.subject === letter.data.subject && left.body === letter.data.body
    if (!isSame) return shown(c, { ...kept, id: randomUUID(), said: 'twice' }, 409)
    await journal(deps, c, 'letter_sent', { document: row.id, letter: id })
    return c.redirect(`/documents/${row.id}#letters`, 303)
  })

  app.post('/documents/:id/letters/:letter', async (c) => {
    const row = await documentOf(deps, c)
    const letter = c.req.param('letter')
    if (await deps.letters.sendAgain(c.get('session').organisationId, row.id, letter))
      await journal(deps, c, 'letter_sent_again', { document: row.id, letter })
    return c.redirect(`/documents/${row.id}#letters`, 303)
  })

  return app
}

/** `chosen`: places of the findings that the letter is about; null = all that are open. */
async function draftOf(
  deps: UiDeps,
  c: UiContext,
  row: DocumentRow,
  language: LetterLanguage,
  chosen: ReadonlySet<number> | null,
): Promise<LetterShown> {
  const { organisationId, organisation, userId, person } = c.get('session')
  const { result, type, view } = await opened(deps, c, row)
  if (!result || !type) throw new HttpProblem('conflict', letterTexts('en').notForThis)
  await requireSeen(deps, c.get('session'), row, result)
  const overridden = new Set(view?.findings.flatMap(({ ruleId, overridden: why }) => (why === null ? [] : [ruleId])))
  const open = openFindings(result, overridden)
  const findings = open.filter(({ at }) => chosen?.has(at) ?? true)
  const template = (await deps.letters.template(organisationId, language)) ?? USUAL_LETTERS[language]
  const today = new Date().toISOString().slice(0, 10)
  const about = { result, type, language, organisation: organisation ?? '', person: person ?? '', today }
  const draft = letterDraft(template, { ...about, findings: findings.map(({ finding }) => finding) })
  const people = await deps.accounts.users(organisationId)
  const code = result.matched?.seller?.company?.code
  const email = code === undefined ? null : ((await deps.companies.get(organisationId, 'supplier', code))?.email ?? null)
  return {
    ...draft,
    documentId: row.id,
    number: row.summary?.number ?? row.fileName,
    id: randomUUID(),
    language,
    to: email ?? '',
    isKnown: email !== null,
    about: open.map(({ finding, at }) => ({
      at,
      text: findingLine(finding, { result, type, language: c.get('language') }),
      isChosen: chosen?.has(at) ?? true,
    })),
    hasMail: deps.hasMail,
    replyTo: people.find(({ id }) => id === userId)?.email ?? '',
    said: null,
    wrong: new Set(),
  }
}
