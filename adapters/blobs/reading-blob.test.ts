import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page, Word } from '../../core/reading.ts'
import type { BlobStore } from './blob-store.ts'
import { createFolderBlobs, getFirstPages, getReading, joinReadings, pagesOf, putJson } from './index.ts'

const at = (x: number, y: number) => ({ x0: x, y0: y, x1: x + 0.1, y1: y + 0.02 })
const word = (text: string, x: number, y: number): Word => ({ text, box: at(x, y), confidence: 0.9 })

function page(index: number): Page {
  const words = [word(`page${index}`, 0.1, 0.1), word('total', 0.1, 0.2), word('total', 0.1, 0.3)]
  const lines = words.map((each) => ({ text: each.text, box: each.box, confidence: 0.9, words: [each] }))
  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, box: at(0.1, 0.2), text: 'total', words: [words[1]!] }
  return {
    index,
    widthPx: 1000,
    heightPx: 1400,
    source: 'ocr',
    engine: 'test',
    lines,
    blocks: [],
    tables: [{ box: at(0.1, 0.2), ruled: false, rows: 1, columns: 1, headerRows: 0, cells: [cell] }],
    error: null,
  }
}

describe('the Reading of a long file', () => {
  let dir: string
  let blobs: BlobStore
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'docket-reading-'))
    blobs = createFolderBlobs(dir)
  })
  after(() => rm(dir, { recursive: true, force: true }))

  const stored = (...indices: readonly number[]) => putJson(blobs, 'd', { pages: indices.map(page) })

  it('is that of its ranges in their order, page by page', async () => {
    const joined = await joinReadings(blobs, 'd', [await stored(1, 2), await stored(3, 4), await stored(5)])
    assert.ok(joined.bytes < 1_000, 'joining copies no page')
    const { pages } = await getReading(blobs, 'd', joined)
    assert.deepEqual(
      pages.map(({ index, lines }) => [index, lines[0]?.text]),
      [1, 2, 3, 4, 5].map((index) => [index, `page${index}`]),
    )
  })

  it('is not loaded further than somebody asks', async () => {
    const gone = { sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/json' }
    const joined = await joinReadings(blobs, 'd', [await stored(1, 2), gone])
    const seen: number[] = []
    for await (const { index } of pagesOf(blobs, 'd', joined)) {
      seen.push(index)
      if (index === 2) break
    }
    assert.deepEqual(seen, [1, 2])
    const first = await getFirstPages(blobs, 'd', joined)
    assert.deepEqual(
      first.pages.map(({ index }) => index),
      [1, 2],
    )
    await assert.rejects(getReading(blobs, 'd', joined), { code: 'blob_missing' })
  })

  it('keeps a word that stands in a line and in a table once', async () => {
    const [read] = (await getReading(blobs, 'd', await stored(1))).pages
    assert.equal(read?.tables[0]?.cells[0]?.words[0], read?.lines[1]?.words[0])
  })
})
