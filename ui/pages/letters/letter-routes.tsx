import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { composeMail } from '../../../adapters/mail/index.ts'
import { LetterLanguage, LetterText } from '../../../core/letters/index.ts'
import { journal } from '../../api/companies.ts'
import { documentOf } from '../../api/documents.ts'
import { draftLetter, sendLetter, sendLetterAgain } from '../../api/letter-draft.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { attachment } from '../../http/file-name.ts'
import type { Assets } from '../../islands/build.ts'
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
    return shown(c, await shownLetter(deps, c, await documentOf(deps, c), language, chosen))
  })

  app.post('/documents/:id/letter', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, MOST_BYTES))
    const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n')
    const typed = { to: text('to'), subject: text('subject'), body: text('body'), language: text('language') }
    const language = LetterLanguage.safeParse(typed.language).data ?? c.get('language')
    const draft = await shownLetter(deps, c, row, language, null)
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
    if (!(await sendLetter(deps, c, row, { ...letter.data, id, replyTo: draft.replyTo })))
      return shown(c, { ...kept, id: randomUUID(), said: 'twice' }, 409)
    return c.redirect(`/documents/${row.id}#letters`, 303)
  })

  app.post('/documents/:id/letters/:letter', async (c) => {
    const row = await documentOf(deps, c)
    await sendLetterAgain(deps, c, row, c.req.param('letter'))
    return c.redirect(`/documents/${row.id}#letters`, 303)
  })

  return app
}

/** The draft as its page shows it, under an id of its own. */
async function shownLetter(...[deps, c, row, language, chosen]: Parameters<typeof draftLetter>): Promise<LetterShown> {
  const draft = await draftLetter(deps, c, row, language, chosen)
  const about = { documentId: row.id, number: row.summary?.number ?? row.fileName, hasMail: deps.hasMail }
  return { ...draft, ...about, id: randomUUID(), said: null, wrong: new Set() }
}
