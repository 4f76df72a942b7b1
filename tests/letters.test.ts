import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { z } from 'zod'
import { sql } from '../adapters/db/sql.ts'
import { createLog } from '../adapters/log.ts'
import { createMailer } from '../adapters/mail/index.ts'
import { startSender } from '../workers/start-sender.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'
import { eventually } from './workflow/wait.ts'

const BODY = 'Line 1 says 125.00.\n{not a name}\nПожалуйста, проверьте.'

describe('a letter to the supplier', () => {
  let world: World
  let anna: SignedIn
  let id = ''
  let refuses = false
  const taken: { readonly to: string; readonly raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      let raw = ''
      for await (const chunk of stream) raw += chunk
      if (refuses) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
      taken.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw })
      done()
    },
  })
  before(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
    const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    world = await createWorld({ DOCKET_SMTP_URL: url, DOCKET_MAIL_FROM: 'docket@example.com' })
    anna = await world.person('Anna', 'admin')
    const pdf = invoicePdf({ number: 'NW-77', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '125.00' })
    const answer = await world.ask(anna, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    id = ((await answer.json()) as { id: string }).id
    await world.work()
  })
  after(async () => {
    await world.close()
    await new Promise<void>((closed) => server.close(() => closed()))
  })

  const post = (path: string, form: Record<string, string>, who = anna) =>
    world.ask(who, path, { method: 'POST', body: new URLSearchParams(form) })
  const LETTER = { to: 'sales@example.com', subject: 'Please check NW-77', body: BODY, language: 'en', action: 'send' }
  /** What stands in the field of the text. */
  const words = (html: string) => /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? ''
  const page = async (path = `/documents/${id}`) => (await world.ask(anna, path)).text()
  /** Sends what waits, as the worker does, until nothing is on its way. */
  const deliver = async (scheduleS: readonly number[] = []) => {
    const mailer = createMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, 'docket@example.com')
    const send = startSender({
      outbox: world.storage.letterOutbox,
      send: ({ messageId, to, subject, body, replyTo }) => mailer.send({ id: messageId, to, subject, text: body, replyTo }),
      log: createLog('error'),
      what: 'letter',
      scheduleS,
      pollMs: 20,
    })
    await eventually('the letters', async () =>
      (await world.storage.letters.latest(anna.organisationId, 100)).every(({ state }) => state !== 'pending'),
    )
    await send.stop()
    mailer.close()
  }

  /** The chain of events, as it is never erased. */
  const journalOf = async () => {
    const rows = await world.db.transaction(anna.organisationId, (tx) =>
      tx.rows(z.object({ key: z.string(), reason: z.unknown() }), sql`select key, reason from events where document_id = ${id}`),
    )
    return JSON.stringify(rows)
  }

  it('is drafted from the findings with the numbers of the page, in the language that is chosen', async () => {
    const english = await page(`/documents/${id}/letter?language=en`)
    assert.match(english, /Your document NW-77 of 12 March 2026: please check/)
    assert.match(english, /computed 120\.00, on the document 125\.00|120\.00[\s\S]*125\.00/)
    assert.match(english, /for 125\.00 GBP\./)
    const russian = await page(`/documents/${id}/letter?language=ru`)
    assert.match(russian, /Ваш документ № NW-77 от 12 March 2026/)
    assert.match(russian, /по расчёту 120\.00, в документе 125\.00\./)
    assert.doesNotMatch(words(russian), /Сверьте/)
    const without = await page(`/documents/${id}/letter?language=en&chosen=1`)
    assert.match(words(without), /does not agree with what we have:\s+____/)
    assert.equal(taken.length, 0)
  })

  it('leaves on the click, once, word for word, and stands in the history and both journals', async () => {
    const letter = { ...LETTER, id: randomUUID() }
    const [first, second] = await Promise.all([post(`/documents/${id}/letter`, letter), post(`/documents/${id}/letter`, letter)])
    assert.deepEqual([first.status, second.status], [303, 303])
    await deliver()
    assert.equal(taken.length, 1)
    assert.equal(taken[0]?.to, 'sales@example.com')
    assert.match(taken[0]?.raw ?? '', new RegExp(`Message-ID: <${letter.id}@example.com>`))
    assert.match(taken[0]?.raw ?? '', /Reply-To: person\d+@example\.com/i)
    assert.doesNotMatch(taken[0]?.raw ?? '', /Auto-Submitted/)
    const shown = await page()
    assert.equal(shown.match(/Letter to the supplier sent/g)?.length, 1)
    assert.match(shown, /sales@example\.com/)
    assert.match(shown, /\{not a name\}\nПожалуйста, проверьте\./)
    assert.match(await page('/letters'), /Please check NW-77/)
    const journal = await journalOf()
    assert.doesNotMatch(journal, /sales@example\.com|Please check/)
    assert.match(journal, new RegExp(`letter:${letter.id}:[0-9a-f]{64}`))
    assert.match(await page('/access'), /Letter to a supplier sent/)
  })

  it('that was changed after it had left is not taken for the same one', async () => {
    const letter = { ...LETTER, id: randomUUID() }
    await post(`/documents/${id}/letter`, letter)
    const again = await post(`/documents/${id}/letter`, { ...letter, body: 'Something else' })
    assert.equal(again.status, 409)
    const text = await again.text()
    assert.match(text, /already left from this page/)
    assert.match(text, /Something else/)
    assert.doesNotMatch(text, new RegExp(letter.id))
    await deliver()
    assert.equal(taken.length, 2)
  })

  it('that the mail server refuses is seen, and sent again by a click', async () => {
    refuses = true
    const letter = { ...LETTER, to: 'gone@example.com', id: randomUUID() }
    await post(`/documents/${id}/letter`, letter)
    await deliver()
    assert.match(await page(), /Not sent[\s\S]*smtp_550/)
    refuses = false
    await post(`/documents/${id}/letters/${letter.id}`, {})
    await deliver()
    assert.equal(taken.filter(({ to }) => to === 'gone@example.com').length, 1)
    await post(`/documents/${id}/letters/${letter.id}`, {})
    await deliver()
    assert.equal(taken.filter(({ to }) => to === 'gone@example.com').length, 1)
  })

  it('is refused with what was typed where address or words are missing', async () => {
    const count = taken.length
    for (const wrong of [{ to: 'a@b.de, c@d.de' }, { to: '' }, { subject: 'x\r\nBcc: c@d.de' }, { body: ' ' }]) {
      const answer = await post(`/documents/${id}/letter`, { ...LETTER, id: randomUUID(), ...wrong })
      assert.equal(answer.status, 422, JSON.stringify(wrong))
      assert.match(await answer.text(), /aria-invalid="true"/)
    }
    await deliver()
    assert.equal(taken.length, count)
  })

  it('can be had as a draft for a mail program, and does not leave then', async () => {
    const count = taken.length
    const answer = await post(`/documents/${id}/letter`, { ...LETTER, id: randomUUID(), action: 'eml' })
    assert.equal(answer.headers.get('content-type'), 'message/rfc822')
    const raw = await answer.text()
    assert.match(raw, /^To: sales@example\.com\r$/m)
    assert.match(raw, /^X-Unsent: 1\r$/m)
    await deliver()
    assert.equal(taken.length, count)
    assert.match(await page('/access'), /Letter to a supplier downloaded/)
  })

  it('follows the organisation’s template; a name that does not exist is refused by name', async () => {
    const template = { language: 'en', subject: 'About {number}', body: 'To {seller.name}, {today}: {findings}' }
    const wrong = await post('/letters/templates', { ...template, body: '{nummer} and {seller.nmae}' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /do not exist: \{nummer\}, \{seller\.nmae\}/)
    assert.equal((await post('/letters/templates', template)).status, 303)
    assert.match(await page(`/documents/${id}/letter?language=en`), /value="About NW-77"/)
    const reviewer = await world.colleague(anna, 'reviewer', 'Rita')
    assert.equal((await post('/letters/templates', template, reviewer)).status, 403)
    const uploader = await world.colleague(anna, 'uploader', 'Vera')
    assert.equal((await post(`/documents/${id}/letter`, { ...LETTER, id: randomUUID() }, uploader)).status, 403)
  })

  it('is the organisation’s own', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await world.ask(stranger, `/documents/${id}/letter`)).status, 404)
    assert.equal((await post(`/documents/${id}/letter`, { ...LETTER, id: randomUUID() }, stranger)).status, 404)
    assert.doesNotMatch(await (await world.ask(stranger, '/letters')).text(), /NW-77/)
  })

  describe('by the API', () => {
    const api = (path: string, body?: object, who = anna) =>
      world.ask(
        who,
        `/api/v1/documents/${id}${path}`,
        body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
      )
    const words = { to: 'sales@example.com', subject: 'Once more: NW-77', body: BODY, language: 'en' }
    const left = async () => ((await (await api('/letters')).json()) as { items: { id: string; body: string; state: string }[] }).items

    it('is drafted with the findings that are named, and kept nowhere', async () => {
      const before = (await left()).length
      const all = (await (await api('/letter?language=ru')).json()) as {
        body: string
        findings: { at: number; chosen: boolean }[]
        canSend: boolean
      }
      assert.match(all.body, /125/)
      assert.ok(all.findings.length > 0 && all.findings.every(({ chosen }) => chosen))
      assert.equal(all.canSend, true)
      const none = (await (await api('/letter?language=en&finding=999')).json()) as { body: string; findings: { chosen: boolean }[] }
      assert.ok(none.findings.every(({ chosen }) => !chosen))
      assert.match(none.body, /____/)
      assert.equal((await left()).length, before)
    })

    it('leaves once under its id, word for word', async () => {
      const letter = { ...words, id: randomUUID() }
      const before = taken.length
      for (const _ of [1, 2]) assert.equal((await api('/letters', letter)).status, 202)
      assert.equal((await api('/letters', { ...letter, body: 'Pay at once' })).status, 409)
      await deliver()
      assert.equal(taken.length, before + 1)
      assert.deepEqual(
        (await left()).filter((one) => one.id === letter.id).map(({ body, state }) => [body, state]),
        [[BODY, 'delivered']],
      )
      assert.equal((await api(`/letters/${letter.id}/again`, {})).status, 409)
    })

    it('is sent again by name after the mail server has refused it', async () => {
      const letter = { ...words, id: randomUUID() }
      refuses = true
      assert.equal((await api('/letters', letter)).status, 202)
      await deliver()
      refuses = false
      assert.equal((await left()).find((one) => one.id === letter.id)?.state, 'failed')
      assert.equal((await api(`/letters/${letter.id}/again`, {})).status, 204)
      await deliver()
      assert.equal((await left()).find((one) => one.id === letter.id)?.state, 'delivered')
    })

    it('is refused with the place that does not fit, to strangers, and to whoever does not work at the desk', async () => {
      const wrong = await api('/letters', { ...words, to: 'a@example.com, b@example.com' })
      assert.equal(wrong.status, 422)
      assert.deepEqual(
        ((await wrong.json()) as { fields: { path: string }[] }).fields.map(({ path }) => path),
        ['to'],
      )
      const stranger = await world.person('Stranger', 'admin')
      for (const path of ['/letter', '/letters']) assert.equal((await api(path, undefined, stranger)).status, 404)
      assert.equal((await api('/letters', words, stranger)).status, 404)
      const uploader = await world.colleague(anna, 'uploader', 'Vera')
      assert.equal((await api('/letters', words, uploader)).status, 403)
    })
  })
})
