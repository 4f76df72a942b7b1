import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createMailboxChannel } from '../adapters/intake/index.ts'
import { attachmentsOf } from '../adapters/intake/mailbox/attachments.ts'
import { zip } from './hostile/zip.ts'
import { type Dovecot, hasDovecot, startDovecot } from './intake/dovecot.ts'
import { createSourceWorld, type SourceWorld, startTestPostgres } from './intake/source-world.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import type { TestPostgres } from './postgres.ts'

const run = promisify(execFile)
const LOOK = fileURLToPath(new URL('intake/mailbox-look.ts', import.meta.url))
const skip = (await hasDovecot()) ? false : 'no IMAP server here (Debian: dovecot-imapd)'

const file = (name: string, content: Buffer, type = 'application/pdf', more = '') =>
  `Content-Type: ${type}; name="${name}"
Content-Disposition: attachment; filename="${name}"
Content-Transfer-Encoding: base64
${more}
${content.toString('base64').replace(/.{76}/g, '$&\n')}
`
const text = 'Content-Type: text/plain; charset=utf-8\n\nSee the attachment.\n'
const message = (id: string, parts: readonly string[], kind = 'mixed') => `From: Sender <sender@example.com>
To: invoices@example.com
Subject: =?utf-8?B?${Buffer.from(`Счёт ${id}`).toString('base64')}?=
Message-ID: <${id}@example.com>
Date: Fri, 20 Nov 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/${kind}; boundary="b"

${parts.map((part) => `--b\n${part}\n`).join('')}--b--
`

