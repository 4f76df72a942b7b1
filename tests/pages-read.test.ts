import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { DocumentInput, JournalEvent } from '../core/stages.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('how far a long document is', () => {
  let world: World
  let reviewer: SignedIn
  let document: DocumentInput
  before(async () => {
    world = await createWorld()
    reviewer = await world.person()
    const upload = await world.ask(reviewer, '/api/v1/documents', {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf', 'X-File-Name': 'long.pdf' },
      body: new Uint8Array(invoicePdf({ number: 'LONG-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' })),
    })
    const { id } = (await upload.json()) as { id: string }
    const { organisationId } = reviewer
    document = { ...((await world.documents.get(organisationId, id)) as unknown as DocumentInput), documentId: id, organisationId, run: 1 }
    await journal('started', 'processing_started', 'processing')
  })
  after(() => world?.close())

  const journal = (key: string, kind: JournalEvent['kind'], status: JournalEvent['status']) =>
    world.store.journal({
      documentId: document.documentId,
      organisationId: document.organisationId,
      key,
      kind,
      status,
      actor: 'system',
      reason: null,
      result: null,
      reviewId: null,
      corrections: null,
    })
  const page = async (path: string, language = 'en') =>
    (await world.ask(reviewer, path, { headers: { 'Accept-Language': language } })).text()

  it('is shown on the list and on the document, in words and as a bar', async () => {
    assert.doesNotMatch(await page('/documents'), /of \d+ pages/)
    await world.store.reportPages(document, { done: 12, total: 41 })
    assert.match(await page('/documents'), />12 of 41 pages</)
    assert.match(await page('/documents', 'ru'), />12 из 41 страницы</)
    const shown = await page(`/documents/${document.documentId}`)
    assert.match(shown, /<progress [^>]*value="12" max="41"/)
    assert.match(shown, />12 of 41 pages</)
    const { pagesRead } = JSON.parse(await page(`/api/v1/documents/${document.documentId}`)) as { pagesRead: unknown }
    assert.deepEqual(pagesRead, { done: 12, total: 41 })
  })

  it('reaches a waiting browser by itself', async () => {
    const stream = await world.ask(reviewer, '/api/v1/stream')
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    await world.store.reportPages(document, { done: 24, total: 41 })
    let text = ''
    while (!/"done":24/.test(text)) {
      const { value, done } = await reader.read()
      assert.equal(done, false, text)
      text += value
    }
    await reader.cancel()
    const data = /data: (\{.*"done":24.*\})/.exec(text)?.[1] ?? ''
    assert.deepEqual(JSON.parse(data), {
      id: document.documentId,
      status: 'processing',
      version: 2,
      pagesRead: { done: 24, total: 41 },
    })
  })

  it('is nobody’s news from an earlier run, or once the document is read', async () => {
    await world.store.reportPages({ ...document, run: 2 }, { done: 1, total: 41 })
    await journal('review', 'review_requested', 'review')
    await world.store.reportPages(document, { done: 40, total: 41 })
    const row = await world.documents.get(document.organisationId, document.documentId)
    assert.deepEqual(row?.pagesRead, { done: 24, total: 41 })
    assert.doesNotMatch(await page('/documents'), /of 41 pages/)
  })
})
