import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bundlePdf } from './ui/bundle-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface PartLink {
  readonly id: string
  readonly href: string
  readonly pages: { readonly first: number; readonly last: number }
  readonly status: string
  readonly type: string | null
}
interface Shown {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly type: string
  readonly partOf: string | null
  readonly pages: PartLink['pages'] | null
  readonly parts: readonly PartLink[]
}
interface ResultJson {
  readonly data: { readonly number: string | null; readonly totals?: { readonly gross: string | null } }
  readonly pages: readonly { readonly index: number; readonly image: unknown }[]
  readonly reasons: readonly { readonly code: string }[]
  readonly fields: Readonly<Record<string, { readonly evidence: readonly { readonly page: number }[] }>>
}

const first = { number: 'BN-1001', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }
const second = { number: 'QX-2002', date: '14 April 2026', net: '200.00', tax: '40.00', gross: '240.00', seller: 'Harbour Cranes Limited' }

describe('a file of several documents', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
  })
  after(() => world.close())

  const json = async <T>(path: string, who = admin) => (await (await world.ask(who, path)).json()) as T
  const document = (id: string) => json<Shown>(`/api/v1/documents/${id}`)
  const result = (id: string) => json<ResultJson>(`/api/v1/documents/${id}/result`)
  const kinds = async (id: string) =>
    (await json<{ items: { kind: string }[] }>(`/api/v1/documents/${id}/events`)).items.map(({ kind }) => kind)
  const upload = async (bytes: Uint8Array): Promise<string> => {
    const body = new Uint8Array(bytes)
    const { id } = (await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    return id
  }

  it('becomes one document each, with its own pages, values and images', async () => {
    const id = await upload(await bundlePdf({ ...first, more: 1 }, { ...second, more: 1 }))
    const file = await document(id)
    assert.deepEqual(
      file.parts.map(({ pages }) => pages),
      [
        { first: 1, last: 2 },
        { first: 3, last: 4 },
      ],
    )
    const later = file.parts[1]!
    assert.equal(later.href, `/api/v1/documents/${later.id}`)
    await world.work()

    const [one, two] = [await result(id), await result(later.id)]
    assert.deepEqual([one.data.number, two.data.number], ['BN-1001', 'QX-2002'])
    assert.deepEqual([one.data.totals?.gross, two.data.totals?.gross], ['120.00', '240.00'])
    assert.deepEqual(
      [one.pages.map(({ index }) => index), two.pages.map(({ index }) => index)],
      [
        [1, 2],
        [1, 2],
      ],
    )
    assert.equal(two.fields.number?.evidence[0]?.page, 1)
    const shown = await document(later.id)
    assert.deepEqual([shown.partOf, shown.pages, shown.parts.length, shown.type], [id, { first: 3, last: 4 }, 2, 'invoice'])
    assert.ok(!one.reasons.concat(two.reasons).some(({ code }) => code === 'several_documents' || code === 'duplicate'))
    assert.deepEqual((await kinds(later.id)).slice(0, 2), ['received', 'processing_started'])
    assert.ok((await kinds(id)).includes('file_cut'))

    const image = await world.ask(admin, `/api/v1/documents/${later.id}/pages/2`)
    assert.equal(image.status, 200)
    assert.equal((await world.ask(admin, `/api/v1/documents/${id}/pages/3`)).status, 404, 'pages of the other document')
    const whole = await world.ask(admin, `/api/v1/documents/${later.id}/file`)
    assert.equal(
      Buffer.from(await whole.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  })

  it('is cut once, however often it is asked for', async () => {
    const id = await upload(await bundlePdf({ ...first, number: 'BN-1003', more: 1 }, { ...second, number: 'QX-2004', more: 1 }))
    const { parts } = await document(id)
    const row = await world.documents.get(admin.organisationId, id)
    const again = {
      documentId: id,
      organisationId: admin.organisationId,
      file: row!.file,
      fileName: row!.fileName,
      type: 'auto',
      useLlm: false,
      duplicateOf: null,
      receivedAt: row!.createdAt,
      run: 1,
      render: 'always',
    } as const
    const inspection = {
      kind: 'accepted',
      format: 'pdf',
      mediaType: 'application/pdf',
      pageCount: 4,
      eInvoice: null,
      findings: [],
    } as const
    const cut = parts.map(({ pages }) => ({
      type: 'invoice',
      typeConfidence: 1,
      firstPage: pages.first,
      lastPage: pages.last,
      cut: 'sure' as const,
    }))
    await Promise.all([1, 2, 3].map(() => world.store.splitOff(again, inspection, row!.file, cut)))
    assert.equal((await document(id)).parts.length, 2)
    assert.equal((await kinds(id)).filter((kind) => kind === 'file_cut').length, 1)
  })

  it('takes the same file a second time for the document that was uploaded, not for a part of it', async () => {
    const bytes = await bundlePdf({ ...first, number: 'BN-1005', more: 1 }, { ...second, number: 'QX-2006', more: 1 })
    const id = await upload(bytes)
    const answer = await world.ask(admin, '/api/v1/documents', { method: 'POST', body: new Uint8Array(bytes) })
    assert.equal(((await answer.json()) as { duplicateOf: string }).duplicateOf, id)
  })

  it('is cut anew over the API: a page moves, what changed is read again, and nobody overtakes a colleague', async () => {
    interface FileParts {
      readonly fileId: string
      readonly pageCount: number
      readonly proposed: boolean
      readonly starts: readonly number[]
      readonly parts: readonly (PartLink & { readonly version: number; readonly fixed: boolean })[]
    }
    const id = await upload(await bundlePdf({ ...first, number: 'BN-1009', more: 1 }, { ...second, number: 'QX-2010', more: 1 }))
    await world.work()
    const [, later] = (await document(id)).parts
    const cut = await json<FileParts>(`/api/v1/documents/${later!.id}/parts`)
    assert.deepEqual([cut.fileId, cut.pageCount, cut.proposed, cut.starts], [id, 4, false, [1, 3]])
    const send = (body: object) =>
      world.ask(admin, `/api/v1/documents/${id}/parts`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      })
    const seen = Object.fromEntries(cut.parts.map((part) => [part.id, part.version]))
    assert.equal((await send({ starts: [1, 3], seen })).status, 200, 'nothing to change')
    assert.equal((await send({ starts: [1, 9], seen })).status, 422)
    assert.equal((await send({ starts: [1, 2] })).status, 422)
    assert.equal((await send({ starts: [1, 2], seen: { ...seen, [id]: seen[id]! + 1 } })).status, 409)
    const moved = await send({ starts: [1, 2], seen })
    assert.equal(moved.status, 202)
    const now = (await moved.json()) as FileParts
    assert.deepEqual(now.starts, [1, 2])
    assert.deepEqual(
      now.parts.map(({ status }) => status),
      ['processing', 'processing'],
    )
    assert.equal((await send({ starts: [1, 3], seen })).status, 409, 'the cut was another one when it was seen')
    await world.work()
    await world.work()
    const [one, two] = [await result(id), await result(later!.id)]
    assert.deepEqual([one.pages.length, two.pages.length], [1, 3])
    assert.deepEqual([one.data.number, two.data.number], ['BN-1009', 'QX-2010'])
    const alone = await upload(await bundlePdf({ ...first, number: 'BN-1011' }))
    assert.equal((await world.ask(admin, `/api/v1/documents/${alone}/parts`)).status, 404)
  })

  it('is nothing to people of another organisation', async () => {
    const id = await upload(await bundlePdf({ ...first, number: 'BN-1007', more: 1 }, { ...second, number: 'QX-2008', more: 1 }))
    const { parts } = await document(id)
    const stranger = await world.person('Stranger', 'admin')
    for (const { href } of parts) {
      assert.equal((await world.ask(stranger, href)).status, 404)
      assert.equal((await world.ask(stranger, `${href}/parts`)).status, 404)
    }
  })
})
