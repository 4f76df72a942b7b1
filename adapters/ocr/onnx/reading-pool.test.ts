import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { printedLines } from '../../../tests/ocr/printed-lines.ts'
import { findOcrModels } from '../../models/index.ts'
import { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './reading-pool.ts'

describe('the reading processes', () => {
  async function withPool(
    options: Partial<ReadingPoolOptions>,
    use: (pool: ReadingPool, started: ReadonlySet<number>) => Promise<void>,
  ): Promise<void> {
    const models = await findOcrModels({ ownDir: undefined, fetchedDir: '/nowhere' })
    const pool = createReadingPool({ models: models!, providers: ['cpu'], size: 1, timeoutMs: 120_000, readLine: null, ...options })
    const started = new Set<number>()
    const look = setInterval(() => pool.pids.forEach((pid) => void started.add(pid)), 20)
    try {
      await use(pool, started)
    } finally {
      clearInterval(look)
      await pool.close()
    }
  }
  const textOf = async (pool: ReadingPool, image: Buffer) => (await pool.read(image)).words.map(({ text }) => text).join(' ')

  it('are replaced after so many pages', () =>
    withPool({ pagesPerProcess: 2 }, async (pool, started) => {
      for (let page = 1; page <= 5; page++)
        assert.match(await textOf(pool, await printedLines(`Page ${page} of five`)), new RegExp(`Page ${page}`))
      assert.equal(started.size, 3)
      assert.equal(pool.pids.length, 1)
    }))

  it('are replaced when they hold too much', () =>
    withPool({ mostResidentMb: 1 }, async (pool, started) => {
      for (const text of ['First page', 'Second page']) assert.equal(await textOf(pool, await printedLines(text)), text)
      assert.equal(started.size, 2)
      assert.deepEqual(pool.pids, [])
    }))

  it('are never more than the pool has places, and serve all who wait', () =>
    withPool({ size: 2 }, async (pool, started) => {
      const texts = ['One', 'Two', 'Three', 'Four', 'Five'].map((number) => `Number ${number}`)
      assert.deepEqual(await Promise.all(texts.map(async (text) => textOf(pool, await printedLines(text)))), texts)
      assert.equal(started.size, 2)
    }))

  it('end at once at the page they were told to stop at; who waits in line and is told to stop starts none', () =>
    withPool({}, async (pool, started) => {
      assert.equal(await textOf(pool, await printedLines('Warm')), 'Warm')
      const over = new AbortController()
      const page = await printedLines('A line that keeps the reader busy for a while', { lines: 60 })
      const busy = pool.read(page, over.signal)
      const waiting = pool.read(page, over.signal)
      over.abort()
      for (const read of [busy, waiting]) await assert.rejects(read)
      assert.equal(started.size, 1)
      assert.deepEqual(pool.pids, [])
      assert.equal(await textOf(pool, await printedLines('Next')), 'Next')
    }))

  it('end with the pool, also in the middle of a page', () =>
    withPool({}, async (pool) => {
      const page = pool.read(await printedLines('A line that keeps the reader busy for a while', { lines: 60 }))
      const refused = assert.rejects(page)
      await pool.close()
      await refused
      assert.deepEqual(pool.pids, [])
      await assert.rejects(pool.read(await printedLines('Late')), { code: 'dependency_unavailable' })
    }))

  /** Freezes every process that is not among `known`, as soon as it is there. */
  function freezing(pool: ReadingPool, known: ReadonlySet<number>): { readonly frozen: Set<number>; stop(): void } {
    const frozen = new Set<number>()
    const look = setInterval(() => {
      for (const pid of pool.pids.filter((pid) => !known.has(pid) && !frozen.has(pid))) {
        process.kill(pid, 'SIGSTOP')
        frozen.add(pid)
      }
    }, 5)
    return { frozen, stop: () => clearInterval(look) }
  }
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  it('are ended when they hang, and another one reads the page', () => {
    const lost: string[] = []
    return withPool({ timeoutMs: 40_000, onLost: (reason) => lost.push(reason) }, async (pool) => {
      assert.equal(await textOf(pool, await printedLines('Warm')), 'Warm')
      const [hanging] = pool.pids
      process.kill(hanging!, 'SIGSTOP')
      assert.equal(await textOf(pool, await printedLines('Read again')), 'Read again')
      assert.equal(lost.length, 1)
      assert.equal(isAlive(hanging!), false)
    })
  })

  it('are replaced when they end in the middle of a page, which is read again', () =>
    withPool({}, async (pool) => {
      assert.equal(await textOf(pool, await printedLines('Warm')), 'Warm')
      const [killed] = pool.pids
      const page = textOf(pool, await printedLines('A line', { lines: 3 }))
      process.kill(killed!, 'SIGKILL')
      assert.match(await page, /A line/)
      assert.ok(!pool.pids.includes(killed!))
    }))

  it('are given up for a page on which two of them hang; the next page is read', () =>
    withPool({ timeoutMs: 40_000 }, async (pool) => {
      const { frozen, stop } = freezing(pool, new Set())
      await assert.rejects(pool.read(await printedLines('Never')), { code: 'timeout', retryable: false })
      stop()
      assert.equal(frozen.size, 2)
      assert.deepEqual(pool.pids, [])
      assert.equal(await textOf(pool, await printedLines('Next')), 'Next')
    }))
})
