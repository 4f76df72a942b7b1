import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { HOSTILE_BODIES } from './hostile/bodies.ts'
import { NAUGHTY } from './hostile/naughty.ts'
import { type RawAnswer, rawRequest } from './ui/raw-http.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const MAX_BYTES = 2_000_000

/** A small but real PDF with one page; `seed` makes its bytes its own. */
function pdf(seed: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n% ${seed}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
}

describe('hostile uploads', () => {
  let world: World
  let reviewer: SignedIn
  let port: number
  let trickle: Promise<RawAnswer>

  before(async () => {
    world = await createWorld({ DOCKET_MAX_UPLOAD_BYTES: String(MAX_BYTES) })
    reviewer = await world.person()
    port = Number(new URL(world.url).port)
    // Starts first and is looked at last: it takes as long as the server is patient.
    trickle = rawRequest({
      port,
      head: head(`Content-Length: 5000`),
      async send(write) {
        for (let i = 0; i < 60; i++) {
          if (!(await write('%'))) break
          await new Promise((tick) => setTimeout(tick, 1000))
        }
      },
      after: 'wait',
    })
  })
  after(() => world.close())

  const head = (...more: string[]) => [
    'POST /api/v1/documents HTTP/1.1',
    'Host: 127.0.0.1',
    `Origin: http://127.0.0.1`,
    `Cookie: ${reviewer.cookie}`,
    ...more,
  ]
  const upload = (body: BodyInit, headers: Record<string, string> = {}, who = reviewer) =>
    world.ask(who, '/api/v1/documents', { method: 'POST', body, headers })
  const raw = (bytes: Buffer, name: string, more: Record<string, string> = {}, who = reviewer) =>
    upload(new Uint8Array(bytes), { 'Content-Type': 'application/pdf', 'X-File-Name': encodeURIComponent(name), ...more }, who)
  const multipart = (body: string | Buffer, boundary = 'b') =>
    upload(typeof body === 'string' ? body : new Uint8Array(body), { 'Content-Type': `multipart/form-data; boundary=${boundary}` })
  const stored = async () => (await readdir(world.blobDir).catch(() => [])).length
  const problem = async (answer: Response, status: number, code: string) => {
    const body = (await answer.json()) as Record<string, unknown>
    assert.equal(answer.status, status, JSON.stringify(body))
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal(body.code, code)
    assert.equal(body.type, `/problems/${code}`)
    assert.equal(typeof body.requestId, 'string')
    assert.ok(String(body.detail).length > 15, 'says what to do')
    return body
  }

  it('rows 1 and 2: an empty file and one byte are refused with their reasons', async () => {
    await problem(await raw(Buffer.alloc(0), 'empty.pdf'), 422, 'empty_file')
    await problem(await raw(Buffer.from('x'), 'one.pdf'), 415, 'unsupported_type')
    assert.equal(await stored(), 0)
  })

  it('row 3: a header without a body is accepted and then rejected as unreadable', async () => {
    const answer = await raw(Buffer.from('%PDF-1.7'), 'head.pdf')
    assert.equal(answer.status, 202)
    const { id } = (await answer.json()) as { id: string }
    await world.work()
    const row = await world.documents.get(reviewer.organisationId, id)
    assert.equal(row?.status, 'rejected')
    assert.equal(row?.reason?.code, 'unreadable')
  })

  it('row 4: random bytes named .pdf are refused by content', async () => {
    const before = await stored()
    await problem(await raw(randomBytes(100_000), 'random.pdf'), 415, 'unsupported_type')
    assert.equal(await stored(), before)
  })

  it('row 5: one byte over the limit is refused from the header alone', async () => {
    const answer = await rawRequest({ port, head: head(`Content-Length: ${MAX_BYTES + 1}`), send: async () => {}, after: 'wait' })
    assert.equal(answer.status, 413)
    assert.ok(answer.ms < 1000)
  })

  it('row 6: a chunked body over the limit is refused and nothing stays', async () => {
    const before = await stored()
    const block = Buffer.concat([pdf('chunked'), Buffer.alloc(200_000)])
    const answer = await rawRequest({
      port,
      head: head('Transfer-Encoding: chunked'),
      async send(write) {
        for (let sent = 0; sent <= MAX_BYTES; sent += block.length)
          await write(Buffer.concat([Buffer.from(`${block.length.toString(16)}\r\n`), block, Buffer.from('\r\n')]))
        await write('0\r\n\r\n')
      },
      after: 'wait',
    })
    assert.equal(answer.status, 413)
    assert.equal(await stored(), before)
  })

  it('row 7: a Content-Length that is not what was sent is 400 and stores nothing', async () => {
    const before = await stored()
    const body = pdf('short')
    const larger = await rawRequest({ port, head: head(`Content-Length: ${body.length + 50}`), send: (write) => write(body), after: 'end' })
    assert.equal(larger.status, 400)
    assert.equal(await stored(), before)
    const answers = await rawRequest({
      port,
      head: head(`Content-Length: 0`, 'Connection: close'),
      send: (write) => write(body),
      after: 'end',
    })
    assert.ok([400, 422].includes(answers.status), String(answers.status))
    assert.equal(await stored(), before)
  })

  it('row 8: a client that vanishes half way leaves nothing behind', async () => {
    const before = await stored()
    const body = Buffer.concat([pdf('half'), Buffer.alloc(400_000)])
    await rawRequest({
      port,
      head: head(`Content-Length: ${body.length}`),
      async send(write) {
        await write(body.subarray(0, body.length / 2))
        await untilEqual(stored, before + 1)
      },
      after: 'vanish',
    })
    await untilEqual(stored, before)
    const { rows } = await world.documents.list(
      reviewer.organisationId,
      { status: null, text: 'half', type: null },
      { after: null, limit: 10 },
    )
    assert.equal(rows.length, 0)
  })

  it('rows 10 to 14: malformed multipart is 400, whatever is wrong with it', async () => {
    const before = await stored()
    const part = (name: string, body: string, file = 'a.pdf') =>
      `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\n\r\n${body}\r\n`
    const cases: Record<string, Promise<Response>> = {
      'no boundary': upload(part('f', 'x'), { 'Content-Type': 'multipart/form-data' }),
      'empty boundary': upload(part('f', 'x'), { 'Content-Type': 'multipart/form-data; boundary=' }),
      'empty field name': multipart(`${part('', pdf('noname').toString())}--b--\r\n`),
      'unterminated part': multipart(part('f', pdf('unterminated').toString()).slice(0, -4)),
      'no parts': multipart('--b--\r\n'),
      'no file': multipart('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n'),
      '10,000 parts': multipart(`${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(10_000)}--b--\r\n`),
      '1 MB part header': multipart(
        `--b\r\nContent-Disposition: form-data; name="f"; filename="${'a'.repeat(1_000_000)}"\r\n\r\nx\r\n--b--\r\n`,
      ),
      'wrong boundary': multipart(`--c\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\nx\r\n--c--\r\n`),
      'multipart/mixed': upload(`${part('f', 'x')}--b--\r\n`, { 'Content-Type': 'multipart/mixed; boundary=b' }),
    }
    for (const [name, answer] of Object.entries(cases)) {
      const body = (await (await answer).json()) as { code: string; status: number }
      assert.equal(`${name}: ${body.status} ${body.code}`, `${name}: 400 bad_request`)
    }
    assert.equal(await stored(), before)
  })

  it('a good file before a broken part is not kept: a request is taken whole or not at all', async () => {
    const before = await stored()
    const good = `--b\r\nContent-Disposition: form-data; name="f"; filename="good.pdf"\r\n\r\n${pdf('good before broken')}\r\n`
    const answer = await multipart(`${good}--b\r\nContent-Disposition: form-data; name="g"; filename="cut.pdf"\r\n\r\n%PDF-1.4 cut`)
    assert.equal(answer.status, 400)
    assert.equal(await stored(), before)
  })

  it('several files in one request get an answer each', async () => {
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(pdf('several 1'))]), 'one.pdf')
    form.append('files', new Blob(['hello']), 'two.pdf')
    form.append('files', new Blob([new Uint8Array(pdf('several 3'))]), 'three.pdf')
    const answer = await upload(form)
    assert.equal(answer.status, 202)
    const { items } = (await answer.json()) as { items: { fileName: string; id?: string; problem?: { code: string } }[] }
    assert.deepEqual(
      items.map((item) => [item.fileName, item.problem?.code ?? 'accepted']),
      [
        ['one.pdf', 'accepted'],
        ['two.pdf', 'unsupported_type'],
        ['three.pdf', 'accepted'],
      ],
    )
  })

  it('rows 15 and 16: compressed bodies are refused unread', async () => {
    const bomb = gzipSync(Buffer.alloc(1_000_000))
    await problem(await upload(new Uint8Array(bomb), { 'Content-Encoding': 'gzip' }), 415, 'unsupported_encoding')
    const mix = await rawRequest({
      port,
      head: head('Transfer-Encoding: deflate, chunked'),
      send: (write) => write(`3\r\n%PD\r\n0\r\n\r\n`),
      after: 'wait',
    })
    assert.ok([400, 415].includes(mix.status), String(mix.status))
  })

  it('rows 31 to 36: other types are refused at the door, whatever they are called', async () => {
    const before = await stored()
    const others = [
      '<!doctype html><p>x',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'MZ\x90\0',
      'PK\x03\x04 word/vbaProject.bin',
      '#!/bin/sh\nid',
    ]
    for (const content of [...others, 'Received: from a\r\nFrom: b@example.com\r\n', 'GIF89a', '%!PS-Adobe-3.0'])
      await problem(await raw(Buffer.from(content, 'latin1'), 'invoice.pdf'), 415, 'unsupported_type')
    for (const hex of ['000000186674797068656963', '4c0000000114020000000000c000000000000046', 'd0cf11e0a1b11ae1'])
      await problem(await raw(Buffer.from(hex, 'hex'), 'invoice.pdf'), 415, 'unsupported_type')
    assert.equal(await stored(), before)
  })

  it('row 36: the EICAR test file is taken in, rejected as malware and never given out', async () => {
    const eicar = Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*')
    const answer = await raw(eicar, 'invoice.pdf')
    assert.equal(answer.status, 202)
    const { id } = (await answer.json()) as { id: string }
    await problem(await world.ask(reviewer, `/api/v1/documents/${id}/file`), 403, 'forbidden')
    await world.work()
    const row = await world.documents.get(reviewer.organisationId, id)
    assert.deepEqual([row?.status, row?.reason?.code], ['rejected', 'malware'])
    await problem(await world.ask(reviewer, `/api/v1/documents/${id}/file`), 403, 'forbidden')
  })

  describe('rows 17 to 23: names are for display only', () => {
    const shown = (name: string) => name
    const names: readonly (readonly [sent: string, shown: string])[] = [
      ['../../etc/passwd.pdf', shown('../../etc/passwd.pdf')],
      ['..\\..\\windows\\x.pdf', shown('..\\..\\windows\\x.pdf')],
      ['CON.pdf', 'CON.pdf'],
      ['-rf.pdf', '-rf.pdf'],
      ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
      ['"><script>alert(1)</script>.pdf', '"><script>alert(1)</script>.pdf'],
      ['счёт №5 от 12.03 📄.pdf', 'счёт №5 от 12.03 📄.pdf'],
      ['Caf\u0065\u0301.pdf', 'Caf\u0065\u0301.pdf'],
      ["'; DROP TABLE documents; --.pdf", "'; DROP TABLE documents; --.pdf"],
      ['%s%n%00.pdf', '%s%n%00.pdf'],
      ['{{7*7}}${7*7}.pdf', '{{7*7}}${7*7}.pdf'],
      ['null', 'null'],
      ['a\0b.pdf', 'a\ufffdb.pdf'],
      ['gnp.\u202efdp.exe', 'gnp.\ufffdfdp.exe'],
      ['x\r\nSet-Cookie: a=b.pdf', 'x\ufffd\ufffdSet-Cookie: a=b.pdf'],
      ['', 'document'],
      [' \t ', 'document'],
    ]
    for (const [at, [sent, expected]] of names.entries())
      it(`keeps ${JSON.stringify(sent)} as ${JSON.stringify(expected)}, escapes it on the page and sends it by RFC 6266`, async () => {
        const answer = await raw(pdf(`name ${at}`), sent)
        assert.equal(answer.status, 202)
        const { id } = (await answer.json()) as { id: string }
        const row = (await (await world.ask(reviewer, `/api/v1/documents/${id}`)).json()) as { fileName: string }
        assert.equal(row.fileName, expected)
        const page = await (await world.ask(reviewer, `/documents/${id}`)).text()
        assert.ok(!/<img src=x|<script>alert/.test(page))
        const file = await world.ask(reviewer, `/api/v1/documents/${id}/file`)
        const disposition = file.headers.get('content-disposition') ?? ''
        assert.match(disposition, /^attachment; filename="[^"\\/%;]*"; filename\*=UTF-8''[\w.!~%-]*$/)
        assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
        assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/)
        assert.equal(file.headers.get('set-cookie'), null)
        assert.deepEqual(Buffer.from(await file.arrayBuffer()), pdf(`name ${at}`))
      })

    it('shortens 300 characters and keeps the ending', async () => {
      const { id } = (await (await raw(pdf('long'), `${'ж'.repeat(300)}.pdf`)).json()) as { id: string }
      const row = (await (await world.ask(reviewer, `/api/v1/documents/${id}`)).json()) as { fileName: string }
      assert.ok([...row.fileName].length <= 200)
      assert.ok(row.fileName.endsWith('….pdf'))
    })

    it('keeps the name of a multipart part exactly', async () => {
      const form = new FormData()
      form.append('files', new Blob([new Uint8Array(pdf('part name'))]), 'Счёт «Ромашка» №7.pdf')
      const { fileName } = (await (await upload(form)).json()) as { fileName: string }
      assert.equal(fileName, 'Счёт «Ромашка» №7.pdf')
    })
  })

  describe('row 23: several hundred naughty texts', () => {
    // Controls, direction marks, line separators and the byte order mark; everything else is somebody's name.
    const forbidden = (character: string) => {
      const code = character.codePointAt(0)!
      return (
        code < 0x20 ||
        (code >= 0x7f && code < 0xa0) ||
        [0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff].includes(code) ||
        (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069)
      )
    }
    const isPlain = (name: string) =>
      name.trim() !== '' && name.isWellFormed() && ![...name.trim()].some(forbidden) && [...name.trim()].length <= 200

    it('as file names: accepted, shown exactly or with visible marks, escaped on the page, RFC 6266 on download', async () => {
      const owner = await world.person('Names')
      for (const [at, sent] of NAUGHTY.entries()) {
        const answer = await raw(pdf(`naughty ${at}`), sent.toWellFormed(), {}, owner)
        assert.equal(answer.status, 202, JSON.stringify(sent))
        const { id, fileName } = (await answer.json()) as { id: string; fileName: string }
        if (isPlain(sent)) assert.equal(fileName, sent.trim())
        assert.ok(fileName !== '' && fileName.isWellFormed() && ![...fileName].some(forbidden), JSON.stringify(sent))
        assert.ok([...fileName].length <= 200)
        const file = await world.ask(owner, `/api/v1/documents/${id}/file`)
        assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="[^"\\/%;]*"; filename\*=UTF-8''[\w.!~%-]*$/)
        assert.equal(file.headers.get('set-cookie'), null)
        await file.body?.cancel()
      }
      let after = ''
      let shown = 0
      for (;;) {
        const list = (await (await world.ask(owner, `/api/v1/documents?limit=200${after}`)).json()) as {
          items: unknown[]
          next: string | null
        }
        shown += list.items.length
        if (list.next === null) break
        after = `&after=${encodeURIComponent(list.next)}`
      }
      assert.equal(shown, NAUGHTY.length)
      const page = await world.ask(owner, '/documents')
      assert.equal(page.status, 200)
      assert.doesNotMatch(await page.text(), /<script>alert|<img src=x|<svg\/onload|<a href="javascript/)
    })

    it('as names of multipart parts and as search texts: an answer, never a failure', async () => {
      // A part with an empty file name is a form's file field in which nothing was chosen.
      const names = NAUGHTY.filter((name) => name !== '')
      for (let from = 0; from < names.length; from += 40) {
        const chunk = names.slice(from, from + 40)
        const form = new FormData()
        for (const [at, name] of chunk.entries())
          form.append('files', new Blob([new Uint8Array(pdf(`part ${from + at}`))]), name.toWellFormed())
        const answer = await upload(form)
        assert.equal(answer.status, 202)
        assert.equal(((await answer.json()) as { items: unknown[] }).items.length, chunk.length)
      }
      for (const text of NAUGHTY) {
        const { status } = await world.ask(reviewer, `/api/v1/documents?limit=1&text=${encodeURIComponent(text.toWellFormed())}`)
        const wanted = text.includes('\0') ? [400] : [200, 422]
        assert.ok(wanted.includes(status), `${JSON.stringify(text)}: ${status}`)
      }
    })
  })

  describe('row 57: the same bytes', () => {
    it('twice in one organisation is one document; another organisation knows nothing of it', async () => {
      const bytes = pdf('twice')
      const first = (await (await raw(bytes, 'a.pdf')).json()) as { id: string }
      const second = await raw(bytes, 'b.pdf')
      assert.equal(second.status, 200)
      assert.equal(((await second.json()) as { duplicateOf: string }).duplicateOf, first.id)
      const stranger = await world.person('Stranger')
      const other = await raw(bytes, 'a.pdf', {}, stranger)
      assert.equal(other.status, 202)
      const body = (await other.json()) as { id: string; duplicateOf: string | null }
      assert.equal(body.duplicateOf, null)
      assert.notEqual(body.id, first.id)
    })

    it('64 at once under one key are one document', async () => {
      const bytes = pdf('sixty-four')
      const answers = await Promise.all(Array.from({ length: 64 }, () => raw(bytes, 'k.pdf', { 'Idempotency-Key': 'sixty-four' })))
      const ids = new Set<string>()
      for (const answer of answers) {
        assert.ok(answer.status === 202 || answer.status === 200 || answer.status === 409, String(answer.status))
        if (answer.status !== 409) ids.add(((await answer.json()) as { id: string }).id)
      }
      assert.equal(ids.size, 1)
      assert.equal(
        (await world.documents.list(reviewer.organisationId, { status: null, text: 'k.pdf', type: null }, { after: null, limit: 10 })).rows
          .length,
        1,
      )
    })

    it('one key with other bytes is refused', async () => {
      await raw(pdf('key one'), 'a.pdf', { 'Idempotency-Key': 'reused' })
      const before = await stored()
      assert.equal((await raw(pdf('key two'), 'a.pdf', { 'Idempotency-Key': 'reused' })).status, 422)
      assert.equal(await stored(), before)
      assert.equal((await raw(pdf('bad key'), 'a.pdf', { 'Idempotency-Key': 'two words' })).status, 400)
    })
  })

  describe('row 60: hostile JSON', () => {
    const bodies: readonly (readonly [string, string])[] = [
      ['prototype keys', '{"action":"save","fields":{"__proto__":"x"}}'],
      ['constructor', '{"action":"save","fields":{"constructor.prototype.x":"x"}}'],
      ['duplicate keys', '{"action":"save","action":"approve","fields":{"nope":"1"}}'],
      ['depth 10,000', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
      ['deep array', '['.repeat(100_000)],
      ['lone surrogate', '{"action":"save","fields":{"number":"\\ud800"},"x":1}'],
      ['not JSON', '{action:save}'],
      ['NaN', '{"action":"save","deletedLines":[NaN]}'],
      ['huge number', '{"action":"save","deletedLines":[1e999]}'],
      ['array', '[]'],
      ['null', 'null'],
      ['string', '"save"'],
      ['empty', ''],
      ['BOM', '\ufeff{"action":"save","unknown":1}'],
      ['2 MB', JSON.stringify({ action: 'save', note: 'x'.repeat(2_000_000) })],
    ]
    for (const [name, body] of bodies)
      it(`${name}: 4xx, never 5xx`, async () => {
        const { id } = (await (await raw(pdf(`json ${name}`), 'j.pdf')).json()) as { id: string }
        const answer = await world.ask(reviewer, `/api/v1/documents/${id}/review`, {
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
        })
        assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status))
        const text = await answer.text()
        assert.ok(!/node_modules|\.ts:|select |stack/i.test(text))
      })

    it('every broken, odd or merely unexpected body of a long list: 4xx, never 5xx', async () => {
      const { id } = (await (await raw(pdf('json list'), 'j.pdf')).json()) as { id: string }
      for (const body of HOSTILE_BODIES) {
        const answer = await world.ask(reviewer, `/api/v1/documents/${id}/review`, {
          method: 'POST',
          body: typeof body === 'string' ? body : new Uint8Array(body),
          headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
        })
        assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${JSON.stringify(String(body).slice(0, 80))}`)
        assert.doesNotMatch(await answer.text(), /node_modules|\.ts:\d|insert into|at async|stack/i)
      }
      assert.equal(({} as Record<string, unknown>).polluted, undefined)
    })

    it('lone surrogates in texts reach PostgreSQL as text, a NUL in an address is refused', async () => {
      for (const path of ['/api/v1/documents?text=a%00b', '/documents?text=%00'])
        assert.equal((await world.ask(reviewer, path)).status, 400, path)
      for (const text of ['%ED%A0%80', 'x'.repeat(5000), '%27%20or%20%271%27=%271', '%25%5F%5C'])
        assert.equal((await world.ask(reviewer, `/api/v1/documents?text=${text}`)).status, 200, text)
    })
  })

  it('row 62: unknown and foreign ids are the same 404, and guessing is slowed down', async () => {
    const stranger = await world.person('Stranger')
    const { id } = (await (await raw(pdf('private'), 'p.pdf')).json()) as { id: string }
    const foreign = await world.ask(stranger, `/api/v1/documents/${id}`)
    const unknown = await world.ask(stranger, '/api/v1/documents/00000000-0000-7000-8000-000000000000')
    const without = (body: Record<string, unknown>) => ({ ...body, requestId: null })
    assert.equal(foreign.status, 404)
    assert.deepEqual(without((await foreign.json()) as Record<string, unknown>), without((await unknown.json()) as Record<string, unknown>))
    const statuses: number[] = []
    for (let i = 0; i < 200; i++)
      statuses.push((await world.ask(stranger, `/api/v1/documents/00000000-0000-7000-8000-${String(i).padStart(12, '0')}`)).status)
    assert.ok(statuses.includes(429))
    assert.ok(statuses.every((status) => status === 404 || status === 429))
  })

  it('row 9: one byte per second is told 408 within a minute', async () => {
    const answer = await trickle
    assert.equal(answer.status, 408)
    assert.ok(answer.ms < 60_000)
  })
})

async function untilEqual(read: () => Promise<number>, wanted: number): Promise<void> {
  const endMs = Date.now() + 5_000
  for (;;) {
    const value = await read()
    if (value === wanted || Date.now() > endMs) return assert.equal(value, wanted)
    await new Promise((tick) => setTimeout(tick, 20))
  }
}
