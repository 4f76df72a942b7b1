import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { onePage, textContent } from '../../tests/hostile/tiny-pdf.ts'
import { createPdfReader, type PdfReader, type PdfReaderOptions } from './index.ts'

const LIMITS: PdfReaderOptions = { memoryMb: 800, timeoutMs: 20_000, maxPages: 10 }
const linux = process.platform === 'linux'

const fileOf = (text: string) => onePage(textContent([text]))

async function textOf(reader: PdfReader, file: Buffer): Promise<string> {
  return (await reader.text(file)).pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
}

/** Ids of the processes that read PDFs for this one. */
function readers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]
        return Number(parent) === process.pid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('pdf/child.ts')
      } catch {
        return false
      }
    })
    .map(Number)
}

/** The readers once no more than `most` are left, or after five seconds: one that was told to end is in the table until it has. */
async function readersLeft(most: number): Promise<readonly number[]> {
  for (let waits = 0; readers().length > most && waits < 500; waits++) await new Promise((done) => setTimeout(done, 10))
  return readers()
}

async function withReader(options: Partial<PdfReaderOptions>, use: (reader: PdfReader) => Promise<void>): Promise<void> {
  const reader = createPdfReader({ ...LIMITS, ...options })
  try {
    await use(reader)
  } finally {
    await reader.close()
  }
}

describe('the processes that read PDFs', () => {
  it('serve all questions about a file in one process, and never mix two files up', { skip: !linux }, () =>
    withReader({ filesPerProcess: 2 }, async (reader) => {
      const [one, other] = [fileOf('first'), fileOf('second')]
      assert.deepEqual(await Promise.all([textOf(reader, one), textOf(reader, other)]), ['first', 'second'])
      const before = readers().toSorted()
      assert.equal(before.length, 2)
      for (const [file, text] of [
        [one, 'first'],
        [other, 'second'],
        [other, 'second'],
        [one, 'first'],
      ] as const) // each finds its process
        assert.equal(await textOf(reader, file), text)
      assert.deepEqual(readers().toSorted(), before)
    }),
  )

  it('fetch a stored file once for all questions about it, and draw the same page however often it was drawn', () =>
    withReader({}, async (reader) => {
      const bytes = fileOf('stored')
      let fetched = 0
      const read = async () => {
        fetched++
        return bytes
      }
      const file = { sha256: createHash('sha256').update(bytes).digest('hex'), read }
      for (let range = 0; range < 3; range++) assert.equal((await reader.text(file, { first: 1, last: 1 })).pages.length, 1)
      const [first] = (await reader.render(file, [1], 60)).pages
      const { pages } = await reader.render(file, Array<number>(130).fill(1), 60)
      const [later] = (await reader.render(file, [1], 60)).pages
      assert.equal(pages.length, 130)
      assert.deepEqual(Buffer.from(later!.png), Buffer.from(first!.png))
      assert.equal(fetched, 1)
    }))

  it('are replaced after so many files', { skip: !linux }, () =>
    withReader({ filesPerProcess: 2 }, async (reader) => {
      const seen: number[] = []
      for (const text of ['a', 'a', 'b', 'c', 'c']) {
        assert.equal(await textOf(reader, fileOf(text)), text)
        seen.push(...readers())
      }
      // The first reads "a" twice and then "b", which ends it; the second reads "c".
      assert.equal(new Set(seen).size, 2)
      assert.equal((await readersLeft(1)).length, 1)
      assert.ok(!readers().includes(seen[0]!))
    }),
  )

  it('are replaced when half of their memory is in use', { skip: !linux }, () =>
    withReader({ memoryMb: 240 }, async (reader) => {
      // Having loaded pdf.js alone takes a process over 120 MB.
      for (const text of ['a', 'b']) {
        assert.equal(await textOf(reader, fileOf(text)), text)
        assert.deepEqual(await readersLeft(0), [])
      }
    }),
  )

  it('are never more than the calls under way, and two when all is quiet', { skip: !linux }, () =>
    withReader({}, async (reader) => {
      await Promise.all(['a', 'b', 'c', 'd'].map((text) => textOf(reader, fileOf(text))))
      assert.ok((await readersLeft(2)).length <= 2)
    }),
  )

  it('a process that died between two questions about a file is replaced, and the file given to the new one', { skip: !linux }, () =>
    withReader({}, async (reader) => {
      assert.equal(await textOf(reader, fileOf('again')), 'again')
      const [pid] = readers()
      process.kill(pid!, 'SIGKILL')
      // Gone from the table of processes only when its parent has heard of it.
      while (existsSync(`/proc/${pid}`)) await new Promise((done) => setTimeout(done, 10))
      assert.equal(await textOf(reader, fileOf('again')), 'again')
    }),
  )
})