describe('a mailbox by IMAP', { skip }, () => {
  let postgres: TestPostgres
  let server: Dovecot
  let at: SourceWorld
  before(async () => {
    postgres = await startTestPostgres()
    server = await startDovecot('invoices@example.com', 'secret-word')
    at = await createSourceWorld(postgres)
  })
  after(async () => {
    await at?.close()
    await server?.stop()
    await postgres?.stop()
  })

  const source = () => ({
    kind: 'mailbox' as const,
    id: 'inbox',
    organisation: at.organisationId,
    type: 'auto',
    everySeconds: 1,
    host: '127.0.0.1',
    port: server.port,
    security: 'tls' as const,
    user: 'invoices@example.com',
    passwordFile: server.passwordFile,
    mailbox: 'INBOX',
    done: 'Docket/Done',
    refused: 'Docket/Refused',
  })
  const channel = (change: { readonly passwordFile?: string } = {}) => createMailboxChannel({ ...source(), ca: server.ca, ...change })
  const deps = () => ({
    organisationId: at.organisationId,
    intake: at.storage.intake,
    journal: at.storage.intakeJournal,
    goOn: () => true,
  })
  const documents = async () =>
    (await at.storage.documents.list(at.organisationId, { status: null, text: '', type: null }, { after: null, limit: 200 })).rows.map(
      ({ fileName }) => fileName,
    )
  const journal = () => at.storage.intakeJournal.list(at.organisationId, { source: null, refused: false }, null, 200)
  const counts = async () => Promise.all(['INBOX', 'Docket/Done', 'Docket/Refused'].map((mailbox) => server.count(mailbox)))

  it('makes documents of attachments, files the message away and keeps its line', async () => {
    await server.deliver(
      message('m1', [
        text,
        file('one.pdf', invoicePdf('M-1')),
        file('=?utf-8?B?0YHRh9GR0YIucGRm?=', invoicePdf('M-2')),
        file('pack.zip', zip([{ name: 'in.pdf', content: invoicePdf('M-3') }]), 'application/zip'),
        file('page.html', Buffer.from('<!doctype html>'), 'text/html'),
      ]),
    )
    await channel().look(deps())
    assert.deepEqual((await documents()).toSorted(), ['one.pdf', 'pack.zip/in.pdf', 'счёт.pdf'])
    assert.deepEqual(await counts(), [0, 1, 0])
    const { items, files } = await journal()
    assert.deepEqual([items[0]?.name, items[0]?.sender, items[0]?.state], ['Счёт m1', 'sender@example.com', 'unpacked'])
    assert.deepEqual(
      files.map(({ name, state, code }) => [name, state, code]),
      [
        ['one.pdf', 'accepted', null],
        ['счёт.pdf', 'accepted', null],
        ['pack.zip', 'unpacked', null],
        ['pack.zip/in.pdf', 'accepted', null],
        ['page.html', 'refused', 'unsupported_type'],
      ],
    )
  })

  it('takes the same message again as the same, and another one under the same Message-ID as another', async () => {
    const before = (await documents()).length
    await server.deliver(message('m4', [text, file('a.pdf', invoicePdf('M-4'))]))
    const cut = {
      ...deps(),
      intake: {
        take: async (...all: Parameters<typeof at.storage.intake.take>) => {
          await at.storage.intake.take(...all)
          throw new Error('killed here')
        },
      },
    }
    await assert.rejects(channel().look(cut))
    assert.deepEqual(await counts(), [1, 1, 0], 'it was not filed away')
    await channel().look(deps())
    await server.deliver(message('m4', [text, file('a.pdf', invoicePdf('M-5'))]))
    await channel().look(deps())
    assert.equal((await documents()).length, before + 2)
    const { files } = await journal()
    assert.ok(files.filter(({ name }) => name === 'a.pdf').every(({ state }) => state === 'accepted'))
  })

  it('refuses by name what it cannot take, and leaves logos out', async () => {
    const before = (await documents()).length
    const picture = file('logo.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png', 'Content-ID: <logo>\n').replace(
      'attachment;',
      'inline;',
    )
    const related = `Content-Type: multipart/related; boundary="r"\n\n--r\nContent-Type: text/html\n\n<img src="cid:logo">\n--r\n${picture}\n--r--\n`
    await server.deliver(message('h1', [text]))
    await server.deliver(message('h2', [text, file('winmail.dat', Buffer.from('789f3e22', 'hex'), 'application/ms-tnef')]))
    await server.deliver(
      message('h3', [
        text,
        `Content-Type: message/rfc822\n\n${message('inner', [file('x.pdf', invoicePdf('M-6'))])
          .replaceAll('--b', '--c')
          .replace('"b"', '"c"')}`,
      ]),
    )
    await server.deliver(message('h4', [related]))
    await server.deliver(
      message(
        'h5',
        Array.from({ length: 1_000 }, (_, i) => file(`${i}.pdf`, invoicePdf(`H-${i}`))),
      ),
    )
    await server.deliver(message('h6', [`Content-Type: application/pdf; name*=iso-9999''%FF%FE.pdf\n\nno pdf at all`]))
    await channel().look(deps())
    assert.equal((await documents()).length, before)
    const [inbox, , refused] = await counts()
    assert.deepEqual([inbox, refused], [0, 6])
    const { items, files } = await journal()
    const said = items.slice(0, 6).flatMap((item) => [item, ...files.filter(({ parentId }) => parentId === item.id)])
    const reasons = said.flatMap(({ code }) => (code === null ? [] : [code])).toSorted()
    assert.deepEqual(reasons, ['nested_message', 'no_attachment', 'picture_of_text', 'too_many_attachments', 'unsupported_type', 'winmail'])
  })

  it('is read over a connection that turns to TLS, and tells nothing to one that does not', async () => {
    await server.deliver(message('s1', [text, file('starttls.pdf', invoicePdf('S-1'))]))
    const change = { security: 'starttls' as const, port: server.startTlsPort }
    await createMailboxChannel({ ...source(), ...change, ca: server.ca }).look(deps())
    assert.ok((await documents()).includes('starttls.pdf'))
    assert.equal(await server.count('INBOX'), 0)
    await assert.rejects(createMailboxChannel({ ...source(), ...change }).look(deps()), { code: 'dependency_unavailable' })

    const heard: string[] = []
    const plain = createServer((socket) => {
      socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n')
      socket.on('data', (bytes) => {
        heard.push(bytes.toString('latin1'))
        const tag = /^\S+/.exec(bytes.toString('latin1'))?.[0] ?? '*'
        socket.write(`* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK done\r\n`)
      })
      socket.on('error', () => {})
    }).listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const { port } = plain.address() as AddressInfo
    await assert.rejects(createMailboxChannel({ ...source(), security: 'starttls', port, ca: server.ca }).look(deps()))
    plain.close()
    assert.doesNotMatch(heard.join(''), /LOGIN|AUTHENTICATE|secret-word/i)
    assert.doesNotMatch(heard.join(''), new RegExp(Buffer.from('\0invoices@example.com\0secret-word').toString('base64')))
  })

  it('gives each message once to two processes that look at the same time', async () => {
    const before = (await documents()).length
    for (let i = 0; i < 8; i++) await server.deliver(message(`p${i}`, [text, file(`p${i}.pdf`, invoicePdf(`P-${i}`))]))
    const look = { ...source(), ca: server.ca }
    const args = [at.databaseUrl, at.dir, at.organisationId, JSON.stringify(look)]
    await Promise.all([1, 2].map(() => run(process.execPath, ['--disable-warning=ExperimentalWarning', LOOK, ...args])))
    const names = (await documents()).filter((name) => /^p\d\.pdf$/.test(name)).toSorted()
    assert.deepEqual(names, ['p0.pdf', 'p1.pdf', 'p2.pdf', 'p3.pdf', 'p4.pdf', 'p5.pdf', 'p6.pdf', 'p7.pdf'])
    assert.equal((await documents()).length, before + 8)
    assert.equal(await server.count('INBOX'), 0)
    const { items, files } = await journal()
    const lines = [...items, ...files].filter(({ name }) => /^p\d\.pdf$/.test(name))
    assert.deepEqual(
      lines.map(({ name, state }) => `${name} ${state}`).toSorted(),
      names.map((name) => `${name} accepted`),
    )
  })

  it('says nothing to a server with a certificate of somebody else, and tells a wrong password', async () => {
    await assert.rejects(createMailboxChannel(source()).look(deps()), { code: 'dependency_unavailable' })
    await assert.rejects(channel({ passwordFile: server.ca }).look(deps()), { code: 'unauthenticated' })
  })
})

describe('the attachments of a message', () => {
  it('are parts that are no text of the message; one file alone is part 1', () => {
    const single = attachmentsOf({ type: 'application/pdf', parameters: { name: 'a.pdf' } })
    assert.deepEqual(
      single.map(({ part, name, leftOut }) => [part, name, leftOut]),
      [['1', 'a.pdf', null]],
    )
    assert.deepEqual(attachmentsOf({ type: 'text/plain', part: '1' }), [])
    const deep = Array.from({ length: 50 }).reduce<Parameters<typeof attachmentsOf>[0]>(
      (inner) => ({ type: 'multipart/mixed', childNodes: [inner] }),
      { type: 'application/pdf', part: '1' },
    )
    assert.deepEqual(attachmentsOf(deep), [], 'nesting without end is not followed')
  })
})
