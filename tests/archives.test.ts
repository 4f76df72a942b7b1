import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { type ZipEntry, zip } from './hostile/zip.ts'
import { invoicePdf } from './kill/text-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const MAX_BYTES = 2_000_000

interface Item {
  readonly fileName: string
  readonly id?: string
  readonly duplicateOf?: string | null
  readonly problem?: { readonly code: string }
}

describe('an uploaded archive (hostile inputs, row 37)', () => {
  let world: World
  let who: SignedIn
  before(async () => {
    world = await createWorld({ DOCKET_MAX_UPLOAD_BYTES: String(MAX_BYTES) })
    who = await world.person('Uploader', 'uploader')
  })
  after(() => world.close())

  const send = async (archive: Buffer, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await world.ask(who, '/api/v1/documents', {
      method: 'POST',
      body: new Uint8Array(archive),
      headers: { 'Content-Type': 'application/zip', 'X-File-Name': 'pack.zip', ...headers },
    })
    const body = (await answer.json()) as { items?: readonly Item[]; code?: string; id?: string }
    return { status: answer.status, items: body.items ?? [], ...body }
  }
  const stored = async () => (await readdir(world.blobDir).catch(() => [])).length

  it('becomes one document per file, each with its own outcome, and leaves no archive behind', async () => {
    const before = await stored()
    const sent = await send(
      zip([
        { name: 'folder/', content: '' },
        { name: 'folder/one.pdf', content: invoicePdf('Z-1') },
        { name: '__MACOSX/folder/._one.pdf', content: 'litter' },
        { name: 'two.pdf', content: invoicePdf('Z-2') },
        { name: 'again.pdf', content: invoicePdf('Z-1') },
        { name: 'page.html', content: '<!doctype html><p>x' },
        { name: 'empty.pdf', content: '' },
      ]),
    )
    assert.equal(sent.status, 202)
    const codes = sent.items.map(({ fileName, problem, duplicateOf }) => [
      fileName,
      problem?.code ?? (duplicateOf ? 'duplicate' : 'accepted'),
    ])
    assert.deepEqual(codes, [
      ['pack.zip/folder/one.pdf', 'accepted'],
      ['pack.zip/two.pdf', 'accepted'],
      ['pack.zip/again.pdf', 'duplicate'],
      ['pack.zip/page.html', 'unsupported_type'],
      ['pack.zip/empty.pdf', 'empty_file'],
    ])
    assert.equal(await stored(), before + 2, 'two documents and nothing else')
  })

  it('sent again under its key, or without one, makes nothing new', async () => {
    const archive = zip([
      { name: 'a.pdf', content: invoicePdf('Z-3') },
      { name: 'b.pdf', content: invoicePdf('Z-4') },
    ])
    const first = await send(archive, { 'Idempotency-Key': 'pack-1' })
    const ids = first.items.map(({ id }) => id)
    assert.deepEqual(
      (await send(archive, { 'Idempotency-Key': 'pack-1' })).items.map(({ id }) => id),
      ids,
    )
    assert.deepEqual(
      (await send(archive)).items.map(({ duplicateOf }) => duplicateOf),
      ids,
    )
    const other = zip([{ name: 'a.pdf', content: invoicePdf('Z-5') }])
    assert.equal((await send(other, { 'Idempotency-Key': 'pack-1' })).code, 'idempotency_mismatch')
  })

  it('shows names that a Russian Windows packed (code page 866)', async () => {
    const name = Buffer.from([0x91, 0xe7, 0xa5, 0xe2, 0x2e, 0x70, 0x64, 0x66]) // «Счет.pdf»
    const { id } = await send(zip([{ name, content: invoicePdf('Z-6') }]))
    assert.equal((await world.documents.get(who.organisationId, id ?? ''))?.fileName, 'pack.zip/Счет.pdf')
  })

  const white = Buffer.alloc(1_900_000)
  const whole: Readonly<Record<string, readonly [archive: Buffer, code: string]>> = {
    'a name that leads outside (zip slip)': [zip([{ name: '../../etc/cron.d/x', content: 'x' }]), 'archive_unsafe'],
    'the same with backslashes': [zip([{ name: '..\\..\\x.pdf', content: 'x' }]), 'archive_unsafe'],
    'an absolute name': [zip([{ name: '/etc/passwd', content: 'x' }]), 'archive_unsafe'],
    'a drive': [zip([{ name: 'C:\\x.pdf', content: 'x' }]), 'archive_unsafe'],
    '1,001 entries': [zip(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.pdf`, content: '' }))), 'archive_unsafe'],
    'a bomb of many entries': [zip(Array.from({ length: 200 }, (_, i) => ({ name: `${i}.pdf`, content: white }))), 'archive_unsafe'],
    'a bomb that says so': [zip([{ name: 'a.pdf', content: 'x', declaredBytes: 0xfffffff0 }]), 'archive_unsafe'],
    'entries that share bytes (overlapping bomb)': [
      zip([
        { name: 'a.pdf', content: invoicePdf('Z-7') },
        { name: 'b.pdf', content: invoicePdf('Z-7'), overlaps: true },
      ]),
      'archive_unsafe',
    ],
    'no file at all': [zip([{ name: 'folder/', content: '' }]), 'empty_file'],
    'an Office document': [zip([{ name: 'META-INF/MANIFEST.MF', content: 'x' }]), 'unsupported_type'],
    'half an archive': [zip([{ name: 'a.pdf', content: invoicePdf('Z-8') }]).subarray(0, 300), 'unreadable'],
  }
  for (const [what, [archive, code]] of Object.entries(whole)) {
    it(`is refused whole for ${what}`, async () => {
      const before = await stored()
      const { status, code: found } = await send(archive)
      assert.deepEqual([found, status >= 400 && status < 500], [code, true])
      assert.equal(await stored(), before)
    })
  }

  const single: Readonly<Record<string, readonly [entry: ZipEntry, code: string]>> = {
    'a password': [{ name: 'a.pdf', content: 'secret', encrypted: true }, 'unsupported_encryption'],
    'a link to another file': [{ name: 'a.pdf', content: '/etc/passwd', unixMode: 0o120777 }, 'archive_unsafe'],
    'another archive in it': [{ name: 'a.zip', content: zip([{ name: 'x.pdf', content: 'x' }]) }, 'archive_unsafe'],
    'more bytes than declared': [{ name: 'a.pdf', content: invoicePdf('Z-9'), declaredBytes: 20 }, 'unreadable'],
    'fewer bytes than declared': [{ name: 'a.pdf', content: invoicePdf('Z-9'), declaredBytes: 5000 }, 'unreadable'],
    'another checksum': [{ name: 'a.pdf', content: invoicePdf('Z-9'), declaredCrc: 7 }, 'unreadable'],
    'a file above the limit': [{ name: 'a.pdf', content: Buffer.concat([invoicePdf('Z-9'), Buffer.alloc(MAX_BYTES)]) }, 'file_too_large'],
  }
  for (const [at, [what, [entry, code]]] of Object.entries(single).entries()) {
    it(`refuses one file for ${what} and takes the others`, async () => {
      const before = await stored()
      const { status, items } = await send(zip([entry, { name: 'good.pdf', content: invoicePdf(`Z-2${at}`) }]))
      assert.equal(status, 202)
      assert.deepEqual(
        items.map(({ problem }) => problem?.code ?? 'accepted'),
        [code, 'accepted'],
      )
      assert.equal(await stored(), before + 1)
    })
  }
})
